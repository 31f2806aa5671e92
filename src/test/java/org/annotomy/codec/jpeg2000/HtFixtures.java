package org.annotomy.codec.jpeg2000;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The small lossless and one lossy streams that {@code src/test/scripts/htj2k_fixtures.py} made of images by a formula. */
public final class HtFixtures {

	public static final List<String> HIGH_THROUGHPUT = List.of("16x16x1_8bit_lossless.j2c", "13x9x3_8bit_lossless.j2c",
			"17x11x1_16bit_lossless.j2c", "20x18x1_12bit_tiles.j2c", "15x14x1_10bit_offset.j2c");
	public static final List<String> PLAIN = List.of("16x16x1_8bit_plain.j2k", "14x13x3_8bit_layers.j2k",
			"21x17x1_16bit_modes.j2k",
			"21x17x1_12bit_bypass.j2k", "17x17x1_12bit_region.j2k");
	public static final String LOSSY = "16x15x3_8bit_lossy.j2c";

	private HtFixtures() {}

	public static byte[] stream(String name) throws IOException {
		try (InputStream in = HtFixtures.class.getResourceAsStream(name)) {
			return in.readAllBytes();
		}
	}

	/** The sample of the image of which the stream was made. */
	public static int sample(int x, int y, int component, int bits) {
		return (x * x + 3 * x * y + 7 * y + 11 * component) * (1 << bits) / 500 % (1 << bits);
	}
}
