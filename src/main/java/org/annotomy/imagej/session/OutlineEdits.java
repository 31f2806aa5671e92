package org.annotomy.imagej.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.Diameters;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Vertices;
import org.annotomy.segmentation.outline.BrushStroke;
import org.annotomy.segmentation.outline.OutlineAlgebra;
import org.annotomy.segmentation.outline.OutlineSmoothing;
import org.annotomy.segmentation.outline.OutlineSplit;

/** Edits that give areas other outlines, each one step of undo; used alike by tools, commands and macros. */
public final class OutlineEdits {

	private static final double STROKE_TOLERANCE_PX = 0.1;

	private final AnnotationDocument document;
	private final Instant now;

	public OutlineEdits(AnnotationSession session) {
		document = session.document();
		now = session.clock().instant();
	}

	/** What a brush does to the area that it paints on. */
	public enum Brush {
		ADD, SUBTRACT
	}

	/**
	 * The area of a stroke.
	 *
	 * @param path where the brush's centre went, in image pixels
	 */
	public static PolygonShape stroke(Vertices path, double diameterPx) {
		return BrushStroke.area(path, diameterPx, Math.min(STROKE_TOLERANCE_PX, diameterPx / 8));
	}

	/**
	 * Adds a stroke to an area, or takes it away; nothing is left of an area that is wiped out: it is removed.
	 *
	 * @param avoid whether to keep off all other areas of the plane
	 */
	public Edit brush(UUID id, PolygonShape stroke, Brush mode, boolean avoid) {
		AnnotationObject object = area(id);
		Optional<PolygonShape> shape = mode == Brush.SUBTRACT
				? OutlineAlgebra.subtract(object.shape(), stroke)
				: clear(stroke, object.plane(), id, avoid).flatMap(free -> OutlineAlgebra.union(object.shape(), free));
		EditBuilder edit = document.edit(mode == Brush.ADD ? "Brush" : "Erase");
		if (shape.isPresent()) edit.put(with(object, shape.get()));
		else if (mode == Brush.SUBTRACT) edit.removeObject(id);
		return edit.apply();
	}

	/** What of a stroke lies on no area of the plane; the whole stroke if nothing is to be avoided. */
	public Optional<PolygonShape> clear(PolygonShape stroke, Plane plane, UUID except, boolean avoid) {
		if (!avoid) return Optional.of(stroke);
		List<Shape> others = new ArrayList<>();
		for (AnnotationObject other : document.objects())
			if (!other.id().equals(except) && other.shape().isArea() && other.reaches(plane.z(), plane.t()))
				others.add(other.shape());
		return OutlineAlgebra.avoid(stroke, others);
	}

	/**
	 * Joins areas of one plane into the first of them.
	 *
	 * @throws IllegalArgumentException if there are fewer than two areas, or they lie on several planes
	 */
	public Edit merge(Collection<UUID> ids) {
		List<AnnotationObject> areas = ids.stream().map(this::area).toList();
		if (areas.size() < 2) throw new IllegalArgumentException("Merging needs at least two areas, not " + areas.size() + ".");
		Plane plane = areas.get(0).plane();
		if (areas.stream().anyMatch(a -> !a.plane().equals(plane)))
			throw new IllegalArgumentException("Areas can be merged only if they lie on the same slice.");
		PolygonShape merged = OutlineAlgebra.merge(areas.stream().map(AnnotationObject::shape).toList())
				.orElseThrow(() -> new IllegalArgumentException("The areas enclose nothing."));
		EditBuilder edit = document.edit("Merge " + areas.size() + " objects").put(with(areas.get(0), merged));
		areas.subList(1, areas.size()).forEach(area -> edit.removeObject(area.id()));
		return edit.apply();
	}

