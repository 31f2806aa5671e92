package org.annotomy.annotation.detection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;

/**
 * What very many detections have in common: all of an object but its identity, its outline and the values of its measurements. Equal for
 * objects that differ in nothing else.
 */
public final class DetectionKind {

	private static final UUID NOBODY = new UUID(0, 0);
	private static final Vertices ANYWHERE = Vertices.of(0, 0, 1, 0, 0, 1);
	private static final RectangleShape SOME_SQUARE = RectangleShape.of(0, 0, 1, 1);

	private final AnnotationObject pattern;
	private final List<String> measurements;
	private final int hash;

	private DetectionKind(AnnotationObject pattern) {
		this.pattern = pattern;
		measurements = List.copyOf(pattern.measurements().keySet());
		hash = pattern.hashCode();
	}

	/**
	 * The kind of an object.
	 *
	 * @throws IllegalArgumentException if its shape is neither a polygon nor an upright rectangle
	 */
	public static DetectionKind of(AnnotationObject object) {
		Map<String, Double> names = new LinkedHashMap<>();
		object.measurements().keySet().forEach(name -> names.put(name, 0.0));
		return new DetectionKind(object.toBuilder().shape(standIn(object.shape())).measurements(names).build().withId(NOBODY));
	}

	private static Shape standIn(Shape shape) {
		if (shape instanceof PolygonShape polygon) return PolygonShape.of(ANYWHERE, polygon.origin());
		if (shape instanceof RectangleShape rectangle && rectangle.cornerDiameter() == 0) return SOME_SQUARE;
		throw new IllegalArgumentException("A detection's outline is a polygon, not a " + shape.kind().key() + ".");
	}

	/** An object of this kind whose id is 0, whose outline is some triangle or square and whose measurements are 0. */
	public AnnotationObject pattern() {
		return pattern;
	}

	/** Names of the measurements that each has, in their order. */
	public List<String> measurements() {
		return measurements;
	}

	public String classKey() {
		return pattern.classKey();
	}

	public ObjectType type() {
		return pattern.type();
	}

	public boolean locked() {
		return pattern.locked();
	}

	public boolean visible() {
		return pattern.appearance().visible();
	}

	/** Whether the outlines are upright rectangles, and no polygons that look like one. */
	boolean isRectangular() {
		return pattern.shape() instanceof RectangleShape;
	}

	private Shape shape(Vertices outline) {
		return pattern.shape() instanceof PolygonShape polygon
				? PolygonShape.of(outline, polygon.origin())
				: new RectangleShape(Box.around(outline.toArray()), 0);
	}

	/**
	 * The kind that objects of this kind become, if that can be said for all of them alike.
	 *
	 * @param how changes an object whatever its id, outline and measurements are
	 * @return null if outline or measurements would change
	 */
	DetectionKind changed(UnaryOperator<AnnotationObject> how) {
		AnnotationObject after = how.apply(pattern);
		boolean alike = after.shape() == pattern.shape() && after.id().equals(pattern.id())
				&& after.measurements().equals(pattern.measurements());
		return alike ? after.equals(pattern) ? this : new DetectionKind(after) : null;
	}

	/** @param values in the order of {@link #measurements} */
	AnnotationObject object(UUID id, Vertices outline, double[] values) {
		AnnotationObject.Builder object = pattern.withId(id).toBuilder().shape(shape(outline));
		if (values.length > 0) {
			Map<String, Double> named = new LinkedHashMap<>();
			for (int i = 0; i < values.length; i++)
				named.put(measurements.get(i), values[i]);
			object.measurements(named);
		}
		return object.build();
	}

	/** Values of an object of this kind, in the order of {@link #measurements}. */
	static double[] values(AnnotationObject object) {
		return object.measurements().values().stream().mapToDouble(Double::doubleValue).toArray();
	}

	@Override
	public boolean equals(Object other) {
		return this == other || other instanceof DetectionKind kind && hash == kind.hash && pattern.equals(kind.pattern)
				&& measurements.equals(kind.measurements);
	}

	@Override
	public int hashCode() {
		return hash;
	}
}
