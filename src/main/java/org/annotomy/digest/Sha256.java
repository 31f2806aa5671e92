package org.annotomy.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4), written as 64 lower-case hexadecimal digits. It tells whether two contents are the same; it hides nothing that can
 * be guessed.
 */
public final class Sha256 {

	private Sha256() {}

	/** A digest to be fed piece by piece. Not for several threads. */
	public static MessageDigest begin() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}

	/** The 32 bytes of a content. */
	public static byte[] bytes(byte[] content) {
		return begin().digest(content);
	}

	/** The digits of a content. */
	public static String hex(byte[] content) {
		return HexFormat.of().formatHex(bytes(content));
	}

	/** The digits of what a digest was fed; the digest can be fed anew. */
	public static String end(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}
}
