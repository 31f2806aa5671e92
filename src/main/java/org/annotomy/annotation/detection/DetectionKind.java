package org.annotomy.annotation.detection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.geometry.Vertices;

/**
 * What very many detections have in common: all of an object but its identity, its outline and the values of its measurements. Equal for
 * objects that differ in nothing else.
 */
public final class DetectionKind {

	private static final UUID NOBODY = new UUID(0, 0);
	private static final Vertices ANYWHERE = Vertices.of(0, 0, 1, 0, 0, 1);

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
	 * @throws IllegalArgumentException if its shape is no polygon
	 */
	public static DetectionKind of(AnnotationObject object) {
		if (!(object.shape() instanceof PolygonShape polygon))
			throw new IllegalArgumentException("A detection's outline is a polygon, not a " + object.shape().kind().key() + ".");
		Map<String, Double> names = new LinkedHashMap<>();
		object.measurements().keySet().forEach(name -> names.put(name, 0.0));
		return new DetectionKind(object.toBuilder().shape(PolygonShape.of(ANYWHERE, polygon.origin())).measurements(names).build()
				.withId(NOBODY));
	}

	/** An object of this kind whose id is 0, whose outline is some triangle and whose measurements are 0. */
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

	Origin origin() {
		return ((PolygonShape) pattern.shape()).origin();
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
		AnnotationObject.Builder object = pattern.withId(id).toBuilder().shape(PolygonShape.of(outline, origin()));
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
