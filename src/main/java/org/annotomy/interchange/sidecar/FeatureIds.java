package org.annotomy.interchange.sidecar;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** Identities of features: UUIDs, and stable substitutes where a file has none. */
final class FeatureIds {

	/** As the texts compare. */
	static final Comparator<UUID> ORDER = Comparator.<UUID>comparingLong(id -> id.getMostSignificantBits() ^ Long.MIN_VALUE)
			.thenComparingLong(id -> id.getLeastSignificantBits() ^ Long.MIN_VALUE);

	private static final Pattern UUID_TEXT = Pattern
			.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private FeatureIds() {}

	/** Null if it is no UUID. */
	static UUID parse(JsonValue value) {
		if (!(value instanceof JsonScalar scalar) || scalar.text().length() != 36 || !UUID_TEXT.matcher(scalar.text()).matches())
			return null;
		return UUID.fromString(scalar.text());
	}

	/** Always the same for the same id and number. */
	static UUID derived(UUID from, int number) {
		return ofText(from + "/" + number);
	}

	/** Always the same for the same text. */
	static UUID ofText(String text) {
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The same object under another id. */
	static AnnotationObject renamed(AnnotationObject object, UUID id) {
		Shape shape = object.shape();
		return AnnotationObject.builder(id, shape, object.plane()).type(object.type()).span(object.span())
				.classKey(object.classKey()).coding(object.coding()).name(object.name()).comment(object.comment())
				.attributes(object.attributes()).appearance(object.appearance()).locked(object.locked())
				.parent(id.equals(object.parent()) ? null : object.parent()).instance(object.instance())
				.tracking(object.tracking()).window(object.window()).provenance(object.provenance())
				.measurements(object.measurements()).metadata(object.metadata()).foreign(object.foreign()).build();
	}
}
