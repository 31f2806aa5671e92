package org.annotomy.image;

/**
 * A quantity that the modality values stand for besides themselves: {@code value = slope · modality value + intercept}.
 *
 * @param name such as {@code SUVbw}
 * @param scale from modality values to the quantity; null if it cannot be had
 * @param words what went into the scale, or what is missing; a sentence for the user
 */
public record ValueMeaning(String name, ValueScale scale, String words) {

	/** @param words why the quantity cannot be had */
	public static ValueMeaning missing(String name, String words) {
		return new ValueMeaning(name, null, words);
	}

	public boolean isKnown() { return scale != null; }
}
