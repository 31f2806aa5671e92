package org.annotomy.imagej.linking;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.place.Correspondence;
import org.annotomy.linking.place.Expected;
import org.annotomy.linking.place.ImagePlace;
import org.annotomy.linking.section.ShapeMapping;

/** Makes the counterpart of a mark in another image: the same shape where it must be there, with the answers that are about the thing. */
final class MarkCopy {

	/** Planes turned against each other by more than this have no outline in common: cos of 15°. */
	private static final double NEARLY_PARALLEL = Math.cos(Math.toRadians(15));

	private final OpenGroup group;
	private final String from;
	private final String to;

	MarkCopy(OpenGroup group, String from, String to) {
		this.group = group;
		this.from = from;
		this.to = to;
	}

	/**
	 * A draft on the slice nearest to the middle of the mark.
	 *
	 * @param sameCoordinates whether it gets the same pixel coordinates, for views that nobody can align; on the slice on display there
	 * @throws IllegalArgumentException if nobody knows where it must be, or the slices are not parallel; the message says what to do
	 */
	AnnotationObject of(AnnotationObject mark, boolean sameCoordinates) {
		AnnotationSession target = group.requireSession(to);
		Plane there = target.plane();
		Shape shape = mark.shape();
		if (!sameCoordinates) {
			requireParallel();
			int z = slice(mark);
			there = new Plane(there.c(), z, there.t());
			shape = ShapeMapping.map(shape, p -> pixel(p, mark.plane().z()));
		}
		Instant now = target.clock().instant();
		Provenance provenance = new Provenance(Provenance.LINKED_COPY, null, target.rater(), now, now, null, Status.DRAFT);
		boolean known = target.document().protocol().findClass(String.valueOf(mark.classKey())).isPresent();
		return AnnotationObject.builder(UUID.randomUUID(), shape, there).type(mark.type()).name(mark.name())
				.classKey(known ? mark.classKey() : null).coding(mark.coding()).attributes(shared(mark.attributes(), target))
				.appearance(mark.appearance()).provenance(provenance).build();
	}

	/** Those answers that are about the thing itself. */
	static Map<String, AttributeValue> shared(Map<String, AttributeValue> answers, AnnotationSession target) {
		Map<String, AttributeValue> shared = new LinkedHashMap<>();
		for (AttributeDefinition question : target.document().protocol().attributes())
			if (question.shared() && answers.containsKey(question.key()))
				shared.put(question.key(), answers.get(question.key()));
		return shared;
	}

	private int slice(AnnotationObject mark) {
		Box bounds = mark.shape().bounds();
		Position middle = expected(bounds.centre(), mark.plane().z());
		ImagePlace place = group.place(to);
		long z = Math.round(middle.z());
		if (z < 0 || z >= place.size().nz() || !place.contains(new Position(middle.x(), middle.y(), z)))
			throw new IllegalArgumentException(
					"The mark lies outside of the image \"" + to + "\". Say that it is not visible there with"
							+ " Mark Not Visible....");
		return (int) z;
	}

	private Point pixel(Point point, int slice) {
		Position there = expected(point, slice);
		return new Point(there.x() + 0.5, there.y() + 0.5);
	}

	private Position expected(Point pixel, int slice) {
		Correspondence correspondence = group.correspondences().between(from, to);
		Expected expected = correspondence.expected(new Position(pixel.x() - 0.5, pixel.y() - 0.5, slice));
		if (expected instanceof Expected.Exact exact) return exact.voxel();
		String reason = expected instanceof Expected.Unknown unknown
				? unknown.reason()
				: "Only the area in which it must lie is known. Draw it there, then use Link Objects....";
		throw new IllegalArgumentException(reason);
	}

	private void requireParallel() {
		Position here = expected(new Point(0.5, 0.5), 0);
		Position right = expected(new Point(1.5, 0.5), 0).minus(here);
		Position down = expected(new Point(0.5, 1.5), 0).minus(here);
		ImagePlace place = group.place(to);
		Position origin = place.toFrame(here);
		Position normal = place.toFrame(here.plus(right)).minus(origin).cross(place.toFrame(here.plus(down)).minus(origin))
				.unit();
		Position own = place.frame().voxelToFrame().step(0).cross(place.frame().voxelToFrame().step(1)).unit();
		if (Math.abs(normal.dot(own)) < NEARLY_PARALLEL)
			throw new IllegalArgumentException(
					"The slices of both images are not parallel, so an outline cannot be copied from one to the other. Draw the"
							+ " counterpart at its ghost, then use Link Objects....");
	}
}
