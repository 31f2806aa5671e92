package org.annotomy.imagej.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.StackLayout;
import org.annotomy.segmentation.outline.OutlineAlgebra;

/** Strokes of the brush and the eraser on the plane on screen; used alike by the tools and by macros. */
public final class Painting {

	private final AnnotationSession session;
	private final Plane plane;

	public Painting(AnnotationSession session) {
		this.session = session;
		plane = StackLayout.currentPlane(session.image());
	}

	/**
	 * One stroke.
	 *
	 * @param path where the brush's centre went, in image pixels
	 * @param diameterPx of the brush in image pixels
	 * @param avoid whether to keep off all other areas
	 */
	public record Stroke(Vertices path, double diameterPx, OutlineEdits.Brush effect, boolean avoid) {

		/** The area of the stroke. */
		public PolygonShape area() {
			return OutlineEdits.stroke(path, diameterPx);
		}
	}

	/**
	 * The first area of the plane among the objects that the stroke goes on with.
	 *
	 * @param anywhere whether the stroke may begin outside
	 */
	public Optional<UUID> target(Collection<UUID> objects, Stroke stroke, boolean anywhere) {
		PolygonShape area = stroke.area();
		return objects.stream().flatMap(id -> session.document().object(id).stream())
				.filter(o -> o.shape().isArea() && o.reaches(plane.z(), plane.t()))
				.filter(o -> anywhere || OutlineAlgebra.overlap(o.shape(), area)).map(AnnotationObject::id).findFirst();
	}

	/**
	 * Adds the stroke to the area, or takes it away.
	 *
	 * @throws IllegalArgumentException if the object is no area of the plane on screen
	 */
	public void onto(UUID target, Stroke stroke) {
		if (target(List.of(target), stroke, true).isEmpty())
			throw new IllegalArgumentException("The object is no area on this slice; a brush changes only those.");
		new OutlineEdits(session).brush(target, stroke.area(), stroke.effect(), stroke.avoid());
	}

	/**
	 * Makes a new area of the stroke.
	 *
	 * @param classKey null for the current class
	 * @throws IllegalArgumentException if nothing is left of it, or it was to take away
	 */
	public Marking.Marked anew(Stroke stroke, String classKey) {
		if (stroke.effect() == OutlineEdits.Brush.SUBTRACT)
			throw new IllegalArgumentException("There is nothing to erase: select an area first.");
		PolygonShape free = new OutlineEdits(session).clear(stroke.area(), plane, null, stroke.avoid())
				.orElseThrow(() -> new IllegalArgumentException("The stroke lies wholly on other areas; nothing was added."));
		return new Marking(session).mark(free, plane, classKey, null, null, Map.of());
	}
}
