package org.annotomy.codec.jpeg;

import org.annotomy.image.ImageFormatException;

/**
 * One component: the samples of each block as it comes, or of progressive streams the coefficients of all blocks until the end; then rows at
 * full size.
 */
final class ComponentPlane {

	final JpegComponent component;
	/** Samples that count (T.81 A.1.1), as is {@code height}. */
	private final int width;
	private final int height;
	/** Blocks stored: whole MCUs. */
	private final int blocksWide;
	private final int blocksHigh;
	private final int horizontalRatio;
	private final int verticalRatio;
	/** Empty if blocks come once and whole. */
	private final short[] coefficients;
	private final short[] samples;
	private final InverseDct dct;
	private int[] divisors;

	/**
	 * @param most the largest sampling factors of the frame, horizontal and vertical
	 * @param mcusWide MCUs of interleaved scans, as {@code mcusHigh}
	 */
	ComponentPlane(JpegHeader frame, JpegComponent component, int[] most, int mcusWide, int mcusHigh)
			throws ImageFormatException {
		this.component = component;
		if (most[0] % component.horizontal() != 0 || most[1] % component.vertical() != 0)
			throw new ImageFormatException("JPEG with components at odd fractions of the size is not supported.");
		horizontalRatio = most[0] / component.horizontal();
		verticalRatio = most[1] / component.vertical();
		width = ratio(frame.columns(), horizontalRatio);
		height = ratio(frame.rows(), verticalRatio);
		blocksWide = mcusWide * component.horizontal();
		blocksHigh = mcusHigh * component.vertical();
		dct = new InverseDct(frame.precision());
		samples = new short[Math.toIntExact(64L * blocksWide * blocksHigh)];
		coefficients = new short[frame.process() == JpegHeader.PROGRESSIVE ? samples.length : 0];
	}

	private static int ratio(int a, int b) {
		return (a + b - 1) / b;
	}

	/** Blocks across of a scan of this component alone. */
	int ownBlocksWide() {
		return ratio(width, 8);
	}

	int ownBlocksHigh() {
		return ratio(height, 8);
	}

	short[] coefficients() {
		return coefficients;
	}

	/** Where a block begins. */
	int block(int x, int y) {
		return (y * blocksWide + x) * 64;
	}

	/** The table of the first scan holds (T.81 B.2.4.1); later definitions are for others. */
	void quantizeBy(JpegTables tables) throws ImageFormatException {
		if (divisors == null) divisors = tables.quantization(component.quantization());
	}

	/** Whether a scan has come. */
	boolean isBegun() {
		return divisors != null;
	}

	/** Row by row. */
	int[] divisors() {
		return divisors;
	}

	/** Makes samples of all coefficients. */
	void transform() {
		int[] block = new int[64];
		for (int y = 0; y < blocksHigh; y++)
			for (int x = 0; x < blocksWide; x++) {
				int from = block(x, y);
				for (int i = 0; i < 64; i++)
					block[i] = coefficients[from + i] * divisors[i];
				transform(block, -1, x, y);
			}
	}

	/** Makes samples of a block. @param places as in {@link InverseDct#block} */
	void transform(int[] block, long places, int x, int y) {
		int stride = 8 * blocksWide;
		dct.block(block, places, samples, 8 * (y * stride + x), stride);
	}

	/** A row at full size; {@code row} has a little more room than the image is wide. */
	void fullRow(int y, int[] row) {
		boolean smooth = horizontalRatio == 2 && verticalRatio <= 2 && width > 2;
		if (!smooth) replicate(y / verticalRatio, row);
		else if (verticalRatio == 1) Upsampling.across(samples, y * 8 * blocksWide, width, row);
		else {
			int near = y / 2;
			int far = Math.max(0, Math.min(height - 1, (y & 1) == 0 ? near - 1 : near + 1));
			Upsampling.both(samples, near * 8 * blocksWide, far * 8 * blocksWide, width, row);
		}
	}

	private void replicate(int y, int[] row) {
		int from = y * 8 * blocksWide;
		if (horizontalRatio == 1) {
			for (int x = 0; x < width; x++)
				row[x] = samples[from + x];
			return;
		}
		for (int x = 0; x < width; x++)
			for (int i = 0; i < horizontalRatio; i++)
				row[x * horizontalRatio + i] = samples[from + x];
	}
}
