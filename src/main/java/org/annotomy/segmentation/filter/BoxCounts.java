package org.annotomy.segmentation.filter;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * Counts the voxels of a mask in a box around each voxel. Boxes are cut at the border of the image; what lies beyond it counts neither for nor
 * against. The time does not depend on the size of the box.
 */
public final class BoxCounts {

	private static final String DOING = "Counting neighbours";

	/** What becomes of a voxel. */
	@FunctionalInterface
	public interface Rule {
		/**
		 * @param count voxels of the mask in the box
		 * @param of voxels of the image in the box
		 * @param inside whether the voxel in the middle is in the mask
		 * @return whether it is in the result
		 */
		boolean keeps(int count, int of, boolean inside);
	}

	private final Mask mask;
	private final VoxelBox result;
	private final KernelBox kernel;
	private final int[] widths;
	private final int[] heights;
	private final int[] depths;

	private BoxCounts(Mask mask, VoxelBox result, KernelBox kernel, VoxelBox image) {
		this.mask = mask;
		this.result = result;
		this.kernel = kernel;
		this.widths = extents(result.x(), result.nx(), kernel.x(), image.x(), image.endX());
		this.heights = extents(result.y(), result.ny(), kernel.y(), image.y(), image.endY());
		this.depths = extents(result.z(), result.nz(), kernel.z(), image.z(), image.endZ());
	}

	/**
	 * @param result the voxels that are asked for, inside the image
	 * @param image all voxels that there are; the mask has none beyond
	 */
	public static Mask filter(Mask mask, VoxelBox result, KernelBox kernel, VoxelBox image, Rule rule, Progress progress) {
		Mask filtered = Mask.empty(result);
		if (result.isEmpty()) return filtered;
		Mask around = mask.on(result.grow(kernel.x(), kernel.y(), kernel.z()));
		BoxCounts counts = new BoxCounts(around, result, kernel, image);
		int pieces = Math.min(result.nz(), 4 * Ranges.pieces(result.nz(), 4 * kernel.z() + 1));
		Ranges.forEach(result.nz(), pieces, progress, DOING,
				(piece, from, to) -> counts.planes(from, to, rule, filtered.voxels()));
		return filtered;
	}

	private static int[] extents(int first, int n, int reach, int imageFrom, int imageTo) {
		int[] extents = new int[n];
		for (int i = 0; i < n; i++)
			extents[i] = Math.min(imageTo, first + i + reach + 1) - Math.max(imageFrom, first + i - reach);
		return extents;
	}

	/** Keeps one sum along z for each column; planes of the result lie {@code kernel.z()} behind those of the mask. */
	private void planes(int fromZ, int toZ, Rule rule, byte[] filtered) {
		VoxelBox around = mask.box();
		int[] columns = new int[around.nx() * around.ny()];
		for (int k = fromZ; k < fromZ + 2 * kernel.z(); k++)
			add(columns, k, 1);
		for (int z = fromZ; z < toZ; z++) {
			add(columns, z + 2 * kernel.z(), 1);
			rows(z, columns, rule, filtered);
			add(columns, z, -1);
		}
	}

	private void add(int[] columns, int plane, int sign) {
		byte[] voxels = mask.voxels();
		int at = plane * columns.length;
		for (int i = 0; i < columns.length; i++)
			columns[i] += sign * voxels[at + i];
	}

	private void rows(int z, int[] columns, Rule rule, byte[] filtered) {
		int nx = mask.box().nx();
		int[] sums = new int[nx];
		for (int y = 0; y < 2 * kernel.y(); y++)
			addRow(sums, columns, y * nx, 1);
		for (int y = 0; y < result.ny(); y++) {
			addRow(sums, columns, (y + 2 * kernel.y()) * nx, 1);
			row(y, z, sums, rule, filtered);
			addRow(sums, columns, y * nx, -1);
		}
	}

	private static void addRow(int[] sums, int[] columns, int at, int sign) {
		for (int i = 0; i < sums.length; i++)
			sums[i] += sign * columns[at + i];
	}

	private void row(int y, int z, int[] sums, Rule rule, byte[] filtered) {
		int at = result.size().index(0, y, z);
		int middle = mask.size().index(kernel.x(), y + kernel.y(), z + kernel.z());
		int behind = 2 * kernel.x();
		int count = 0;
		for (int x = 0; x < behind; x++)
			count += sums[x];
		int square = heights[y] * depths[z];
		for (int x = 0; x < result.nx(); x++) {
			count += sums[x + behind];
			boolean keeps = rule.keeps(count, widths[x] * square, mask.voxels()[middle + x] != 0);
			filtered[at + x] = (byte) (keeps ? 1 : 0);
			count -= sums[x];
		}
	}
}
