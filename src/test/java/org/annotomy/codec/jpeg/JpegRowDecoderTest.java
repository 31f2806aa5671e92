package org.annotomy.codec.jpeg;

import static org.annotomy.testing.JpegStreams.encode;
import static org.annotomy.testing.JpegStreams.picture;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.CodecFuzz;
import org.junit.Test;

/** Held against libjpeg, which is the reader of the Java runtime: the samples must be the same bit by bit. */
public class JpegRowDecoderTest {

	private static final int[] SAMPLINGS = {0, 11, 21, 22};

	private static JpegRowDecoder rows(byte[] stream) throws IOException {
		return JpegRowDecoder.of(stream, JpegHeader.of(stream));
	}

	/** A stream of a seeded picture: grey for 0, else as {@link org.annotomy.testing.JpegStreams} says. */
	private static byte[] stream(int width, int height, int sampling, int restart, long seed) throws IOException {
		float quality = 0.2f + 0.8f * (seed * 7 % 11) / 10;
		return encode(picture(width, height, sampling != 0, seed), false, sampling, restart, quality);
	}

	private static byte[] samples(JpegRowDecoder rows, JpegHeader header) throws IOException {
		int stride = header.columns() * header.components().size();
		byte[] samples = new byte[stride * header.rows()];
		for (int y = 0; y < header.rows(); y++)
			rows.next(samples, y * stride, header.columns());
		return samples;
	}

	private static int[] colours(JpegRowDecoder rows, boolean ycc, JpegHeader header) throws IOException {
		int[] colours = new int[header.columns() * header.rows()];
		for (int y = 0; y < header.rows(); y++)
			rows.next(ycc, colours, y * header.columns(), header.columns());
		return colours;
	}

	private static void assertAsRuntime(String what, byte[] stream) throws IOException {
		JpegHeader header = JpegHeader.of(stream);
		assertTrue(what, JpegRowDecoder.suits(header));
		byte[] expected = RuntimeJpeg.decode(stream, header);
		assertArrayEquals(what, expected, samples(rows(stream), header));
		if (header.components().size() == 1) return;
		int[] converted = new int[header.columns() * header.rows()];
		JpegColours.toRgb(expected, 0, 3, converted, 0, converted.length);
		assertArrayEquals(what, converted, colours(rows(stream), true, header));
		for (int i = 0; i < converted.length; i++)
			converted[i] = (expected[3 * i] & 0xff) << 16 | (expected[3 * i + 1] & 0xff) << 8 | expected[3 * i + 2] & 0xff;
		assertArrayEquals(what, converted, colours(rows(stream), false, header));
	}

	@Test
	public void everySizeAndSamplingIsThatOfTheRuntime() throws IOException {
		for (int width = 1; width <= 20; width++)
			for (int height = 1; height <= 20; height++)
				for (int sampling : SAMPLINGS)
					assertAsRuntime(width + " × " + height + ", " + sampling,
							stream(width, height, sampling, 0, width * 31L + height));
		Random random = new Random(8);
		for (int i = 0; i < 60; i++) {
			int width = 1 + random.nextInt(300);
			int height = 1 + random.nextInt(300);
			for (int sampling : SAMPLINGS)
				assertAsRuntime(width + " × " + height + ", " + sampling, stream(width, height, sampling, random.nextInt(9), i));
		}
	}

