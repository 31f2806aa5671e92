package org.annotomy.annotation.check;

import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.check.Finding.Kind;
import org.annotomy.annotation.check.Finding.Severity;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Box;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** An object together with its class; bounds and outline are worked out when first asked for. */
final class Mark {

	private final AnnotationObject object;
	private final AnnotationClass annotationClass;
	private Box bounds;
	private Geometry geometry;
	private EdgeTable edges;
	private PointOnGeometryLocator locator;
	private IndexedFacetDistance outline;

	/** @param annotationClass null if the object has none that the protocol knows */
	Mark(AnnotationObject object, AnnotationClass annotationClass) {
		this.object = object;
		this.annotationClass = annotationClass;
	}

	AnnotationObject object() {
		return object;
	}

	UUID id() {
		return object.id();
	}

	AnnotationClass annotationClass() {
		return annotationClass;
	}

	Box bounds() {
		if (bounds == null) bounds = object.shape().bounds();
		return bounds;
	}

	/** As drawn, perhaps crossing itself; only for shapes with an area. */
	EdgeTable edges() {
		if (edges == null) edges = new EdgeTable(geometry());
		return edges;
	}

	/** Whether a place lies in the area, or outside of it by at most {@code marginPx}. */
	boolean covers(Coordinate place, double marginPx) {
		if (locator == null) {
			locator = new IndexedPointInAreaLocator(geometry());
			outline = new IndexedFacetDistance(geometry());
		}
		if (locator.locate(place) != Location.EXTERIOR) return true;
		Envelope reach = new Envelope(geometry().getEnvelopeInternal());
		reach.expandBy(marginPx);
		return reach.contains(place) && outline.isWithinDistance(ShapeGeometry.FACTORY.createPoint(place), marginPx);
	}

	/** As drawn; perhaps invalid. */
	Geometry geometry() {
		if (geometry == null) geometry = ShapeGeometry.of(object.shape());
		return geometry;
	}

	/** Whether both can be seen in one plane. An object that is interpolated between slices counts where it was drawn. */
	boolean sharesPlaneWith(Mark other) {
		int c = object.plane().c();
		int otherC = other.object.plane().c();
		if (c != otherC && c >= 0 && otherC >= 0) return false;
		Span a = extent(object);
		Span b = extent(other.object);
		return a.firstZ() <= b.lastZ() && b.firstZ() <= a.lastZ() && a.firstT() <= b.lastT() && b.firstT() <= a.lastT();
	}

	/** Whether both are parts of one thing, such as its outlines on several slices. */
	boolean isPartOfSameThing(Mark other) {
		return object.instance() != null && object.instance().equals(other.object.instance());
	}

	/** How a sentence names it: {@code Target lesion "T1" (slice 5)}. */
	String words() {
		StringBuilder words = new StringBuilder(annotationClass != null ? annotationClass.name() : "The object");
		if (object.name() != null) words.append(" \"").append(object.name()).append('"');
		if (object.plane().z() > 0) words.append(" (slice ").append(object.plane().z() + 1).append(')');
		return words.toString();
	}

	Finding error(Kind kind, String message) {
		return finding(Severity.ERROR, kind, message);
	}

	Finding finding(Severity severity, Kind kind, String message) {
		return new Finding(severity, kind, object.classKey(), object.id(), null, message);
	}

	private static Span extent(AnnotationObject object) {
		if (object.span() != null && !object.span().interpolated()) return object.span();
		int z = object.plane().z();
		int t = object.plane().t();
		return new Span(z, z, t, t, List.of(), false);
	}
}
