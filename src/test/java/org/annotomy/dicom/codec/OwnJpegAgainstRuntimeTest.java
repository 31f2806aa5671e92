package org.annotomy.dicom.codec;

import static org.annotomy.testing.JpegStreams.encode;
import static org.annotomy.testing.JpegStreams.picture;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegImage;
import org.annotomy.codec.jpeg.RuntimeJpeg;
import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.CodecFuzz;
import org.junit.Test;

/** Our own decoder reads 8-bit JPEG, too: it must give what the reader of the Java runtime (libjpeg) gives. */
public class OwnJpegAgainstRuntimeTest {

	private static void assertSame(String what, byte[] stream) throws IOException {
		JpegHeader header = JpegHeader.of(stream);
		byte[] expected = RuntimeJpeg.decode(stream, header);
		short[] actual = JpegImage.decode(stream, header);
		assertEquals(what, expected.length, actual.length);
		for (int i = 0; i < expected.length; i++)
			assertEquals(what + ", sample " + i, expected[i] & 0xff, actual[i]);
	}

	@Test
	public void bothReadersAgree() throws IOException {
		int[] sides = {1, 2, 3, 5, 8, 15, 16, 17, 33, 50};
		for (int i = 0; i < sides.length; i++)
			for (boolean progressive : new boolean[]{false, true}) {
				int other = sides[(i * 3 + 1) % sides.length];
				assertSame("grey " + sides[i], encode(picture(sides[i], other, false, i), progressive, 0, 0));
				for (int sampling : new int[]{11, 21, 22, 41, 42})
					assertSame("colour " + sides[i] + " × " + other + ", " + sampling,
							encode(picture(sides[i], other, true, i), progressive, sampling, 0));
			}
	}

	@Test
	public void bothReadersAgreeOnRestarts() throws IOException {
		int found = 0;
		for (int restart : new int[]{1, 3, 7})
			for (boolean progressive : new boolean[]{false, true}) {
				byte[] stream = encode(picture(90, 70, true, restart), progressive, 22, restart);
				for (int i = 0; i + 1 < stream.length; i++)
					if (stream[i] == -1 && (stream[i + 1] & 0xff) == 0xd0) found++;
				assertSame("restart " + restart, stream);
			}
		assertTrue(found + " restart markers", found > 6);
	}

	/** What other viewers show in grey is not in the stream. */
	@Test
	public void cutStreamsAreRefusedByBoth() throws IOException {
		byte[] stream = encode(picture(60, 60, true, 5), false, 22, 0);
		byte[] cut = Arrays.copyOf(stream, stream.length * 2 / 3);
		JpegHeader header = JpegHeader.of(cut);
		assertThrows(ImageFormatException.class, () -> RuntimeJpeg.decode(cut, header));
		assertThrows(ImageFormatException.class, () -> JpegImage.decode(cut, header));
	}

	/** Padding behind EOI, and no EOI at all. */
	@Test
	public void theEndMayBeOdd() throws IOException {
		byte[] stream = encode(picture(20, 12, false, 9), false, 0, 0);
		byte[] bare = Arrays.copyOf(stream, stream.length - 2);
		byte[] ones = Arrays.copyOf(stream, stream.length + 3);
		Arrays.fill(ones, stream.length, ones.length, (byte) -1);
		PixelFormat format = new PixelFormat(12, 20, 1, 8, 8, 7, false, false, "MONOCHROME2", false, 1);
		byte[] expected = (byte[]) new JpegDecoder().decode(stream, format).samples();
		for (byte[] odd : new byte[][]{bare, ones, Arrays.copyOf(stream, stream.length + 1)}) {
			assertArrayEquals(expected, (byte[]) new JpegDecoder().decode(odd, format).samples());
			assertSame("odd end", odd);
		}
	}

	/** The reader of the runtime does not wait for DNL; ours does not need it. */
	@Test
	public void theHeightMayBeLeftOpen() throws IOException {
		byte[] stream = encode(picture(20, 12, false, 9), false, 0, 0);
		PixelFormat format = new PixelFormat(12, 20, 1, 8, 8, 7, false, false, "MONOCHROME2", false, 1);
		byte[] expected = (byte[]) new JpegDecoder().decode(stream, format).samples();
		byte[] open = stream.clone();
		for (int i = 0; i < open.length; i++)
			if (open[i] == -1 && (open[i + 1] & 0xff) == 0xc0) {
				open[i + 5] = open[i + 6] = 0;
				break;
			}
		assertArrayEquals(expected, (byte[]) new JpegDecoder().decode(open, format).samples());
	}

	@Test
	public void mutatedStreamsAreDecodedOrRefused() throws IOException {
		CodecFuzz fuzz = new CodecFuzz(3, 16 << 20);
		FrameDecoder decoder = new JpegDecoder();
		for (boolean progressive : new boolean[]{false, true})
			for (int sampling : new int[]{11, 22}) {
				byte[] stream = encode(picture(16, 16, true, sampling), progressive, sampling, 0);
				PixelFormat format = new PixelFormat(16, 16, 3, 8, 8, 7, false, false, "YBR_FULL_422", false, 1);
				fuzz.add("8 bits " + sampling, stream, bytes -> decoder.decode(bytes, format));
			}
		CodecFuzz.Tally tally = fuzz.run(30_000);
		assertTrue(tally.toString(), tally.decoded() > 1000 && tally.refused() > 1000);
	}
}
