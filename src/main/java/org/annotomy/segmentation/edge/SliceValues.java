package org.annotomy.segmentation.edge;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.task.Progress;

/**
 * The modality values of one slice.
 *
 * @param values row by row; see {@link Axis} for columns and rows; not copied
 * @param columnMm distance between columns
 * @param rowMm distance between rows
 */
public record SliceValues(float[] values, int columns, int rows, double columnMm, double rowMm) {

	/** @throws IllegalArgumentException if the count of values is not that of the pixels */
	public SliceValues {
		if (values.length != Math.multiplyExact(columns, rows))
			throw new IllegalArgumentException(
					"A slice of " + columns + " × " + rows + " pixels has " + values.length + " values.");
	}

	/**
	 * Reads a slice.
	 *
	 * @param slice from 0
	 * @throws IllegalArgumentException if the volume has no such slice
	 */
	public static SliceValues of(ImageVolume volume, Axis across, int slice, Progress progress) {
		VolumeSize size = volume.size();
		VoxelSpacing mm = volume.spacing();
		float[] values = volume.values(Slices.box(across, slice, slice, size), progress);
		return new SliceValues(values, across.columns(size), across.rows(size), across == Axis.X ? mm.yMm() : mm.xMm(),
				across == Axis.Z ? mm.yMm() : mm.zMm());
	}

	/** The slice as a volume of one slice. */
	VolumeSize size() {
		return new VolumeSize(columns, rows, 1);
	}

	VoxelSpacing spacing() {
		return new VoxelSpacing(columnMm, rowMm, 1);
	}

	/** Place in {@link #values} of the pixel that holds a point (pixel-corner frame); −1 if none does. */
	public int pixelAt(double x, double y) {
		int column = (int) Math.floor(x);
		int row = (int) Math.floor(y);
		return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
	}

	/** As {@link #pixelAt}. @throws IllegalArgumentException if the point lies beside the slice */
	int requirePixel(double x, double y) {
		int pixel = pixelAt(x, y);
		if (pixel < 0) throw new IllegalArgumentException("The place " + x + ", " + y + " lies outside the slice.");
		return pixel;
	}

	/** As {@link #pixelAt}, of the nearest pixel if the point lies beside the slice. */
	int nearestPixel(double x, double y) {
		int column = (int) Math.max(0, Math.min(columns - 1, Math.floor(x)));
		int row = (int) Math.max(0, Math.min(rows - 1, Math.floor(y)));
		return row * columns + column;
	}
}
