package org.annotomy.display.view;

import java.util.function.IntFunction;

import org.annotomy.geometry.VolumeSize;

/**
 * The pixels of slices, cut out of planes across z. Between the centres of voxels they are interpolated along columns and rows; colours are
 * those of the nearest voxel. Safe for threads.
 */
public final class SliceReader {

	private final ViewPlane plane;
	private final IntFunction<Object> planes;
	private final Steps columns;
	private final Steps rows;

	/** @param planes by z: unsigned {@code byte[]} or {@code short[]}, {@code float[]}, or {@code int[]} colours; not changed */
	public SliceReader(ViewPlane plane, IntFunction<Object> planes) {
		this.plane = plane;
		this.planes = planes;
		int n = plane.across().columns(plane.size());
		int m = plane.across().rows(plane.size());
		columns = plane.transposed() ? Steps.of(plane.height(), n, plane.flipY()) : Steps.of(plane.width(), n, plane.flipX());
		rows = plane.transposed() ? Steps.of(plane.width(), m, plane.flipX()) : Steps.of(plane.height(), m, plane.flipY());
	}

	/**
	 * Along one axis of a slice: the voxel before each pixel's centre, and how far beyond that voxel's centre it lies.
	 *
	 * @param part 0 to 1; 0 where there is no next voxel
	 */
	private record Steps(int[] voxel, float[] part) {

		static Steps of(int pixels, int voxels, boolean flipped) {
			int[] voxel = new int[pixels];
			float[] part = new float[pixels];
			for (int i = 0; i < pixels; i++) {
				double at = Math.max(0, Math.min(voxels - 1, (i + 0.5) * voxels / pixels - 0.5));
				int k = flipped ? pixels - 1 - i : i;
				voxel[k] = (int) at;
				part[k] = (float) (at - voxel[k]);
			}
			return new Steps(voxel, part);
		}

		int nearest(int i) {
			return part[i] < 0.5f ? voxel[i] : voxel[i] + 1;
		}
	}

	/**
	 * The pixels of a slice, row by row, in an array like those of the planes.
	 *
	 * @param slice from 0
	 */
	public Object read(int slice) {
		Object first = planes.apply(plane.across().z(0, 0, slice));
		int length = plane.width() * plane.height();
		if (first instanceof int[]) return colours(slice, new int[length]);
		float[] grid = values(slice);
		if (first instanceof float[]) return interpolated(grid, new float[length]);
		float[] values = interpolated(grid, new float[length]);
		return first instanceof byte[] ? bytes(values) : shorts(values);
	}

	private static byte[] bytes(float[] values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++)
			bytes[i] = (byte) (int) (values[i] + 0.5f);
		return bytes;
	}

	private static short[] shorts(float[] values) {
		short[] shorts = new short[values.length];
		for (int i = 0; i < values.length; i++)
			shorts[i] = (short) (int) (values[i] + 0.5f);
		return shorts;
	}

	/** The voxels of the slice, row by row. */
	private float[] values(int slice) {
		VolumeSize size = plane.size();
		int n = plane.across().columns(size);
		int m = plane.across().rows(size);
		float[] grid = new float[n * m];
		switch (plane.across()) {
			case Z -> copy(planes.apply(slice), 0, 1, grid, 0, n * m);
			case Y -> {
				for (int z = 0; z < m; z++)
					copy(planes.apply(z), slice * size.nx(), 1, grid, z * n, n);
			}
			case X -> {
				for (int z = 0; z < m; z++)
					copy(planes.apply(z), slice, size.nx(), grid, z * n, n);
			}
		}
		return grid;
	}

	private static void copy(Object from, int at, int step, float[] to, int offset, int count) {
		if (from instanceof byte[] bytes)
			for (int i = 0, k = at; i < count; i++, k += step)
				to[offset + i] = bytes[k] & 0xff;
		else
			if (from instanceof short[] shorts)
				for (int i = 0, k = at; i < count; i++, k += step)
					to[offset + i] = shorts[k] & 0xffff;
			else {
				float[] floats = (float[]) from;
				for (int i = 0, k = at; i < count; i++, k += step)
					to[offset + i] = floats[k];
			}
	}

	private float[] interpolated(float[] grid, float[] pixels) {
		int n = plane.across().columns(plane.size());
		int perColumn = plane.transposed() ? plane.width() : 1;
		int perRow = plane.transposed() ? 1 : plane.width();
		float[] row = new float[n];
		for (int j = 0; j < rows.voxel.length; j++) {
			float[] source = grid;
			int at = rows.voxel[j] * n;
			if (rows.part[j] > 0) {
				for (int i = 0; i < n; i++)
					row[i] = grid[at + i] + rows.part[j] * (grid[at + n + i] - grid[at + i]);
				source = row;
				at = 0;
			}
			for (int i = 0, k = j * perRow; i < columns.voxel.length; i++, k += perColumn) {
				float value = source[at + columns.voxel[i]];
				float part = columns.part[i];
				pixels[k] = part > 0 ? value + part * (source[at + columns.voxel[i] + 1] - value) : value;
			}
		}
		return pixels;
	}

	private int[] colours(int slice, int[] pixels) {
		int perColumn = plane.transposed() ? plane.width() : 1;
		int perRow = plane.transposed() ? 1 : plane.width();
		for (int j = 0; j < rows.voxel.length; j++)
			for (int i = 0; i < columns.voxel.length; i++) {
				int column = columns.nearest(i);
				int row = rows.nearest(j);
				int[] source = (int[]) planes.apply(plane.across().z(column, row, slice));
				pixels[i * perColumn + j * perRow] = source[plane.across().x(column, row, slice)
						+ plane.size().nx() * plane.across().y(column, row, slice)];
			}
		return pixels;
	}
}
