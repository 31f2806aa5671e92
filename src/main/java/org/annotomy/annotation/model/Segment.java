package org.annotomy.annotation.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.annotomy.json.JsonObject;

/**
 * A structure marked by voxels: immutable. Its voxels are those of layer {@code layer} that hold {@code value}; segments of different
 * layers may overlap.
 *
 * @param id stable for the segment's life; DICOM Tracking UID
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
 * @param provenance where it comes from
 * @param foreign members of other programs
 */
public record Segment(UUID id, int layer, int value, String name, String classKey, Coding coding, Integer rgb, double opacity,
		boolean visible,
		boolean locked, Map<String, AttributeValue> attributes, Provenance provenance, JsonObject foreign) {

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
		return new Segment(id, layer, value, name, classKey, Coding.NONE, null, 0.5, true, false, Map.of(), Provenance.UNKNOWN,
				JsonObject.EMPTY);
	}

	/** The same segment with another class; null takes the class away. */
	public Segment withClass(String key) {
		return new Segment(id, layer, value, name, key, coding, rgb, opacity, visible, locked, attributes, provenance, foreign);
	}

	/** The same segment as another label of another layer; its voxels do not move by that. */
	public Segment inLayer(int otherLayer, int otherValue) {
		return new Segment(id, otherLayer, otherValue, name, classKey, coding, rgb, opacity, visible, locked, attributes,
				provenance, foreign);
	}
}
