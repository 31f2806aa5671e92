package org.annotomy.segmentation.distance;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/** One pass along each axis: x and y plane by plane, then z. Lines across rows are copied together, a few columns at a time. */
final class DistancePasses {

	private static final String DOING = "Measuring distances";
	private static final int COLUMNS = 16;
	private static final int LEAST_VOXELS = 1 << 15;

	private final LabelRows labels;
	private final VolumeSize size;
	private final VoxelSpacing spacing;
	private final boolean oneLabel;
	private final float[] squaredMm2;

	private DistancePasses(LabelRows labels, VolumeSize size, VoxelSpacing spacing, boolean oneLabel) {
		this.labels = labels;
		this.size = size;
		this.spacing = spacing;
		this.oneLabel = oneLabel;
		this.squaredMm2 = new float[size.arrayLength()];
	}

	/**
	 * @param oneLabel whether there is none but one, and background: then wherever a distance is not 0 it has that label
	 * @param root whether distances are asked for, not their squares
	 */
	static float[] run(LabelRows labels, VolumeSize size, VoxelSpacing spacing, boolean oneLabel, boolean root,
			Progress progress) {
		DistancePasses passes = new DistancePasses(labels, size, spacing, oneLabel);
		if (passes.squaredMm2.length == 0) return passes.squaredMm2;
		inParts(size.nz(), size.nx() * size.ny(), progress.part(0, 0.6), passes::planes);
		inParts(size.ny(), size.nx() * size.nz(), progress.part(0.6, 1), (from, to) -> passes.depths(from, to, root));
		return passes.squaredMm2;
	}

	@FunctionalInterface
	private interface Part {
		void run(int from, int to);
	}

	/** Small parts, so that threads end together and a cancel is soon heard, but none for its own sake. */
	private static void inParts(int count, int voxelsOfEach, Progress progress, Part work) {
		int each = Math.max(1, LEAST_VOXELS / voxelsOfEach);
		int parts = (count + each - 1) / each;
		Ranges.forEach(count, parts, progress, DOING, (part, from, to) -> work.run(from, to));
	}

	private void planes(int fromZ, int toZ) {
		int[] row = new int[size.nx()];
		float[] squares = LineDistances.squares(size.nx(), spacing.xMm());
		Columns down = new Columns(size.ny(), spacing.yMm(), size.nx(), false);
		for (int z = fromZ; z < toZ; z++) {
			int plane = size.index(0, 0, z);
			for (int y = 0; y < size.ny(); y++) {
				labels.copy(plane + y * size.nx(), size.nx(), row, 0, 1);
				alongRow(row, plane + y * size.nx(), squares);
			}
			down.transform(plane);
		}
	}

	private void depths(int fromY, int toY, boolean root) {
		Columns deep = new Columns(size.nz(), spacing.zMm(), size.nx() * size.ny(), root);
		for (int y = fromY; y < toY; y++)
			deep.transform(y * size.nx());
	}

	/** Squared distances to the ends of each run of one label. */
	private void alongRow(int[] row, int at, float[] squares) {
		int n = row.length;
		for (int start = 0, end; start < n; start = end) {
			int label = row[start];
			end = start + 1;
			while (end < n && row[end] == label)
				end++;
			if (label == 0) continue;
			int toLeft = start == 0 ? n : 0;
			int toRight = end == n ? n : 0;
			if (toLeft == n && toRight == n)
				Arrays.fill(squaredMm2, at, at + n, Float.POSITIVE_INFINITY);
			else
				for (int i = start; i < end; i++)
					squaredMm2[at + i] = squares[Math.min(i - start + 1 + toLeft, end - i + toRight)];
		}
	}

	/** The lines of {@code length} voxels through a row of the volume, each voxel {@code stride} after the one before. */
	private final class Columns {

		private final int length;
		private final int stride;
		private final boolean root;
		private final LineDistances line;
		private final float[] values;
		private final int[] kinds;

		Columns(int length, double spacingMm, int stride, boolean root) {
			this.length = length;
			this.stride = stride;
			this.root = root;
			this.line = new LineDistances(length, spacingMm);
			this.values = new float[COLUMNS * length];
			this.kinds = oneLabel ? null : new int[COLUMNS * length];
		}

		void transform(int row) {
			for (int x = 0; x < size.nx(); x += COLUMNS) {
				int columns = Math.min(COLUMNS, size.nx() - x);
				gather(row + x, columns);
				for (int column = 0; column < columns; column++)
					if (oneLabel)
						alongRuns(column * length);
					else
						alongColumn(column * length);
				scatter(row + x, columns);
			}
		}

		private void gather(int first, int columns) {
			for (int i = 0; i < length; i++) {
				int from = first + i * stride;
				if (!oneLabel) labels.copy(from, columns, kinds, i, length);
				for (int column = 0; column < columns; column++)
					values[column * length + i] = squaredMm2[from + column];
			}
		}

		private void scatter(int first, int columns) {
			for (int i = 0; i < length; i++) {
				int to = first + i * stride;
				for (int column = 0; column < columns; column++) {
					float value = values[column * length + i];
					squaredMm2[to + column] = root ? (float) Math.sqrt(value) : value;
				}
			}
		}

		private void alongRuns(int from) {
			int to = from + length;
			for (int start = from; start < to; start++) {
				if (values[start] == 0) continue;
				int end = start + 1;
				while (end < to && values[end] != 0)
					end++;
				line.transform(values, start, end, start > from, end < to);
				start = end;
			}
		}

		private void alongColumn(int from) {
			int to = from + length;
			for (int start = from, end; start < to; start = end) {
				int kind = kinds[start];
				end = start + 1;
				while (end < to && kinds[end] == kind)
					end++;
				if (kind != 0) line.transform(values, start, end, start > from, end < to);
			}
		}
	}
}
