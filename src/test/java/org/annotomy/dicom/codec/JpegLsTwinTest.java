package org.annotomy.dicom.codec;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.junit.Test;

/** What the twin of the standard encodes with random parameters, the decoder finds again. */
public class JpegLsTwinTest {

	private static final int IMAGES = 3000;

	private final Random random = new Random(20261127);

	private int[][][] image(int rows, int columns, int components, int maxval) {
		int[][][] samples = new int[rows][columns][components];
		int kind = random.nextInt(4);
		int noise = 1 + random.nextInt(kind == 0 ? maxval + 1 : 1 + maxval / 16);
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++)
				for (int c = 0; c < components; c++) {
					int level = kind == 1 && x > y ? maxval : kind == 2 ? x / 5 * maxval / 3 : y * maxval / rows / 2;
					boolean quiet = kind == 3 && random.nextInt(8) > 0;
					samples[y][x][c] = Math.max(0, Math.min(maxval, level + (quiet ? 0 : random.nextInt(noise) - noise / 2)));
				}
		return samples;
	}

	private int compared;

	private void compare(int number) throws IOException {
		int precision = 2 + random.nextInt(15);
		int most = (1 << precision) - 1;
		int maxval = random.nextBoolean() ? most : 1 + random.nextInt(most);
		int near = random.nextBoolean() ? 0 : random.nextInt(Math.min(255, maxval / 2) + 1);
		int[] thresholds = new int[3];
		for (int i = 0, least = near + 1; i < 3; least = thresholds[i++])
			thresholds[i] = least + random.nextInt(Math.max(1, Math.min(maxval, least + 1 + maxval / 6) - least + 1));
		int reset = 3 + random.nextInt(random.nextBoolean() ? 20 : Math.max(255, maxval) - 2);
		int components = random.nextInt(3) == 0 ? 3 : 1;
		int rows = 1 + random.nextInt(12);
		int columns = 1 + random.nextInt(random.nextInt(4) == 0 ? 250 : 20);
		int restart = random.nextInt(3) == 0 ? 1 + random.nextInt(rows) : 0;
		if (thresholds[2] > maxval) return;
		compared++;
		int[][][] samples = image(rows, columns, components, maxval);
		int[][][] before = new int[rows][columns][];
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++)
				before[y][x] = samples[y][x].clone();
		byte[] stream = new JpegLsTwin(maxval, near, thresholds, reset).encode(precision, samples, restart);
		short[] decoded = (short[]) new JpegLsDecoder().decode(stream, KeptStream.format(rows, columns, components, precision))
				.samples();
		String what = "image " + number + ", maxval " + maxval + ", near " + near;
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++)
				for (int c = 0; c < components; c++, i++) {
					assertEquals(what + " at " + x + ", " + y, samples[y][x][c], decoded[i] & 0xffff);
					assertTrue(what, Math.abs(before[y][x][c] - (decoded[i] & 0xffff)) <= near);
				}
	}

	@Test
	public void randomParametersAndImages() throws IOException {
		for (int i = 0; i < IMAGES; i++)
			compare(i);
		assertTrue(compared + " compared", compared > IMAGES * 2 / 3);
	}
}
