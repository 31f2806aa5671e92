package org.annotomy.interchange.segnrrd;

import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.ImageSize;

/** Lays one block into the planes of a volume, one plane after the other, run by run. */
final class BlockCursor {

	private static final int SIDE = LabelBlock.SIDE;
	private static final int PLANE = SIDE * SIDE;

	private final int[] runs;
	private final int x0;
	private final int y0;
	private final int columns;
	private final int rows;
	private final int width;
	private final int layer;
	private final int layers;
	private final boolean wide;
	private int run;
	private int from;

	/**
	 * @param layer which of the {@code layers} values of each voxel
	 * @param wide whether a value takes two bytes, the low one first
	 */
	BlockCursor(BlockIndex index, LabelBlock block, ImageSize size, int layer, int layers, boolean wide) {
		this.runs = block.runs();
		this.x0 = index.x() * SIDE;
		this.y0 = index.y() * SIDE;
		this.columns = Math.min(SIDE, size.x() - x0);
		this.rows = Math.min(SIDE, size.y() - y0);
		this.width = size.x();
		this.layer = layer;
		this.layers = layers;
		this.wide = wide;
	}

	void nextPlane(byte[] plane) {
		int start = from / PLANE * PLANE;
		int end = start + PLANE;
		while (from < end) {
			int stop = Math.min(runs[run + 1], end);
			if (runs[run] != 0) fill(plane, from - start, stop - start, runs[run]);
			from = stop;
			if (from == runs[run + 1]) run += 2;
		}
	}

	/** @param first of the plane's voxels in the block, inclusive; {@code last} exclusive */
	private void fill(byte[] plane, int first, int last, int value) {
		for (int at = first; at < last;) {
			int y = at / SIDE;
			int x = at % SIDE;
			int stop = Math.min(last, (y + 1) * SIDE);
			if (y < rows)
				fillRow(plane, (y0 + y) * width + x0 + x, (y0 + y) * width + x0 + Math.min(columns, x + stop - at), value);
			at = stop;
		}
	}

	private void fillRow(byte[] plane, int first, int last, int value) {
		if (layers == 1 && !wide) {
			if (last > first) java.util.Arrays.fill(plane, first, last, (byte) value);
			return;
		}
		int step = layers * (wide ? 2 : 1);
		int offset = layer * (wide ? 2 : 1);
		for (int voxel = first; voxel < last; voxel++) {
			plane[voxel * step + offset] = (byte) value;
			if (wide) plane[voxel * step + offset + 1] = (byte) (value >> 8);
		}
	}
}
