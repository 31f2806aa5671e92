package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;

import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.CodecFuzz;
import org.annotomy.testing.OutsideTool;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** RLE Lossless against what dcmcrle encodes, streams written out by hand, and an encoder of these tests for what dcmtk lacks. */
public class RleDecoderTest {

	private static final int ROWS = 13;
	private static final int COLUMNS = 19;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private final RleDecoder decoder = new RleDecoder();

	@Test
	public void framesThatDcmtkEncodesAreExact() throws IOException {
		for (PixelFormat format : new PixelFormat[]{Frames.gray(ROWS, COLUMNS, 8, 8, false),
				Frames.gray(ROWS, COLUMNS, 8, 6, true),
				Frames.gray(ROWS, COLUMNS, 16, 12, false), Frames.gray(ROWS, COLUMNS, 16, 16, true),
				Frames.gray(ROWS, COLUMNS, 32, 32, false), Frames.gray(ROWS, COLUMNS, 32, 20, true),
				Frames.color(ROWS, COLUMNS, 8, "RGB"), Frames.color(ROWS, COLUMNS, 16, "RGB")}) {
			int bits = format.bitsStored();
			int[] a = waves(1, format, bits);
			int[] b = waves(2, format, bits);
			Path raw = folder.getRoot().toPath().resolve("raw.dcm");
			Path coded = folder.getRoot().toPath().resolve("rle.dcm");
			FrameFile.write(raw, format, a, b);
			OutsideTool.must("dcmcrle", raw.toString(), coded.toString());
			assertArrayEquals(format.toString(), a, FrameFile.read(coded, 0));
			assertArrayEquals(format.toString(), b, FrameFile.read(coded, 1));
		}
	}

	private static int[] waves(long seed, PixelFormat format, int bits) {
		if (bits == 32) return new Random(seed).ints(ROWS * COLUMNS * format.samples()).toArray();
		return Frames.waves(seed, ROWS, COLUMNS, format.samples(), bits, format.signed());
	}

	@Test
	public void colorOf32BitsHasTwelveSegments() throws IOException {
		PixelFormat format = Frames.color(ROWS, COLUMNS, 32, "RGB");
		int[] samples = new Random(3).ints(ROWS * COLUMNS * 3).toArray();
		assertArrayEquals(samples, (int[]) decoder.decode(encode(samples, 3, 4), format).samples());
	}

	@Test
	public void oneBitIsPackedFromTheLowestUp() throws IOException {
		PixelFormat format = new PixelFormat(3, 5, 1, 1, 1, 0, false, false, "MONOCHROME2", false, 1);
		byte[] stream = stream(new byte[]{1, (byte) 0b10110001, 0b0100_1010});
		assertArrayEquals(new byte[]{1, 0, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1},
				(byte[]) decoder.decode(stream, format).samples());
	}

	/** PS3.5 G.3.1: literal runs, repeated bytes, and -128, which means nothing. */
	@Test
	public void allKindsOfRunsAreUnderstood() throws IOException {
		PixelFormat format = Frames.gray(1, 9, 8, 8, false);
		byte[] stream = stream(new byte[]{-128, 2, 10, 20, 30, -128, -3, 7, 1, 1, 2});
		assertArrayEquals(new byte[]{10, 20, 30, 7, 7, 7, 7, 1, 2}, (byte[]) decoder.decode(stream, format).samples());
		byte[] odd = stream(new byte[]{2, 10, 20, 30, -3, 7, 3, 1, 2, 3, 4, 0, 0});
		assertArrayEquals("a run beyond the end, and padding", new byte[]{10, 20, 30, 7, 7, 7, 7, 1, 2},
				(byte[]) decoder.decode(odd, format).samples());
	}

	@Test
	public void theNumberOfSegmentsMustFit() {
		PixelFormat format = Frames.gray(2, 2, 16, 16, false);
		refused("The RLE data has 1 segments, but 2 are needed for 1 samples of 16 bits.", stream(new byte[]{-3, 7}), format);
		refused("The RLE data has 4294967295 segments, but 2 are needed for 1 samples of 16 bits.", patched(-1, 64, 66), format);
		refused("The RLE header is cut short.", new byte[63], format);
	}

	@Test
	public void segmentsMustLieInTheData() {
		PixelFormat format = Frames.gray(2, 2, 16, 16, false);
		refused("The RLE segment 1 is outside the data.", patched(2, 60, 66), format);
		refused("The RLE segment 1 is outside the data.", patched(2, 66, 64), format);
		refused("The RLE segment 1 is outside the data.", patched(2, 64, 1000), format);
		refused("The RLE segment 1 is outside the data.", patched(2, -4, 66), format);
	}

	@Test
	public void dataThatEndsEarlyIsRefused() {
		refused("The RLE data ends after 3 of 4 bytes.", stream(new byte[]{-2, 7}), Frames.gray(2, 2, 8, 8, false));
		refused("The RLE data ends after 0 of 4 bytes.", stream(new byte[]{-128}), Frames.gray(2, 2, 8, 8, false));
		refused("The RLE data is too short for the size of the image.", stream(new byte[]{-127, 7}),
				Frames.gray(500, 500, 8, 8, false));
	}

	private void refused(String message, byte[] encoded, PixelFormat format) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> decoder.decode(encoded, format));
		assertEquals(message, e.getMessage());
	}

	@Test
	public void mutatedStreamsAreDecodedOrRefused() throws IOException {
		CodecFuzz fuzz = new CodecFuzz(11, 1 << 20);
		for (int size : new int[]{1, 2, 4})
			for (int components : new int[]{1, 3}) {
				PixelFormat format = components == 1
						? Frames.gray(9, 11, 8 * size, 8 * size, false)
						: Frames.color(9, 11, 8 * size, "RGB");
				int[] samples = Frames.waves(size, 9, 11, components, 8 * Math.min(size, 2), false);
				fuzz.add(components + " × " + size, encode(samples, components, size), bytes -> decoder.decode(bytes, format));
			}
		CodecFuzz.Tally tally = fuzz.run(40_000);
		assertTrue(tally.toString(), tally.decoded() > 4000 && tally.refused() > 4000);
	}

	private static byte[] patched(int segments, int first, int second) {
		byte[] stream = stream(new byte[]{-3, 7}, new byte[]{-3, 9});
		ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).putInt(segments).putInt(first).putInt(second);
		return stream;
	}

	private static byte[] stream(byte[]... segments) {
		ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(segments.length);
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (byte[] segment : segments) {
			header.putInt(64 + body.size());
			body.writeBytes(segment);
		}
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		stream.writeBytes(header.array());
		body.writeBytes(new byte[body.size() & 1]);
		stream.writeBytes(body.toByteArray());
		return stream.toByteArray();
	}

	private static byte[] encode(int[] samples, int components, int size) {
		byte[][] segments = new byte[components * size][];
		for (int c = 0; c < components; c++)
			for (int b = 0; b < size; b++) {
				byte[] plane = new byte[samples.length / components];
				for (int i = 0; i < plane.length; i++)
					plane[i] = (byte) (samples[i * components + c] >>> 8 * (size - 1 - b));
				segments[c * size + b] = packed(plane);
			}
		return stream(segments);
	}

	private static byte[] packed(byte[] plane) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int at = 0; at < plane.length;) {
			int run = 1;
			while (at + run < plane.length && run < 128 && plane[at + run] == plane[at])
				run++;
			out.write(run == 1 ? 0 : 1 - run);
			out.write(plane[at]);
			at += run;
		}
		return out.toByteArray();
	}
}
