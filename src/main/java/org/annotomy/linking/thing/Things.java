package org.annotomy.linking.thing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Tracking;
import org.annotomy.linking.thing.Thing.Absence;
import org.annotomy.linking.thing.Thing.Away;

/** The things that are marked in some open images: a view of their documents at one moment. */
public final class Things {

	private final List<LinkedImage> images;
	private final Map<UUID, List<Link>> from = new HashMap<>();
	private final Map<String, Thing> byUid = new LinkedHashMap<>();

	private Things(List<LinkedImage> images) {
		this.images = images;
	}

	/** All marks, each under the Tracking UID that it has or would get; those that share one are one thing. */
	public static Things of(Collection<LinkedImage> images) {
		Things things = new Things(List.copyOf(images));
		for (LinkedImage image : images)
			for (Link link : image.document().links())
				things.from.computeIfAbsent(link.from(), id -> new ArrayList<>()).add(link);
		Map<String, List<Mark>> marks = new LinkedHashMap<>();
		for (LinkedImage image : images)
			for (Mark mark : image.marks())
				marks.computeIfAbsent(mark.trackingUid(), uid -> new ArrayList<>()).add(mark);
		Map<String, List<Absence>> absences = new LinkedHashMap<>();
		for (LinkedImage image : images)
			for (Link link : image.document().links())
				if (isAbsence(link)) {
					marks.computeIfAbsent(link.tracking(), uid -> new ArrayList<>());
					List<Absence> known = absences.computeIfAbsent(link.tracking(), uid -> new ArrayList<>());
					if (known.stream().noneMatch(a -> a.image() == image)) known.add(new Absence(image, link));
				}
		marks.forEach((uid, some) -> things.byUid.put(uid, things.thing(uid, some, absences.getOrDefault(uid, List.of()))));
		return things;
	}

	static boolean isAbsence(Link link) {
		return link.relation().equals(Link.NOT_VISIBLE_HERE) && link.tracking() != null;
	}

	private Thing thing(String uid, List<Mark> marks, List<Absence> absences) {
		List<Away> away = new ArrayList<>();
		for (Mark mark : marks)
			for (Link link : from.getOrDefault(mark.id(), List.of()))
				addAway(link, away);
		for (Absence absence : absences)
			for (Link link : absence.image().document().links())
				if (isAbsence(link) && uid.equals(link.tracking())) addAway(link, away);
		String id = marks.stream().map(Mark::tracking).filter(t -> t != null && t.id() != null).map(Tracking::id)
				.findFirst().orElse(null);
		return new Thing(uid, id, marks, absences, away);
	}

	private void addAway(Link link, List<Away> away) {
		if (link.image().isEmpty() || open(link).isPresent()) return;
		if (away.stream().noneMatch(known -> known.object().equals(link.to())))
			away.add(new Away(link.image(), link.to(), !link.relation().equals(Link.NOT_VISIBLE_THERE)));
	}

	/** The open image that a link leads to. */
	public Optional<LinkedImage> open(Link link) {
		return images.stream().filter(image -> PartnerImage.is(link.image(), image.document().image())).findFirst();
	}

	/** The images looked at. */
	public List<LinkedImage> images() {
		return images;
	}

	/** All things, those marked only once included. */
	public List<Thing> all() {
		return List.copyOf(byUid.values());
	}

	/** The thing that an object or segment marks. */
	public Optional<Thing> of(UUID mark) {
		return byUid.values().stream().filter(t -> t.marks().stream().anyMatch(m -> m.id().equals(mark))).findFirst();
	}

	/** What has to be found in all images that can show it; the things that are not settled everywhere. */
	public List<Thing> stillToFind() {
		return byUid.values().stream().filter(thing -> thing.isFinding() && !thing.stillToFindIn(images).isEmpty()).toList();
	}

	/** Marks in an image that may well be a thing: of its class, and linked with nothing yet. */
	public List<Mark> candidates(Thing thing, LinkedImage image) {
		Set<String> classes = thing.marks().stream().map(mark -> String.valueOf(mark.classKey())).collect(Collectors.toSet());
		return byUid.values().stream().filter(other -> !other.isLinked() && other.marks().size() == 1)
				.map(other -> other.marks().get(0))
				.filter(mark -> mark.image().key().equals(image.key()) && classes.contains(String.valueOf(mark.classKey()))
						&& Landmarks.isFinding(mark))
				.toList();
	}

	public Optional<Thing> find(String uid) {
		return Optional.ofNullable(byUid.get(uid));
	}

	/**
	 * A thing as a macro names it: by its Tracking UID, its id such as {@code L1}, or the id or name of a mark.
	 *
	 * @throws IllegalArgumentException if there is none or several; the message says so
	 */
	public Thing require(String text) {
		if (byUid.containsKey(text)) return byUid.get(text);
		List<Thing> found = byUid.values().stream().filter(t -> text.equals(t.id())).toList();
		if (found.isEmpty())
			found = byUid.values().stream().filter(t -> t.marks().stream()
					.anyMatch(m -> text.equals(m.name()) || text.equals(m.id().toString()))).toList();
		if (found.size() == 1) return found.get(0);
		throw new IllegalArgumentException(found.isEmpty()
				? "No linked object is called \"" + text + "\". See List Linked Objects."
				: found.size() + " objects are called \"" + text + "\". Say the tracking UID, as List Linked Objects shows it.");
	}
}
