package org.annotomy.imagej.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.ImageGroup;
import org.annotomy.linking.place.Alignment;
import org.annotomy.linking.place.SpaceMap;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.Registration;
import org.annotomy.registration.Transform;

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
	 * @throws IllegalArgumentException if it joins none
	 */
	public static void use(OpenGroup group, Registration registration) {
		List<Alignment> found = new ArrayList<>();
		List<Map.Entry<String, AnnotationSession>> open = new ArrayList<>(group.sessions().entrySet());
		double error = registration.measures().getOrDefault("targetRegistrationErrorMm", Double.NaN);
		for (int i = 0; i < open.size(); i++)
			for (int j = i + 1; j < open.size(); j++) {
				String from = open.get(i).getKey();
				String to = open.get(j).getKey();
				Optional<Transform> transform = registration.between(open.get(i).getValue().document().image(),
						group.place(from).frame().kind(), open.get(j).getValue().document().image(),
						group.place(to).frame().kind());
				if (transform.isPresent() && !group.place(from).sharesFrame(group.place(to)))
					found.add(new Alignment(from, to, new SpaceMap(transform.get(), error), registration.method()));
			}
		if (found.isEmpty())
			throw new IllegalArgumentException(
					"This registration joins no two open images of the group. Open both of its images first.");
		ImageGroup changed = group.group();
		for (Alignment alignment : found)
			changed = changed.with(alignment);
		group.set(changed);
	}

	private static void set(OpenGroup group, Alignment alignment) {
		group.set(group.group().with(alignment));
	}
}
