package org.annotomy.segmentation.paint;

import java.util.Locale;
import java.util.Arrays;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.interpolation.Keyframes;
import org.annotomy.segmentation.outline.PixelSpans;
import org.annotomy.segmentation.volume.Mask;

/** Masks that are made slice by slice, across any axis. */
public final class Slices {

	private Slices() {}

	/**
	 * Some slices whole.
	 *
	 * @param first from 0, and {@code last}, both included
	 * @throws IllegalArgumentException if the image does not have them
	 */
	public static VoxelBox box(Axis across, int first, int last, VolumeSize size) {
		if (first < 0 || last < first || last >= across.slices(size))
			throw new IllegalArgumentException("The image has slices 1 to " + across.slices(size) + " across "
					+ across.name().toLowerCase(Locale.ROOT) + ", not " + (first + 1) + " to " + (last + 1) + ".");
		int count = last - first + 1;
		return switch (across) {
			case X -> new VoxelBox(first, 0, 0, count, size.ny(), size.nz());
			case Y -> new VoxelBox(0, first, 0, size.nx(), count, size.nz());
			case Z -> new VoxelBox(0, 0, first, size.nx(), size.ny(), count);
		};
	}

	/**
	 * An area of the slices' columns and rows, the same on each, as {@link PixelSpans} fills it.
	 *
	 * @param outside whether to take all but the area
	 * @throws IllegalArgumentException as {@link #box}
	 */
	public static Mask filled(Shape area, boolean outside, Axis across, int first, int last, VolumeSize size) {
		VoxelBox all = box(across, first, last, size);
		int columns = across.columns(size);
		byte[] slice = new byte[columns * across.rows(size)];
		PixelSpans.forEach(area, columns, across.rows(size),
				(row, from, to) -> Arrays.fill(slice, row * columns + from, row * columns + to, (byte) 1));
		if (outside)
			for (int i = 0; i < slice.length; i++)
				slice[i] ^= 1;
		VoxelBox box = all.intersect(extent(slice, columns, across, all));
		Mask mask = Mask.empty(box);
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++)
					mask.voxels()[mask.index(x, y, z)] = slice[across.row(y, z) * columns + across.column(x, y)];
		return mask;
	}

	/** What of the box a slice's pixels can reach. */
	private static VoxelBox extent(byte[] slice, int columns, Axis across, VoxelBox all) {
		VoxelBox used = new Mask(new VoxelBox(0, 0, 0, columns, slice.length / columns, 1), slice).bounds();
		if (used.isEmpty()) return VoxelBox.EMPTY;
		return switch (across) {
			case X -> new VoxelBox(all.x(), used.x(), used.y(), all.nx(), used.nx(), used.ny());
			case Y -> new VoxelBox(used.x(), all.y(), used.y(), used.nx(), all.ny(), used.ny());
			case Z -> new VoxelBox(used.x(), used.y(), all.z(), used.nx(), used.ny(), all.nz());
		};
	}

	/**
	 * The voxels of one slice, on each slice of a range, that one left out.
	 *
	 * @param mask its slice {@code from} is copied
	 * @param from from 0; {@code first} and {@code last} are cut off at the ends of the image
	 * @throws IllegalArgumentException if the image has no slice {@code from}
	 */
	public static Mask copied(Mask mask, Axis across, int from, int first, int last, VolumeSize size) {
		box(across, from, from, size); // refuses a slice that is not there
		return Keyframes.copySlice(mask, across, from, Math.max(0, first), Math.min(across.slices(size) - 1, last));
	}
}
