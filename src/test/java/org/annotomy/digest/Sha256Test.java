package org.annotomy.digest;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.junit.Test;

/** The examples of NIST for FIPS 180-4. */
public class Sha256Test {

	private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

	@Test
	public void examples() {
		assertEquals(ABC, Sha256.hex("abc".getBytes(StandardCharsets.US_ASCII)));
		assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.hex(new byte[0]));
	}

	@Test
	public void pieceByPiece() {
		MessageDigest digest = Sha256.begin();
		digest.update((byte) 'a');
		digest.update("bc".getBytes(StandardCharsets.US_ASCII));
		assertEquals(ABC, Sha256.end(digest));
		digest.update("abc".getBytes(StandardCharsets.US_ASCII));
		assertEquals(ABC, Sha256.end(digest));
	}
}
