package org.annotomy.codec.jpeg2000;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.CodecFuzz;
import org.junit.Test;

/** Codestreams of images by a formula, as they are, wrapped, changed and broken. */
public class CodestreamDecodingTest {

	private static final String GRAY = "16x16x1_8bit_lossless.j2c";
	private static final List<String> LOSSLESS = Stream.of(HtFixtures.HIGH_THROUGHPUT, HtFixtures.PLAIN).flatMap(List::stream)
			.toList();
	private static final int SIZ = 4;
	private static final int FIRST_DEPTH = 42;

	@Test
	public void losslessStreamsGiveTheFormula() throws IOException {
		for (String name : LOSSLESS) {
			Codestream codestream = Codestream.read(HtFixtures.stream(name));
			assertTrue(name, name.startsWith(codestream.width() + "x" + codestream.height() + "x" + codestream.components() + "_"
					+ codestream.precision(0) + "bit"));
			assertEquals(HtFixtures.HIGH_THROUGHPUT.contains(name), codestream.isHighThroughput());
			requireFormula(name, codestream, 0);
		}
	}

	@Test
	public void lossyStreamsAreNear() throws IOException {
		Codestream codestream = Codestream.read(HtFixtures.stream(HtFixtures.LOSSY));
		assertTrue(codestream.hasColorTransform());
		requireFormula(HtFixtures.LOSSY, codestream, 6);
	}

	private static void requireFormula(String name, Codestream codestream, int tolerance) throws IOException {
		int[][] planes = codestream.decode();
		for (int c = 0; c < planes.length; c++)
			for (int i = 0; i < planes[c].length; i++)
				assertEquals(name + " " + c + " " + i,
						HtFixtures.sample(i % codestream.width(), i / codestream.width(), c, codestream.precision(c)),
						planes[c][i],
						tolerance);
	}

	@Test
	public void boxesAreLookedInto() throws IOException {
		byte[] raw = HtFixtures.stream(GRAY);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		box(file, "jP  ", new byte[]{0x0d, 0x0a, (byte) 0x87, 0x0a});
		box(file, "ftyp", "jph \0\0\0\0jph ".getBytes());
		box(file, "jp2h", new byte[30]);
		box(file, "jp2c", raw);
		assertArrayEquals(Codestream.read(raw).decode(), Codestream.read(file.toByteArray()).decode());
		ByteArrayOutputStream palette = new ByteArrayOutputStream();
		box(palette, "jP  ", new byte[4]);
		ByteArrayOutputStream header = new ByteArrayOutputStream();
		box(header, "ihdr", new byte[14]);
		box(header, "pclr", new byte[9]);
		box(palette, "jp2h", header.toByteArray());
		box(palette, "jp2c", raw);
		refused(palette.toByteArray(), "JPEG 2000 files with a palette of their own are not supported.");
	}

	private static void box(ByteArrayOutputStream out, String type, byte[] content) {
		out.writeBytes(ByteBuffer.allocate(4).putInt(content.length + 8).array());
		out.writeBytes(type.getBytes());
		out.writeBytes(content);
	}

	@Test
	public void aMissingEndMarkerAndPaddingAreForgiven() throws IOException {
		byte[] raw = HtFixtures.stream(GRAY);
		int[][] expected = Codestream.read(raw).decode();
		assertArrayEquals(expected, Codestream.read(Arrays.copyOf(raw, raw.length - 2)).decode());
		assertArrayEquals(expected, Codestream.read(Arrays.copyOf(raw, raw.length + 1)).decode());
		byte[] open = raw.clone();
		Arrays.fill(open, find(open, Marker.SOT) + 6, find(open, Marker.SOT) + 10, (byte) 0);
		assertArrayEquals("tile-part to the end", expected, Codestream.read(open).decode());
		assertArrayEquals(expected, Codestream.read(Arrays.copyOf(open, raw.length + 1)).decode());
	}

	@Test
	public void cutStreamsAreRefusedAtAnyPlace() throws IOException {
		for (String name : LOSSLESS) {
			byte[] raw = HtFixtures.stream(name);
			for (int length = 0; length < raw.length - 2; length++) {
				byte[] cut = Arrays.copyOf(raw, length);
				assertThrows(name + " " + length, ImageFormatException.class, () -> Codestream.read(cut).decode());
			}
		}
	}

	@Test
	public void whatIsNotSupportedIsNamedInWords() throws IOException {
		byte[] raw = HtFixtures.stream(GRAY);
		refused(new byte[0], "This is not a JPEG 2000 codestream.");
		refused(changed(raw, FIRST_DEPTH + 1, 0), "The JPEG 2000 header states a component without samples.");
		refused(changed(raw, FIRST_DEPTH, 30), "JPEG 2000 with 31 bits per sample is not supported; up to 28 are. "
				+ "Convert the file to an uncompressed transfer syntax first.");
		int style = find(raw, Marker.COD) + 12;
		refused(changed(raw, style, 0xc0),
				"High-Throughput JPEG 2000 mixed with plain JPEG 2000 code-blocks is not supported. Convert the file first.");
		refused(withRegion(raw, 1), "JPEG 2000 regions of interest by Part 2 are not supported.");
		refused(withRegion(raw, 0), "High-Throughput JPEG 2000 with a region of interest is not supported.");
		refused(changed(raw, find(raw, Marker.QCD) + 1, 0x77),
				"The JPEG 2000 header has a marker that is not of Part 1 or 15: ff77.");
		refused(changed(raw, SIZ + 4, 0x7f), "The JPEG 2000 header states more than 65535 tiles.");
	}

	private static byte[] withRegion(byte[] raw, int style) {
		int at = find(raw, Marker.QCD);
		return ByteBuffer.allocate(raw.length + 7).put(raw, 0, at).putInt(Marker.RGN << 16 | 5).put((byte) 0).put((byte) style)
				.put((byte) 3).put(raw, at, raw.length - at).array();
	}

	private static byte[] changed(byte[] raw, int at, int value) {
		byte[] changed = raw.clone();
		changed[at] = (byte) value;
		return changed;
	}

	private static int find(byte[] raw, int marker) {
		int at = 0;
		while (((raw[at] & 0xff) << 8 | raw[at + 1] & 0xff) != marker)
			at++;
		return at;
	}

	private static void refused(byte[] bytes, String message) {
		ImageFormatException e = assertThrows(message, ImageFormatException.class, () -> Codestream.read(bytes).decode());
		assertEquals(message, e.getMessage());
	}

	@Test
	public void brokenStreamsAreAnsweredOrRefused() throws IOException {
		CodecFuzz fuzz = new CodecFuzz(20261127, 8 << 20);
		for (String name : LOSSLESS)
			fuzz.add(name, HtFixtures.stream(name), CodestreamDecodingTest::decodeSmall);
		fuzz.add(HtFixtures.LOSSY, HtFixtures.stream(HtFixtures.LOSSY), CodestreamDecodingTest::decodeSmall);
		CodecFuzz.Tally tally = fuzz.run(60_000);
		assertTrue(tally.toString(), tally.decoded() > 10_000 && tally.refused() > 20_000);
	}

	/** A caller looks at the size before it has anything decoded. */
	private static void decodeSmall(byte[] bytes) throws IOException {
		Codestream codestream = Codestream.read(bytes);
		if ((long) codestream.width() * codestream.height() * codestream.components() > 1 << 12)
			throw new ImageFormatException("too large");
		codestream.decode();
	}
}
