package org.annotomy.imagej.lab;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.slide.render.PlaneChoice;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * Tissue that the program suggested earlier.
 *
 * @param untouched drafts as they were suggested
 * @param touched those that somebody has corrected, judged or locked: they are a person's now
 */
record TissueSuggestions(List<AnnotationObject> untouched, List<AnnotationObject> touched) {

	static final Provenance.Model MODEL = new Provenance.Model("tissue threshold", "1", Double.NaN);

	/** A piece of which so much lies in a touched one is that one. */
	private static final double SAME = 0.5;

	static TissueSuggestions in(AnnotationDocument document, String classKey, PlaneChoice plane) {
		List<AnnotationObject> untouched = new ArrayList<>();
		List<AnnotationObject> touched = new ArrayList<>();
		for (AnnotationObject object : document.individualObjects())
			if (classKey.equals(object.classKey()) && object.reaches(plane.z(), plane.t()) && isSuggested(object))
				(isUntouched(object) ? untouched : touched).add(object);
		return new TissueSuggestions(untouched, touched);
	}

	private static boolean isSuggested(AnnotationObject object) {
		return object.provenance().model() != null && object.provenance().model().name().equals(MODEL.name());
	}

	private static boolean isUntouched(AnnotationObject object) {
		Provenance from = object.provenance();
		return from.status() == Status.DRAFT && !object.locked() && from.created() != null
				&& from.created().equals(from.modified());
	}

	/** The pieces that are not there already as touched ones. */
	List<PolygonShape> notCovered(List<PolygonShape> pieces) {
		if (touched.isEmpty()) return pieces;
		List<Geometry> areas = touched.stream().map(object -> ShapeGeometry.area(object.shape())).toList();
		return pieces.stream().filter(piece -> areas.stream().noneMatch(area -> covers(area, ShapeGeometry.area(piece))))
				.toList();
	}

	private static boolean covers(Geometry area, Geometry piece) {
		if (!area.getEnvelopeInternal().intersects(piece.getEnvelopeInternal())) return false;
		return OverlayNGRobust.overlay(area, piece, OverlayNG.INTERSECTION).getArea() > SAME * piece.getArea();
	}
}
