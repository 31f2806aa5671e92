package org.annotomy.imagej.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.ImageGroup;
import org.annotomy.linking.place.Alignment;
import org.annotomy.linking.place.SpaceMap;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.Registration;

/** How users say that two images of a group lie to each other. */
public final class Alignments {

	private Alignments() {}

	/** @param offset added to places of the first image's frame, in its unit, to get those of the second one */
	public static void offset(OpenGroup group, String from, String to, Position offset) {
		group.group().require(to);
		set(group, new Alignment(from, to, new SpaceMap(AffineMap.translation(offset), Double.NaN), "offset set by the user"));
	}

	/** The middles of the slices that both images show now are one place. */
	public static void byWhatBothShow(OpenGroup group, String from, String to) {
		Position here = group.place(from).toFrame(middle(group.requireSession(from)));
		Position there = group.place(to).toFrame(middle(group.requireSession(to)));
		offset(group, from, to, there.minus(here));
	}

	private static Position middle(AnnotationSession session) {
		SliceView view = SliceView.of(session.image()).orElseThrow();
		return view.voxelAt(session.image().getWidth() / 2.0, session.image().getHeight() / 2.0);
	}

	/**
	 * Aligns all pairs of open members that a registration joins, also through a shared frame of reference.
	 *
	 * @return what is aligned now
	 * @throws IllegalArgumentException if it joins none
	 */
	public static List<Alignment> use(OpenGroup group, Registration registration) {
		List<Alignment> found = found(group, registration);
		if (found.isEmpty())
			throw new IllegalArgumentException(
					"This registration joins no two open images of the group. Open both of its images first.");
		ImageGroup changed = group.group();
		for (Alignment alignment : found)
			changed = changed.with(alignment);
		group.set(changed);
		return found;
	}

	/** The pairs of open members that a registration joins; nothing is changed yet. */
	static List<Alignment> found(OpenGroup group, Registration registration) {
		List<Alignment> found = new ArrayList<>();
		List<String> open = List.copyOf(group.sessions().keySet());
		for (int i = 0; i < open.size(); i++)
			for (int j = i + 1; j < open.size(); j++)
				between(group, registration, open.get(i), open.get(j)).ifPresent(found::add);
		return found;
	}

	private static Optional<Alignment> between(OpenGroup group, Registration registration, String from, String to) {
		double error = registration.measures().getOrDefault("targetRegistrationErrorMm", Double.NaN);
		return registration
				.between(group.requireSession(from).document().image(), group.place(from).frame().kind(),
						group.requireSession(to).document().image(), group.place(to).frame().kind())
				.map(map -> new Alignment(from, to, new SpaceMap(map, error), registration.method()));
	}

	/**
	 * What was said of two images is forgotten; a frame of reference that they share counts again.
	 *
	 * @throws IllegalArgumentException if nothing was said of them
	 */
	public static void remove(OpenGroup group, String from, String to) {
		group.group().require(to);
		if (group.group().alignment(from, to).isEmpty())
			throw new IllegalArgumentException(
					"Nobody has aligned \"" + from + "\" and \"" + to + "\". List Alignments shows who is.");
		group.set(group.group().withAlignments(group.group().alignments().stream()
				.filter(a -> !Set.of(a.from(), a.to()).equals(Set.of(from, to))).toList()));
	}

	private static void set(OpenGroup group, Alignment alignment) {
		group.set(group.group().with(alignment));
	}
}
