package org.annotomy.registration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.annotomy.geometry.Position;

/**
 * Transforms one after the other.
 *
 * @param parts the first one first; none is a composition, and no two neighbours are affine
 */
public record Composition(List<Transform> parts) implements Transform {

	public Composition {
		parts = List.copyOf(parts);
	}

	/** First one, then the other: a single transform if both are affine. */
	static Transform of(Transform first, Transform next) {
		List<Transform> parts = new ArrayList<>();
		add(parts, first);
		add(parts, next);
		return parts.size() == 1 ? parts.get(0) : new Composition(parts);
	}

	private static void add(List<Transform> parts, Transform added) {
		if (added instanceof Composition composition) {
			composition.parts.forEach(part -> add(parts, part));
			return;
		}
		int last = parts.size() - 1;
		if (last >= 0 && parts.get(last) instanceof AffineMap before && added instanceof AffineMap map)
			parts.set(last, AffineMap.of(map.matrix().after(before.matrix())));
		else
			parts.add(added);
	}

	@Override
	public Position apply(Position place) {
		Position at = place;
		for (Transform part : parts)
			at = part.apply(at);
		return at;
	}

	@Override
	public Transform inverse() {
		List<Transform> back = new ArrayList<>(parts.stream().map(Transform::inverse).toList());
		Collections.reverse(back);
		return new Composition(back);
	}

	@Override
	public String describe() {
		return parts.stream().map(Transform::describe).collect(Collectors.joining(", then "));
	}
}
