package org.annotomy.linking.place;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the images of a group lie to each other. What the user aligned counts before a shared frame of reference (a patient may move within
 * one); the way may lead over other images. Immutable; the way between two images is looked for once.
 */
public final class Correspondences {

	private static final String UNKNOWN = "These images share no frame of reference and nobody has aligned them."
			+ " Use Set Offset..., or register them.";

	private final Map<String, ImagePlace> places;
	private final List<Alignment> alignments;
	private final Map<List<String>, Correspondence> special;
	private final Map<List<String>, Optional<SpaceMap>> found = new HashMap<>();

	/** @param places by member key */
	public Correspondences(Map<String, ImagePlace> places, List<Alignment> alignments) {
		this(places, alignments, Map.of());
	}

	/** @param special of pairs {@code [from, to]} of which something else is known than a map between frames */
	public Correspondences(Map<String, ImagePlace> places, List<Alignment> alignments,
			Map<List<String>, Correspondence> special) {
		this.places = new LinkedHashMap<>(places);
		this.alignments = List.copyOf(alignments);
		this.special = Map.copyOf(special);
	}

	/** @throws IllegalArgumentException if one of the keys is unknown */
	public Correspondence between(String from, String to) {
		ImagePlace start = require(from);
		ImagePlace end = require(to);
		Optional<SpaceMap> map = map(from, to);
		if (map.isPresent()) return Correspondence.through(start, end, map.get());
		Correspondence known = special.get(List.of(from, to));
		return known == null ? Correspondence.unknown(UNKNOWN) : known;
	}

	/** From the frame of one image to that of another, if it is known. */
	public synchronized Optional<SpaceMap> map(String from, String to) {
		if (from.equals(to)) return Optional.of(SpaceMap.SAME);
		return found.computeIfAbsent(List.of(from, to), pair -> search(from, to));
	}

	private ImagePlace require(String key) {
		ImagePlace place = places.get(key);
		if (place == null) throw new IllegalArgumentException("No image of the group has the key \"" + key + "\".");
		return place;
	}

	/** The way with the fewest steps. */
	private Optional<SpaceMap> search(String from, String to) {
		Map<String, SpaceMap> reached = new LinkedHashMap<>();
		reached.put(from, SpaceMap.SAME);
		Deque<String> next = new ArrayDeque<>(List.of(from));
		while (!next.isEmpty()) {
			String at = next.removeFirst();
			if (at.equals(to)) return Optional.of(reached.get(at));
			for (Step step : steps(at))
				if (reached.putIfAbsent(step.to(), reached.get(at).then(step.map())) == null) next.addLast(step.to());
		}
		return Optional.empty();
	}

	private record Step(String to, SpaceMap map) {}

	private List<Step> steps(String at) {
		List<Step> steps = new ArrayList<>();
		for (Alignment alignment : alignments) {
			if (alignment.from().equals(at)) steps.add(new Step(alignment.to(), alignment.map()));
			if (alignment.to().equals(at)) steps.add(new Step(alignment.from(), alignment.map().inverse()));
		}
		ImagePlace here = places.get(at);
		if (here != null) places.forEach((key, place) -> {
			if (!key.equals(at) && here.sharesFrame(place)) steps.add(new Step(key, SpaceMap.SAME));
		});
		return steps;
	}
}
