package org.annotomy.slide.render;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.Test;

public class StainSetTest {

	/** The numbers come from {@code stains.py}. */
	@Test
	public void amountsAreThoseOfNumpy() throws IOException {
		List<String> lines;
		try (InputStream in = StainSetTest.class.getResourceAsStream("stains.txt")) {
			lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		assertEquals(14, lines.size());
		double[] densities = StainView.densities();
		for (String line : lines) {
			String[] part = line.split(" ");
			double[] od = new double[3];
			for (int i = 0; i < 3; i++)
				od[i] = densities[Integer.parseInt(part[1 + i])];
			for (int stain = 0; stain < 3; stain++)
				assertEquals(line, Double.parseDouble(part[4 + stain]), StainSet.valueOf(part[0]).amount(stain, od), 1e-8);
		}
	}

	@Test
	public void aPureStainIsSeenInItsOwnViewOnly() {
		double[] eosin = StainSet.HE.vector(1);
		int[] pixels = new int[2];
		pixels[0] = 0xFF000000;
		for (int i = 0; i < 3; i++)
			pixels[0] |= (int) Math.round(255 * Math.pow(10, -0.8 * eosin[i])) << 16 - 8 * i;
		int[] haematoxylin = pixels.clone();
		new StainView(StainSet.HE, 0).apply(haematoxylin);
		int[] same = pixels.clone();
		new StainView(StainSet.HE, 1).apply(same);
		for (int shift = 0; shift < 24; shift += 8) {
			assertTrue("nothing but white", (haematoxylin[0] >> shift & 255) >= 253);
			assertEquals(pixels[0] >> shift & 255, same[0] >> shift & 255, 2);
		}
		assertEquals("without a sample", 0, same[1]);
	}
}
