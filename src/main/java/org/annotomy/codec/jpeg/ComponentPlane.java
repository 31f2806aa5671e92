package org.annotomy.codec.jpeg;

import org.annotomy.image.ImageFormatException;

/** The coefficients of one component, then its samples at its own size, then at full size. */
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
	private final short[] coefficients;
	private int[] quantization;
	private short[] samples;

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
		coefficients = new short[Math.toIntExact(64L * blocksWide * blocksHigh)];
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
		if (quantization == null) quantization = tables.quantization(component.quantization());
	}

	/** Whether a scan has come. */
	boolean isBegun() {
		return quantization != null;
	}

	void transform(int precision) {
		InverseDct dct = new InverseDct(quantization, precision);
		samples = new short[coefficients.length];
		int stride = 8 * blocksWide;
		for (int y = 0; y < blocksHigh; y++)
			for (int x = 0; x < blocksWide; x++)
				dct.block(coefficients, block(x, y), samples, 8 * y * stride + 8 * x, stride);
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
		for (int x = 0; x < width; x++)
			for (int i = 0; i < horizontalRatio; i++)
				row[x * horizontalRatio + i] = samples[from + x];
	}
}
