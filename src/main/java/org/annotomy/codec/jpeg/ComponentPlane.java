package org.annotomy.codec.jpeg;

import java.util.Arrays;

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
	/** As many as an MCU has. */
	private final BlockRow[] blocks;
	private final int[] transformed;
	private final int precision;
	/** Rows as they are stored, and what is between them. */
	private final int[] near;
	private final int[] far;
	private Divisors divisors;

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
		precision = frame.precision();
		blocks = new BlockRow[component.vertical()];
		Arrays.setAll(blocks, i -> new BlockRow(blocksWide, precision));
		transformed = new int[64 * blocksWide];
		near = new int[width];
		far = new int[width];
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

	Divisors divisors() {
		return divisors;
	}

	/** Takes coefficients of the row of blocks. @param y which down */
	BlockRow blocks(int y) {
		return blocks[y % blocks.length];
	}

	/** Makes samples of all coefficients. */
	void transform() {
		for (int y = 0; y < blocksHigh; y++) {
			int[][] rows = blocks(y).rows();
			for (int x = 0; x < blocksWide; x++) {
				for (int i = 0, from = block(x, y); i < 64; i++)
					rows[i >> 3][(i & 7) * blocksWide + x] = coefficients[from + i] * divisors.at(i);
			}
			blocks(y).filled(true);
			transform(y);
		}
	}

	/** Makes samples of a row of MCUs. @param alone whether the scan has no other component: then an MCU is a block */
	void transform(int y, boolean alone) {
		if (alone) transform(y);
		else
			for (int v = 0; v < blocks.length; v++)
				transform(y * blocks.length + v);
	}

	/** Makes samples of a row of blocks. */
	private void transform(int y) {
		blocks(y).transform(transformed, 0, 8 * blocksWide);
		int center = 1 << precision - 1;
		int max = 2 * center - 1;
		for (int i = 0, to = block(0, y); i < transformed.length; i++)
			samples[to + i] = (short) Math.max(0, Math.min(max, transformed[i] + center));
	}

	/** A row at full size; {@code row} has a little more room than the image is wide. */
	void fullRow(int y, int[] row) {
		boolean smooth = horizontalRatio == 2 && verticalRatio <= 2 && width > 2;
		if (!smooth) {
			replicate(y / verticalRatio, row);
			return;
		}
		copy(y / verticalRatio, near);
		if (verticalRatio == 1) Upsampling.across(near, 0, width, row, 0);
		else {
			copy(Upsampling.far(y, height), far);
			Upsampling.both(near, 0, far, 0, width, row, 0);
		}
	}

	private void copy(int y, int[] row) {
		int from = y * 8 * blocksWide;
		for (int x = 0; x < width; x++)
			row[x] = samples[from + x];
	}

	private void replicate(int y, int[] row) {
		if (horizontalRatio == 1) copy(y, row);
		else {
			copy(y, near);
			Upsampling.replicate(near, 0, width, horizontalRatio, row, 0);
		}
	}
}
