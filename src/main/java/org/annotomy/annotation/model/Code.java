package org.annotomy.annotation.model;

import java.util.Objects;

/**
 * A coded concept (DICOM PS3.3 section 8).
 *
 * @param scheme coding scheme designator, such as {@code SCT} or {@code DCM}
 * @param value such as {@code 52988006}
 * @param meaning in words, such as {@code Lesion}
 * @param version of the scheme; null if it has none
 */
public record Code(String scheme, String value, String meaning, String version) {

	public Code {
		Objects.requireNonNull(scheme, "scheme");
		Objects.requireNonNull(value, "value");
		Objects.requireNonNull(meaning, "meaning");
	}

	public static Code of(String scheme, String value, String meaning) {
		return new Code(scheme, value, meaning, null);
	}

	/** Whether both name the same concept: scheme and value decide, the words do not. */
	public boolean sameConcept(Code other) {
		return scheme.equals(other.scheme) && value.equals(other.value);
	}
}
