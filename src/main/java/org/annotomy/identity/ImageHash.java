package org.annotomy.identity;

import java.util.Locale;

/**
 * A digest of an image. Two images with an equal digest of the same kind are the same image.
 *
 * @param of what was digested: {@code file} (its bytes) or {@code pixels} (decoded, little endian, x fastest, then y, z, c, t)
 * @param algorithm such as {@code sha256}
 * @param value lower-case hexadecimal
 */
public record ImageHash(String of, String algorithm, String value) {

	public ImageHash {
		value = value.toLowerCase(Locale.ROOT);
	}

	boolean isComparableTo(ImageHash other) {
		return of.equals(other.of) && algorithm.equals(other.algorithm);
	}
}
