package org.annotomy.dicom.codec;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;

import org.annotomy.codec.jpeg2000.HtFixtures;
import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.CodecFuzz;
import org.junit.Test;

/** What the dataset says meets what the codestream says. */
public class HighThroughputTest {

	private static final String GRAY = "16x16x1_8bit_lossless.j2c";
	private static final String DEEP = "17x11x1_16bit_lossless.j2c";
	private static final String COLOR = "13x9x3_8bit_lossless.j2c";
	private static final int FIRST_DEPTH = 42;
	private static final int WIDTH = 8;

	private final FrameDecoder decoder = new Jpeg2000Decoder();

	private static PixelFormat format(int rows, int columns, int samples, int allocated, int stored, boolean signed) {
		return new PixelFormat(rows, columns, samples, allocated, stored, stored - 1, signed, false,
				samples == 3 ? "YBR_RCT" : "MONOCHROME2", false, 1);
	}

	@Test
	public void samplesAreAsWideAsAllocated() throws IOException {
		byte[] gray = HtFixtures.stream(GRAY);
		byte[] bytes = (byte[]) decoder.decode(gray, format(16, 16, 1, 8, 8, false)).samples();
		short[] shorts = (short[]) decoder.decode(gray, format(16, 16, 1, 16, 8, false)).samples();
		int[] ints = (int[]) decoder.decode(gray, format(16, 16, 1, 32, 8, false)).samples();
		for (int i = 0; i < 256; i++) {
			int expected = HtFixtures.sample(i % 16, i / 16, 0, 8);
			assertEquals(expected, bytes[i] & 0xff);
			assertEquals(expected, shorts[i]);
			assertEquals(expected, ints[i]);
		}
	}

	@Test
	public void transformedColoursAreRgbWhateverTheDatasetSays() throws IOException {
		FrameSamples frame = decoder.decode(HtFixtures.stream(COLOR), format(9, 13, 3, 8, 8, false));
		assertEquals("RGB", frame.photometric());
		byte[] samples = (byte[]) frame.samples();
		for (int i = 0; i < samples.length; i++)
			assertEquals(HtFixtures.sample(i / 3 % 13, i / 39, i % 3, 8), samples[i] & 0xff);
	}

	@Test
	public void signsOfCodestreamAndDatasetMayDiffer() throws IOException {
		byte[] stream = HtFixtures.stream(DEEP);
		short[] unsigned = (short[]) decoder.decode(stream, format(11, 17, 1, 16, 16, false)).samples();
		short[] read = (short[]) decoder.decode(stream, format(11, 17, 1, 16, 16, true)).samples();
		stream[FIRST_DEPTH] |= (byte) 0x80;
		short[] signed = (short[]) decoder.decode(stream, format(11, 17, 1, 16, 16, false)).samples();
		for (int i = 0; i < unsigned.length; i++) {
			int value = HtFixtures.sample(i % 17, i / 17, 0, 16);
			assertEquals((short) value, unsigned[i]);
			assertEquals("the same bits, read as signed", (short) value, read[i]);
			assertEquals("not shifted, then read as unsigned", (short) (value - 32768), signed[i]);
		}
	}

	@Test
	public void onlyTheStoredBitsCount() throws IOException {
		byte[] stream = HtFixtures.stream(DEEP);
		short[] unsigned = (short[]) decoder.decode(stream, format(11, 17, 1, 16, 10, false)).samples();
		short[] signed = (short[]) decoder.decode(stream, format(11, 17, 1, 16, 10, true)).samples();
		for (int i = 0; i < unsigned.length; i++) {
			int value = HtFixtures.sample(i % 17, i / 17, 0, 16);
			assertEquals(value & 0x3ff, unsigned[i]);
			assertEquals(value << 22 >> 22, signed[i]);
		}
	}

	@Test
	public void otherSizesAreRefused() throws IOException {
		refused(HtFixtures.stream(GRAY), format(16, 15, 1, 8, 8, false),
				"The JPEG 2000 stream has 16 × 16 pixels of 1 samples, but the file states 15 × 16 of 1.");
		refused(HtFixtures.stream(COLOR), format(9, 13, 1, 8, 8, false),
				"The JPEG 2000 stream has 13 × 9 pixels of 3 samples, but the file states 13 × 9 of 1.");
		refused(HtFixtures.stream(DEEP), format(11, 17, 1, 8, 8, false),
				"A stream of 16 bits does not fit 8 bits per sample.");
	}

	@Test
	public void noMemoryIsTakenForWhatAHeaderOnlyStates() throws IOException {
		ByteBuffer stream = ByteBuffer.wrap(HtFixtures.stream(GRAY));
		for (int at = WIDTH; at < WIDTH + 32; at += 16)
			stream.putInt(at, 40_000).putInt(at + 4, 50_000);
		refused(stream.array(), format(50_000, 40_000, 1, 8, 8, false),
				"The JPEG 2000 stream is too short for the size of the image.");
	}

	private void refused(byte[] stream, PixelFormat format, String message) {
		ImageFormatException e = assertThrows(message, ImageFormatException.class, () -> decoder.decode(stream, format));
		assertEquals(message, e.getMessage());
	}

	@Test
	public void noiseIsRefused() throws IOException {
		CodecFuzz fuzz = new CodecFuzz(20261128, 4 << 20);
		fuzz.add("gray", HtFixtures.stream(GRAY), bytes -> decoder.decode(bytes, format(16, 16, 1, 8, 8, false)));
		fuzz.add("colour", HtFixtures.stream(COLOR), bytes -> decoder.decode(bytes, format(9, 13, 3, 8, 8, false)));
		CodecFuzz.Tally tally = fuzz.run(5000);
		assertTrue(tally.toString(), tally.decoded() > 300 && tally.refused() > 3000);
		Random random = new Random(7);
		for (int i = 0; i < 1000; i++) {
			byte[] noise = new byte[random.nextInt(300)];
			random.nextBytes(noise);
			assertThrows(ImageFormatException.class, () -> decoder.decode(noise, format(16, 16, 1, 8, 8, false)));
		}
	}
}
