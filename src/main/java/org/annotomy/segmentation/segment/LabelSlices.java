package org.annotomy.segmentation.segment;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;

/** The labels of a layer on slices across any axis, for display and for work in slices. */
public final class LabelSlices {

	private static final int SIDE = LabelBlock.SIDE;

	private final AnnotationDocument document;
	private final VolumeSize size;
	private final int timePoint;

	/** @param size of the image */
	public LabelSlices(AnnotationDocument document, VolumeSize size, int timePoint) {
		this.document = document;
		this.size = size;
		this.timePoint = timePoint;
	}

	/**
	 * The labels of a slice, row by row; see {@link Axis} for its columns and rows.
	 *
	 * @param slice from 0
	 * @return unsigned label values, 0 where nothing is labelled
	 */
	public short[] of(int layer, Axis axis, int slice) {
		int columns = axis.columns(size);
		int rows = axis.rows(size);
		short[] labels = new short[Math.multiplyExact(columns, rows)];
		for (int row = 0; row < rows; row += SIDE)
			for (int column = 0; column < columns; column += SIDE) {
				BlockIndex index = BlockIndex.ofVoxel(layer, axis.x(column, row, slice), axis.y(column, row, slice),
						axis.z(column, row, slice), timePoint);
				LabelBlock block = document.block(index);
				if (!block.isEmpty())
					block.copySlice(axis, slice % SIDE, labels, row * columns + column, columns, Math.min(SIDE, columns - column),
							Math.min(SIDE, rows - row));
			}
		return labels;
	}
}
