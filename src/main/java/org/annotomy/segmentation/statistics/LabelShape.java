package org.annotomy.segmentation.statistics;

import java.util.Arrays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * Where the voxels of one label lie.
 *
 * @param label of 16 bits without sign, or of 32 bits
 * @param voxels how many, 1 or more
 * @param bounds smallest box around them
 * @param x mean index of their centres; likewise {@code y}, {@code z}
 */
public record LabelShape(int label, long voxels, VoxelBox bounds, double x, double y, double z) {

	private static final String DOING = "Measuring labels";
	private static final int LEAST_ROWS = 64;
	private static final int BOUNDS = 6;
	private static final int SUMS = 4;

	/**
	 * Of every label but 0 that occurs, in rising order.
	 *
	 * @param labels x fastest
	 * @throws IllegalArgumentException if the array has another length than the volume
	 * @throws org.annotomy.task.CancelledException if the user cancelled; likewise the other
	 */
	public static List<LabelShape> of(short[] labels, VolumeSize size, Progress progress) {
		return of(LabelRuns.of(labels), size, progress);
	}

	/** Likewise. */
	public static List<LabelShape> of(int[] labels, VolumeSize size, Progress progress) {
		return of(LabelRuns.of(labels), size, progress);
	}

	private static List<LabelShape> of(LabelRuns labels, VolumeSize size, Progress progress) {
		if (labels.length() != size.arrayLength())
			throw new IllegalArgumentException("There are " + labels.length() + " labels for " + size.voxels() + " voxels.");
		int rows = size.ny() * size.nz();
		int pieces = Ranges.pieces(rows, LEAST_ROWS);
		Places[] each = new Places[pieces];
		Ranges.forEach(rows, pieces, progress, DOING, (piece, from, to) -> {
			Places places = new Places();
			for (int row = from; row < to; row++) {
				if ((row & 0xfff) == 0) progress.checkCancelled();
				places.addRow(labels, row, size);
			}
			each[piece] = places;
		});
		for (int i = 1; i < pieces; i++)
			each[0].add(each[i]);
		return each[0].shapes();
	}

	/** Whole numbers, so that nothing is rounded. */
	private static final class Places {

		private final LabelSlots slots = new LabelSlots();
		private long[] sums = new long[SUMS * 32];
		private int[] bounds = new int[BOUNDS * 32];

		void addRow(LabelRuns labels, int row, VolumeSize size) {
			int start = row * size.nx();
			int end = start + size.nx();
			for (int at = start; at < end;) {
				int next = labels.runEnd(at, end);
				int label = labels.label(at);
				if (label != 0) addRun(slot(label), at - start, next - start, row % size.ny(), row / size.ny());
				at = next;
			}
		}

		private void addRun(int slot, int from, int to, int y, int z) {
			long count = to - from;
			addSums(slot, count, (from + to - 1L) * count / 2, y * count, z * count);
			addBounds(slot, from, y, z, to - 1, y, z);
		}

		private void addSums(int slot, long count, long x, long y, long z) {
			int at = slot * SUMS;
			sums[at] += count;
			sums[at + 1] += x;
			sums[at + 2] += y;
			sums[at + 3] += z;
		}

		private void addBounds(int slot, int minX, int minY, int minZ, int maxX, int maxY, int maxZ) {
			int at = slot * BOUNDS;
			bounds[at] = Math.min(bounds[at], minX);
			bounds[at + 1] = Math.min(bounds[at + 1], minY);
			bounds[at + 2] = Math.min(bounds[at + 2], minZ);
			bounds[at + 3] = Math.max(bounds[at + 3], maxX);
			bounds[at + 4] = Math.max(bounds[at + 4], maxY);
			bounds[at + 5] = Math.max(bounds[at + 5], maxZ);
		}

		private int slot(int label) {
			int before = slots.count();
			int slot = slots.slot(label);
			if (slot < before) return slot;
			if (SUMS * (slot + 1) > sums.length) {
				sums = Arrays.copyOf(sums, 2 * sums.length);
				bounds = Arrays.copyOf(bounds, 2 * bounds.length);
			}
			Arrays.fill(bounds, slot * BOUNDS, slot * BOUNDS + 3, Integer.MAX_VALUE);
			return slot;
		}

		void add(Places other) {
			for (int i = 0; i < other.slots.count(); i++) {
				int slot = slot(other.slots.label(i));
				addSums(slot, other.sums[i * SUMS], other.sums[i * SUMS + 1], other.sums[i * SUMS + 2], other.sums[i * SUMS + 3]);
				int at = i * BOUNDS;
				int[] b = other.bounds;
				addBounds(slot, b[at], b[at + 1], b[at + 2], b[at + 3], b[at + 4], b[at + 5]);
			}
		}

		List<LabelShape> shapes() {
			List<LabelShape> shapes = new ArrayList<>();
			for (int i = 0; i < slots.count(); i++) {
				double count = sums[i * SUMS];
				int at = i * BOUNDS;
				VoxelBox box = VoxelBox.between(bounds[at], bounds[at + 1], bounds[at + 2], bounds[at + 3], bounds[at + 4],
						bounds[at + 5]);
				shapes.add(new LabelShape(slots.label(i), sums[i * SUMS], box, sums[i * SUMS + 1] / count,
						sums[i * SUMS + 2] / count, sums[i * SUMS + 3] / count));
			}
			shapes.sort(Comparator.comparingInt(LabelShape::label));
			return shapes;
		}
	}
}