	/**
	 * Cuts an area along a line. The largest piece stays the object; the others become new objects of the same class.
	 *
	 * @throws IllegalArgumentException if the line does not divide the area
	 */
	public Edit split(UUID id, Shape line) {
		AnnotationObject object = area(id);
		List<PolygonShape> pieces = OutlineSplit.split(object.shape(), line);
		if (pieces.size() < 2) throw new IllegalArgumentException("The line does not divide the object. Draw it right across.");
		EditBuilder edit = document.edit("Split into " + pieces.size()).put(with(object, pieces.get(0)));
		for (PolygonShape piece : pieces.subList(1, pieces.size()))
			edit.put(AnnotationObject.builder(piece, object.plane()).classKey(object.classKey()).coding(object.coding())
					.attributes(object.attributes())
					.appearance(object.appearance()).window(object.window()).parent(object.parent()).span(object.span())
					.provenance(object.provenance().modifiedAt(now))
					.name(object.name() == null ? null : object.name() + " (part)").build());
		return edit.apply();
	}

	public Edit fillHoles(Collection<UUID> ids) {
		return change("Fill holes", ids, OutlineAlgebra::fillHoles);
	}

	/** @param sigmaPx width of the Gaussian along the outline, in pixels */
	public Edit smooth(Collection<UUID> ids, double sigmaPx, boolean keepArea) {
		return change("Smooth", ids, shape -> OutlineSmoothing.gaussian(shape, sigmaPx, keepArea));
	}

	/** @param tolerancePx how far the new outline may lie from the old one */
	public Edit simplify(Collection<UUID> ids, double tolerancePx) {
		return change("Simplify", ids, shape -> OutlineSmoothing.simplify(shape, tolerancePx));
	}

	/** Takes away from each area what another area of its plane covers. */
	public Edit removeOverlap(Collection<UUID> ids) {
		EditBuilder edit = document.edit("Remove overlap");
		for (UUID id : ids) {
			AnnotationObject object = area(id);
			List<Shape> others = document.objects().stream()
					.filter(o -> !o.id().equals(id) && o.shape().isArea() && o.plane().equals(object.plane()))
					.map(AnnotationObject::shape).toList();
			if (others.stream().noneMatch(other -> OutlineAlgebra.overlap(object.shape(), other))) continue;
			OutlineAlgebra.avoid(object.shape(), others).ifPresentOrElse(left -> edit.put(with(object, left)),
					() -> edit.removeObject(id));
		}
		return edit.apply();
	}

	/**
	 * Measures the long and the short axis of an area as RECIST asks, as a new object that belongs to it.
	 *
	 * @param xSpacing distance between pixel columns
	 * @param ySpacing distance between pixel rows, in the same unit
	 */
	public Edit addAxes(UUID id, double xSpacing, double ySpacing) {
		AnnotationObject object = area(id);
		BidirectionalShape axes = Diameters.bidirectional(object.shape(), xSpacing, ySpacing)
				.orElseThrow(() -> new IllegalArgumentException("The object encloses nothing."));
		AnnotationObject measure = AnnotationObject.builder(axes, object.plane()).classKey(object.classKey()).parent(id)
				.window(object.window())
				.provenance(object.provenance().modifiedAt(now)).name(object.name() == null ? null : object.name() + " axes")
				.build();
		return document.edit("Add long and short axis").put(measure).apply();
	}

	private Edit change(String name, Collection<UUID> ids, Function<Shape, Optional<PolygonShape>> how) {
		EditBuilder edit = document.edit(name);
		for (UUID id : ids) {
			AnnotationObject object = area(id);
			how.apply(object.shape()).ifPresent(shape -> edit.put(with(object, shape)));
		}
		return edit.apply();
	}

	private AnnotationObject area(UUID id) {
		AnnotationObject object = document.object(id).orElseThrow(() -> new IllegalArgumentException("The object is gone."));
		if (!object.shape().isArea())
			throw new IllegalArgumentException(
					"The " + object.shape().kind().key() + (object.name() == null ? "" : " \"" + object.name() + "\"")
							+ " encloses no area; this needs one.");
		return object;
	}

	private AnnotationObject with(AnnotationObject object, Shape shape) {
		return object.toBuilder().shape(shape).modifiedAt(now).build();
	}
}
