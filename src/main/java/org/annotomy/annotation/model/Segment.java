package org.annotomy.annotation.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import org.annotomy.json.JsonObject;

/**
 * A structure marked by voxels: immutable. Its voxels are those of layer {@code layer} that hold {@code value}; segments of different
 * layers may overlap.
 *
 * @param id stable for the segment's life
 * @param layer from 0
 * @param value 1 to 65535, unique in its layer
 * @param name may be null
 * @param classKey class in the protocol, or null
 * @param coding codes that differ from the class's
 * @param rgb 0xRRGGBB of its own, or null for the class colour
 * @param opacity 0 to 1
 * @param visible whether it is shown
 * @param locked whether it must not be changed
 * @param attributes answers by the protocol's attribute key
 * @param tracking identity of the thing itself if it differs from the segment's, or null
 * @param provenance where it comes from
 * @param foreign members of other programs
 */
public record Segment(UUID id, int layer, int value, String name, String classKey, Coding coding, Integer rgb, double opacity,
		boolean visible,
		boolean locked, Map<String, AttributeValue> attributes, Tracking tracking, Provenance provenance, JsonObject foreign) {

	/** Opacity of a segment that says nothing else. */
	public static final double USUAL_OPACITY = 0.5;

	/** Largest label value: what an unsigned 16-bit label map holds. */
	public static final int MAX_VALUE = 65535;

	public Segment {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(coding, "coding");
		Objects.requireNonNull(provenance, "provenance");
		Objects.requireNonNull(foreign, "foreign");
		if (layer < 0) throw new IllegalArgumentException("A segment cannot lie in layer " + layer + ".");
		if (value < 1 || value > MAX_VALUE)
			throw new IllegalArgumentException("A segment's label must be from 1 to " + MAX_VALUE + ", not " + value + ".");
		if (!(opacity >= 0 && opacity <= 1))
			throw new IllegalArgumentException("Opacity must be from 0 to 1, not " + opacity + ".");
		attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
	}

	public static Segment of(UUID id, int layer, int value, String name, String classKey) {
		return builder(id, layer, value).name(name).classKey(classKey).build();
	}

	/** A segment that is visible, not locked, half transparent, and of which nothing else is known. */
	public static Builder builder(UUID id, int layer, int value) {
		return new Builder(id, layer, value);
	}

	/** A builder that holds all of this segment. */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/** The same segment as another one. */
	public Segment withId(UUID newId) {
		return new Segment(newId, layer, value, name, classKey, coding, rgb, opacity, visible, locked, attributes, tracking,
				provenance, foreign);
	}

	/** The DICOM Tracking Unique Identifier: that of the thing if it has one, else the segment's own. */
	public String trackingUid() {
		return tracking == null ? Tracking.uidOf(id) : tracking.uid();
	}

	/** As {@link AnnotationObject#countsAs}. */
	public boolean countsAs(Predicate<String> wanted) {
		return classKey != null && wanted.test(classKey) && !provenance.isRejected();
	}

	/** Collects what a segment needs. */
	public static final class Builder {

		private final UUID id;
		private int layer;
		private int value;
		private String name;
		private String classKey;
		private Coding coding = Coding.NONE;
		private Integer rgb;
		private double opacity = USUAL_OPACITY;
		private boolean visible = true;
		private boolean locked;
		private Map<String, AttributeValue> attributes = Map.of();
		private Tracking tracking;
		private Provenance provenance = Provenance.UNKNOWN;
		private JsonObject foreign = JsonObject.EMPTY;

		private Builder(UUID id, int layer, int value) {
			this.id = id;
			this.layer = layer;
			this.value = value;
		}

		private Builder(Segment from) {
			this(from.id, from.layer, from.value);
			name = from.name;
			classKey = from.classKey;
			coding = from.coding;
			rgb = from.rgb;
			opacity = from.opacity;
			visible = from.visible;
			locked = from.locked;
			attributes = from.attributes;
			tracking = from.tracking;
			provenance = from.provenance;
			foreign = from.foreign;
		}

		/** Its voxels do not move by that. */
		public Builder label(int newLayer, int newValue) {
			layer = newLayer;
			value = newValue;
			return this;
		}

		public Builder name(String newName) {
			name = newName;
			return this;
		}

		public Builder classKey(String newClassKey) {
			classKey = newClassKey;
			return this;
		}

		public Builder coding(Coding newCoding) {
			coding = newCoding;
			return this;
		}

		public Builder rgb(Integer newRgb) {
			rgb = newRgb;
			return this;
		}

		public Builder opacity(double newOpacity) {
			opacity = newOpacity;
			return this;
		}

		public Builder visible(boolean newVisible) {
			visible = newVisible;
			return this;
		}

		public Builder locked(boolean newLocked) {
			locked = newLocked;
			return this;
		}

		public Builder attributes(Map<String, AttributeValue> newAttributes) {
			attributes = newAttributes;
			return this;
		}

		public Builder tracking(Tracking newTracking) {
			tracking = newTracking;
			return this;
		}

		public Builder provenance(Provenance newProvenance) {
			provenance = newProvenance;
			return this;
		}

		public Builder foreign(JsonObject newForeign) {
			foreign = newForeign;
			return this;
		}

		public Segment build() {
			return new Segment(id, layer, value, name, classKey, coding, rgb, opacity, visible, locked, attributes, tracking,
					provenance, foreign);
		}
	}
}
