package org.annotomy.testing;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.annotomy.image.ImageFormatException;
import org.junit.Test;

/** The harness finds what it is there to find. */
public class CodecFuzzTest {

	private static final byte[] STREAM = {1, 2, 3, 4, 5, 6, 7, 8};

	private static CodecFuzz fuzz(CodecFuzz.Decoding decoding) {
		return new CodecFuzz(1, 1 << 20).add("a", STREAM, decoding).add("b", STREAM.clone(), decoding);
	}

	private static void checkSum(byte[] bytes) throws ImageFormatException {
		int sum = 0;
		for (byte b : bytes)
			sum += b;
		if (sum % 4 != 0) throw new ImageFormatException("broken");
	}

	@Test
	public void answersAndRefusalsAreCounted() throws IOException {
		CodecFuzz.Tally tally = fuzz(CodecFuzzTest::checkSum).run(1000);
		assertEquals(1000, tally.decoded() + tally.refused());
		assertTrue(tally.decoded() > 50 && tally.refused() > 50);
	}

	@Test
	public void theSameSeedMakesTheSameInputs() {
		for (int i = 0; i < 200; i++)
			assertArrayEquals(fuzz(CodecFuzzTest::checkSum).mutation(i), fuzz(CodecFuzzTest::checkSum).mutation(i));
	}

	@Test
	public void otherErrorsAreFound() {
		found("ArrayIndexOutOfBounds", bytes -> bytes.clone()[7]++);
		found("StackOverflowError", bytes -> { if (bytes.length != 8) throw new StackOverflowError(); });
		found("refuses without a word", bytes -> { if (bytes.length != 8) throw new ImageFormatException(""); });
		found("bytes allocated",
				bytes -> { if (bytes.length != 8 && new byte[2 << 20].length == 0) throw new AssertionError(); });
	}

	private static void found(String what, CodecFuzz.Decoding decoding) {
		AssertionError e = assertThrows(AssertionError.class, () -> fuzz(decoding).run(1000));
		assertTrue(e.getMessage(), e.getMessage().contains(what) && e.getMessage().contains("mutation "));
	}
}