	/** Raw rasters are stored as they are: red, green and blue, all of one size. */
	@Test
	public void redGreenAndBlueAreJoined() throws IOException {
		Raster picture = picture(61, 45, true, 3).getRaster();
		WritableRaster bytes = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 61, 45, 3, null);
		for (int y = 0; y < 45; y++)
			for (int x = 0; x < 61; x++)
				bytes.setPixel(x, y, picture.getPixel(x, y, (int[]) null));
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(stream)) {
			writer.setOutput(out);
			writer.write(new IIOImage(bytes, null, null));
		} finally {
			writer.dispose();
		}
		assertAsRuntime("raster", stream.toByteArray());
	}

	@Test
	public void aPartOfAPictureIsItsBeginning() throws IOException {
		byte[] stream = stream(70, 50, 22, 0, 4);
		int[] all = colours(rows(stream), true, JpegHeader.of(stream));
		JpegRowDecoder part = rows(stream);
		int[] row = new int[42];
		for (int y = 0; y < 20; y++) {
			part.next(true, row, 1, 40);
			assertArrayEquals(Arrays.copyOfRange(all, 70 * y, 70 * y + 40), Arrays.copyOfRange(row, 1, 41));
			assertEquals(0, row[0] | row[41]);
		}
	}

	@Test
	public void rowsCanBeSkipped() throws IOException {
		Random random = new Random(12);
		for (int i = 0; i < 200; i++) {
			int height = 1 + random.nextInt(150);
			byte[] stream = stream(1 + random.nextInt(90), height, SAMPLINGS[i % SAMPLINGS.length], random.nextInt(9), i);
			JpegHeader header = JpegHeader.of(stream);
			int width = header.columns();
			if (header.components().size() == 1) continue;
			int[] all = colours(rows(stream), true, header);
			JpegRowDecoder some = rows(stream);
			int[] row = new int[width];
			for (int y = random.nextInt(height); y < height; y += 1 + random.nextInt(2) * random.nextInt(40)) {
				some.skip(y - some.row());
				some.next(true, row, 0, width);
				assertArrayEquals(i + ": row " + y, Arrays.copyOfRange(all, width * y, width * (y + 1)), row);
			}
		}
	}

	/** More is read than the window holds. */
	@Test
	public void aStreamNeedNotBeHeld() throws IOException {
		for (int restart : new int[]{0, 3, 50}) {
			byte[] stream = stream(700, 500, 22, restart, 21);
			JpegHeader header = JpegHeader.of(stream);
			int start = 2000;
			assertTrue(stream.length > 20 * start);
			JpegRowDecoder rows = JpegRowDecoder.of(Arrays.copyOf(stream, start),
					new ByteArrayInputStream(stream, start, stream.length - start), header);
			assertArrayEquals("restart " + restart, samples(rows(stream), header), samples(rows, header));
		}
	}

	@Test
	public void tilesShareTables() throws IOException {
		byte[] stream = stream(64, 64, 22, 0, 5);
		JpegHeader header = JpegHeader.of(stream);
		ByteArrayOutputStream tables = new ByteArrayOutputStream();
		ByteArrayOutputStream tile = new ByteArrayOutputStream();
		for (ByteArrayOutputStream part : new ByteArrayOutputStream[]{tables, tile})
			part.write(stream, 0, 2);
		int at = 2;
		while ((stream[at + 1] & 0xff) != MarkerSegments.START_OF_SCAN) {
			int marker = stream[at + 1] & 0xff;
			int length = 2 + ((stream[at + 2] & 0xff) << 8 | stream[at + 3] & 0xff);
			(marker == 0xc4 || marker == 0xdb ? tables : tile).write(stream, at, length);
			at += length;
		}
		tile.write(stream, at, stream.length - at);
		tables.write(new byte[]{-1, (byte) MarkerSegments.END_OF_IMAGE});
		JpegTiles tiles = new JpegTiles(tables.toByteArray());
		assertTrue(tiles.suits(header));
		byte[] expected = RuntimeJpeg.decode(stream, header);
		for (int i = 0; i < 2; i++)
			assertArrayEquals(expected, samples(tiles.open(tile.toByteArray(), header), header));
		assertArrayEquals("whole", expected, samples(tiles.open(stream, header), header));
		JpegTiles without = new JpegTiles(new byte[0]);
		assertArrayEquals("whole", expected, samples(without.open(stream, header), header));
		assertThrows("tables of the stream before", ImageFormatException.class, () -> without.open(tile.toByteArray(), header));
		assertFalse(new JpegTiles(new byte[]{1, 2, 3, 4, 5}).suits(header));
	}

	@Test
	public void othersAreLeftToOthers() throws IOException {
		assertFalse(JpegRowDecoder.suits(JpegHeader.of(encode(picture(20, 20, true, 1), true, 22, 0))));
		for (int sampling : new int[]{12, 41, 42})
			assertFalse(JpegRowDecoder.suits(JpegHeader.of(encode(picture(20, 20, true, 1), false, sampling, 0))));
	}

	@Test
	public void brokenStreamsAreRefused() throws IOException {
		byte[] stream = stream(90, 80, 22, 4, 6);
		JpegHeader header = JpegHeader.of(stream);
		byte[] cut = Arrays.copyOf(stream, stream.length / 2);
		assertThrows(ImageFormatException.class, () -> samples(rows(cut), header));
		assertThrows(ImageFormatException.class, () -> rows(Arrays.copyOf(stream, 30)));
		byte[] other = stream.clone();
		for (int i = other.length - 1; i > 0; i--)
			if (other[i - 1] == -1 && MarkerSegments.isRestart(other[i] & 0xff)) {
				other[i] ^= 1;
				break;
			}
		assertThrows(ImageFormatException.class, () -> samples(rows(other), header));
		JpegRowDecoder rows = rows(stream);
		samples(rows, header);
		assertThrows(ImageFormatException.class, () -> rows.next(new byte[300], 0, 90));
	}

	@Test
	public void mutatedStreamsAreDecodedOrRefused() throws IOException {
		CodecFuzz fuzz = new CodecFuzz(4, 16 << 20);
		for (int sampling : SAMPLINGS)
			for (int restart : new int[]{0, 2}) {
				byte[] stream = stream(40, 24, sampling, restart, 10 + sampling);
				JpegHeader header = JpegHeader.of(stream);
				fuzz.add("sampling " + sampling, stream, bytes -> {
					JpegHeader mutated = JpegHeader.of(bytes);
					if (mutated.rows() != header.rows() || mutated.columns() != header.columns()
							|| !JpegRowDecoder.suits(mutated))
						throw new ImageFormatException("other");
					samples(JpegRowDecoder.of(bytes, mutated), mutated);
				});
			}
		CodecFuzz.Tally tally = fuzz.run(30_000);
		assertTrue(tally.toString(), tally.decoded() > 1000 && tally.refused() > 1000);
	}
}
