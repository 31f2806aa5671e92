package org.annotomy.annotation.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.annotomy.annotation.shape.Shape;

/**
 * One marked instance: an immutable value. Made and changed through {@link #builder} and {@link #toBuilder}.
 *
 * @param id stable for the object's life
 * @param type annotation, or one of a mass of detections
 * @param shape in the plane
 * @param plane where it was drawn
 * @param span slices and time points it reaches over, or null for its plane alone
 * @param classKey class in the protocol, or null if unclassified
 * @param coding codes that differ from the class's; {@link Coding#NONE} if they do not
 * @param name such as {@code L1}, or null
 * @param comment free text, or null
 * @param attributes answers by the protocol's attribute key
 * @param appearance how it is shown
 * @param occlusion how much of it is seen in the image
 * @param locked whether it must not be changed
 * @param parent the object it belongs to, or null
 * @param instance what ties several objects into one thing, or null
 * @param tracking identity of the thing itself if it differs from the object's, or null
 * @param window the display window it was drawn under, or null
 * @param provenance where it comes from
 * @param measurements numbers of other programs by name (NaN and infinities allowed)
 * @param metadata texts of other programs by name
 * @param foreign other members that were read and are to be kept
 */
public record AnnotationObject(UUID id, ObjectType type, Shape shape, Plane plane, Span span, String classKey, Coding coding,
		String name,
		String comment, Map<String, AttributeValue> attributes, Appearance appearance, Occlusion occlusion, boolean locked,
		UUID parent,
		String instance, Tracking tracking,
		ViewedWindow window, Provenance provenance, Map<String, Double> measurements, Map<String, String> metadata,
		ForeignMembers foreign) {

	public AnnotationObject {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(shape, "shape");
		Objects.requireNonNull(plane, "plane");
		Objects.requireNonNull(coding, "coding");
		Objects.requireNonNull(appearance, "appearance");
		Objects.requireNonNull(occlusion, "occlusion");
		Objects.requireNonNull(provenance, "provenance");
		Objects.requireNonNull(foreign, "foreign");
		if (id.equals(parent)) throw new IllegalArgumentException("An object cannot be its own parent.");
		attributes = frozen(attributes);
		measurements = frozen(measurements);
		metadata = frozen(metadata);
	}

	/** A new object with a new identity. */
	public static Builder builder(Shape shape, Plane plane) {
		return new Builder(UUID.randomUUID(), shape, plane);
	}

	/** An object with a known identity. */
	public static Builder builder(UUID id, Shape shape, Plane plane) {
		return new Builder(id, shape, plane);
	}

	/** A builder that holds all of this object. */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/** The same under another identity. @throws IllegalArgumentException if its parent has that id */
	public AnnotationObject withId(UUID newId) {
		return new AnnotationObject(newId, type, shape, plane, span, classKey, coding, name, comment, attributes, appearance,
				occlusion, locked, parent, instance, tracking, window, provenance, measurements, metadata, foreign);
	}

	/** Whether it is to be shown on slice z at time point t. */
	public boolean reaches(int z, int t) {
		return span == null ? plane.z() == z && plane.t() == t : span.contains(z, t);
	}

	/** Whether it is a mark of one of the wanted classes, by their keys, and has not been rejected. */
	public boolean countsAs(Predicate<String> wanted) {
		return classKey != null && wanted.test(classKey) && !provenance.isRejected();
	}

	/** The DICOM Tracking Unique Identifier: that of the thing if it has one, else the object's own. */
	public String trackingUid() {
		return Optional.ofNullable(tracking).map(Tracking::uid).orElseGet(() -> Tracking.uidOf(id));
	}

	private static <V> Map<String, V> frozen(Map<String, V> map) {
		return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}

	/** Collects what an object needs. */
	public static final class Builder {

		private final UUID id;
		private ObjectType type = ObjectType.ANNOTATION;
		private Shape shape;
		private Plane plane;
		private Span span;
		private String classKey;
		private Coding coding = Coding.NONE;
		private String name;
		private String comment;
		private Map<String, AttributeValue> attributes = Map.of();
		private Appearance appearance = Appearance.DEFAULT;
		private Occlusion occlusion = Occlusion.NONE;
		private boolean locked;
		private UUID parent;
		private String instance;
		private Tracking tracking;
		private ViewedWindow window;
		private Provenance provenance = Provenance.UNKNOWN;
		private Map<String, Double> measurements = Map.of();
		private Map<String, String> metadata = Map.of();
		private ForeignMembers foreign = ForeignMembers.NONE;

		private Builder(UUID id, Shape shape, Plane plane) {
			this.id = id;
			this.shape = shape;
			this.plane = plane;
		}

		private Builder(AnnotationObject from) {
			this(from.id, from.shape, from.plane);
			type = from.type;
			span = from.span;
			classKey = from.classKey;
			coding = from.coding;
			name = from.name;
			comment = from.comment;
			attributes = from.attributes;
			appearance = from.appearance;
			occlusion = from.occlusion;
			locked = from.locked;
			parent = from.parent;
			instance = from.instance;
			tracking = from.tracking;
			window = from.window;
			provenance = from.provenance;
			measurements = from.measurements;
			metadata = from.metadata;
			foreign = from.foreign;
		}

		public Builder type(ObjectType value) {
			type = value;
			return this;
		}

		public Builder shape(Shape value) {
			shape = value;
			return this;
		}

		public Builder plane(Plane value) {
			plane = value;
			return this;
		}

		public Builder span(Span value) {
			span = value;
			return this;
		}

		public Builder classKey(String value) {
			classKey = value;
			return this;
		}

		public Builder coding(Coding value) {
			coding = value;
			return this;
		}

		public Builder name(String value) {
			name = value;
			return this;
		}

		public Builder comment(String value) {
			comment = value;
			return this;
		}

		public Builder attributes(Map<String, AttributeValue> value) {
			attributes = value;
			return this;
		}

		/** Sets one answer; null takes it away. */
		public Builder attribute(String key, AttributeValue value) {
			Map<String, AttributeValue> changed = new LinkedHashMap<>(attributes);
			if (value == null) changed.remove(key);
			else changed.put(key, value);
			attributes = changed;
			return this;
		}

		public Builder appearance(Appearance value) {
			appearance = value;
			return this;
		}

		public Builder occlusion(Occlusion value) {
			occlusion = value;
			return this;
		}

		public Builder locked(boolean value) {
			locked = value;
			return this;
		}

		public Builder parent(UUID value) {
			parent = value;
			return this;
		}

		public Builder instance(String value) {
			instance = value;
			return this;
		}

		public Builder tracking(Tracking value) {
			tracking = value;
			return this;
		}

		public Builder window(ViewedWindow value) {
			window = value;
			return this;
		}

		public Builder provenance(Provenance value) {
			provenance = value;
			return this;
		}

		/** Notes when it was last changed. */
		public Builder modifiedAt(Instant now) {
			provenance = provenance.modifiedAt(now);
			return this;
		}

		public Builder measurements(Map<String, Double> value) {
			measurements = value;
			return this;
		}

		public Builder metadata(Map<String, String> value) {
			metadata = value;
			return this;
		}

		public Builder foreign(ForeignMembers value) {
			foreign = value;
			return this;
		}

		public AnnotationObject build() {
			return new AnnotationObject(id, type, shape, plane, span, classKey, coding, name, comment, attributes, appearance,
					occlusion, locked, parent, instance,
					tracking, window, provenance, measurements, metadata, foreign);
		}
	}
}
