package org.annotomy.interchange.sidecar;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** Identities of features: UUIDs, and stable substitutes where a file has none. */
final class FeatureIds {

	/** As the texts compare. */
	static final Comparator<UUID> ORDER = FeatureIds::compare;

	private FeatureIds() {}

	private static int compare(UUID a, UUID b) {
		int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
		return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
	}

	/** Null if it is no UUID. */
	static UUID parse(JsonValue value) {
		return value instanceof JsonScalar scalar && isUuid(scalar.text(), true) ? UUID.fromString(scalar.text()) : null;
	}

	/** Whether this is a UUID in its usual form. */
	static boolean isUuid(String text, boolean capitals) {
		if (text.length() != 36) return false;
		for (int i = 0; i < 36; i++) {
			char c = text.charAt(i);
			boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
			boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || capitals && c >= 'A' && c <= 'F';
			if (hyphen ? c != '-' : !digit) return false;
		}
		return true;
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
		AnnotationObject free = id.equals(object.parent()) ? object.toBuilder().parent(null).build() : object;
		return free.withId(id);
	}
}
