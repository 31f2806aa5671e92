package org.annotomy.dicom.codec.htj2k;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The small streams that {@code src/test/scripts/htj2k_fixtures.py} made of images by a formula. */
public final class HtFixtures {

	public static final List<String> LOSSLESS = List.of("16x16x1_8bit_lossless", "13x9x3_8bit_lossless", "17x11x1_16bit_lossless",
			"20x18x1_12bit_tiles", "15x14x1_10bit_offset");
	public static final String LOSSY = "16x15x3_8bit_lossy";

	private HtFixtures() {}

	public static byte[] stream(String name) throws IOException {
		try (InputStream in = HtFixtures.class.getResourceAsStream(name + ".j2c")) {
			return in.readAllBytes();
		}
	}

	/** The sample of the image of which the stream was made. */
	public static int sample(int x, int y, int component, int bits) {
		return (x * x + 3 * x * y + 7 * y + 11 * component) * (1 << bits) / 500 % (1 << bits);
	}
}
