package org.annotomy.slide.tiff;

import static org.junit.Assert.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.annotomy.codec.jpeg.JpegColours;
import org.annotomy.slide.Slide;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.annotomy.testing.OutsideTool;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Aperio's two kinds of JPEG 2000: RGB, and Y, Cb and Cr with colour differences at half the width. */
public class AperioJpeg2000Test {

	private static final int SIDE = 64;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path slide(int compression, byte[] tile) throws Exception {
		int[][] entries = {{TiffTag.WIDTH, 4, 1, SIDE}, {TiffTag.HEIGHT, 4, 1, SIDE}, {TiffTag.BITS, 3, 3, 400},
				{TiffTag.COMPRESSION, 3, 1, compression},
				{TiffTag.PHOTOMETRIC, 3, 1, 2}, {TiffTag.DESCRIPTION, 2, 40, 420}, {TiffTag.SAMPLES, 3, 1, 3},
				{TiffTag.TILE_WIDTH, 4, 1, SIDE},
				{TiffTag.TILE_HEIGHT, 4, 1, SIDE}, {TiffTag.TILE_OFFSETS, 4, 1, 512}, {TiffTag.TILE_COUNTS, 4, 1, tile.length}};
		ByteBuffer file = ByteBuffer.allocate(512 + tile.length).order(ByteOrder.LITTLE_ENDIAN);
		file.putInt(0x2a4949).putInt(8).putShort((short) entries.length);
		for (int[] entry : entries)
			file.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]).putInt(entry[3]);
		file.position(400).putShort((short) 8).putShort((short) 8).putShort((short) 8);
		file.position(420).put("Aperio Image\r\n64x64 |AppMag = 40|MPP = 0.25".substring(0, 39)
				.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
		file.position(512).put(tile);
		return Files.write(folder.getRoot().toPath().resolve("slide" + compression + ".svs"), file.array());
	}

	private byte[] encoded(byte[] raw, String sampling) throws Exception {
		Path root = folder.getRoot().toPath();
		Files.write(root.resolve("in.raw"), raw);
		OutsideTool.must("opj_compress", "-i", root + "/in.raw", "-o", root + "/out.j2k", "-mct", "0", "-n", "3", "-F",
				SIDE + "," + SIDE + ",3,8,u@" + sampling);
		return Files.readAllBytes(root.resolve("out.j2k"));
	}

	private static void assertPixels(Path file, byte[] raw, int step, boolean ycc) throws Exception {
		try (Slide slide = new TiffSlideReader().open(file, Progress.NONE)) {
			int[] found = (int[]) slide.readTile(new TileAddress(0, 0, 0, 0, 0, 0)).samples();
			int[] expected = new int[1];
			int pixels = SIDE * SIDE;
			for (int i = 0; i < pixels; i++) {
				int at = i % SIDE / step + i / SIDE * (SIDE / step);
				byte[] samples = {raw[i], raw[pixels + at], raw[pixels + pixels / step + at]};
				if (ycc) JpegColours.toRgb(samples, 0, 3, expected, 0, 1);
				else expected[0] = (samples[0] & 0xff) << 16 | (samples[1] & 0xff) << 8 | samples[2] & 0xff;
				assertEquals(expected[0], found[i]);
			}
			assertEquals("JPEG 2000", slide.facts().facts().get("Compression"));
			assertEquals("Aperio", slide.facts().facts().get("Vendor"));
		}
	}

	@Test
	public void coloursAreThoseOfTheFile() throws Exception {
		byte[] half = new byte[2 * SIDE * SIDE];
		new Random(3).nextBytes(half);
		assertPixels(slide(TiffCompression.APERIO_YCC, encoded(half, "1x1:2x1:2x1")), half, 2, true);
		byte[] whole = new byte[3 * SIDE * SIDE];
		new Random(4).nextBytes(whole);
		byte[] tile = encoded(whole, "1x1:1x1:1x1");
		assertPixels(slide(TiffCompression.APERIO_RGB, tile), whole, 1, false);
		assertPixels(slide(TiffCompression.APERIO_YCC, tile), whole, 1, true);
	}
}
