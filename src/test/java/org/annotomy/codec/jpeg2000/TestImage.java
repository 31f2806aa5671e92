package org.annotomy.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A small image of unsigned samples, which other programs read and write as PGM or PPM.
 *
 * @param planes one for each component, row by row
 */
record TestImage(int width, int height, int bits, int[][] planes) {

	/** Waves with noise, or one of: nothing but noise, few points, one value. */
	static TestImage make(Random random, int width, int height, int components, int bits) {
		int kind = random.nextInt(6);
		int range = 1 << bits;
		int[][] planes = new int[components][width * height];
		double wave = 5 + random.nextInt(40);
		double noise = range / Math.scalb(1, 3 + random.nextInt(bits));
		for (int c = 0; c < components; c++)
			for (int i = 0; i < planes[c].length; i++) {
				double value = range / 2.0 * (1 + 0.9 * Math.sin(i % width / wave + c) * Math.cos(i / width / wave))
						+ noise * random.nextGaussian();
				if (kind == 0) value = random.nextInt(range);
				if (kind == 1) value = random.nextInt(100) == 0 ? range - 1 : 0;
				if (kind == 2) value = 3;
				planes[c][i] = Math.max(0, Math.min(range - 1, (int) value));
			}
		return new TestImage(width, height, bits, planes);
	}

	String extension() {
		return planes.length == 3 ? "ppm" : "pgm";
	}

	void write(Path file) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		String header = (planes.length == 3 ? "P6\n" : "P5\n") + width + " " + height + "\n" + ((1 << bits) - 1) + "\n";
		out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
		for (int i = 0; i < width * height; i++)
			for (int[] plane : planes) {
				if (bits > 8) out.write(plane[i] >> 8);
				out.write(plane[i]);
			}
		Files.write(file, out.toByteArray());
	}

	/** Reads what a program wrote of an image of this size and kind. */
	TestImage read(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		int at = bytes.length - width * height * planes.length * (bits > 8 ? 2 : 1);
		int[][] read = new int[planes.length][width * height];
		for (int i = 0; i < width * height * planes.length; i++) {
			int value = bytes[at++] & 0xff;
			if (bits > 8) value = value << 8 | bytes[at++] & 0xff;
			read[i % planes.length][i / planes.length] = value;
		}
		return new TestImage(width, height, bits, read);
	}

	/** The largest difference of a sample. */
	static int difference(int[][] expected, int[][] actual) {
		int worst = 0;
		for (int c = 0; c < expected.length; c++)
			for (int i = 0; i < expected[c].length; i++)
				worst = Math.max(worst, Math.abs(expected[c][i] - actual[c][i]));
		return worst;
	}
}
