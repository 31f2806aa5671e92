package org.annotomy.segmentation.watershed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.distance.DistanceTransform;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Parts objects that touch at their necks: how deep a voxel lies in the mask makes the relief, its peaks the markers of a watershed. A
 * peak counts if one must come up by some depth on the way from it to a deeper one (its dynamics, M. Grimaud 1992); so small bumps make no object.
 */
public final class TouchingObjects {

	private static final double NO_RELIEF = 1e-4;

	private final float[] depths;
	private final VolumeSize size;
	private final double leastMm;
	/** Of each voxel: another one of the same peak, in the end the peak itself; -1 before its turn. */
	private final int[] towards;

	private TouchingObjects(float[] depths, VolumeSize size, double leastMm) {
		this.depths = depths;
		this.size = size;
		this.leastMm = leastMm;
		this.towards = new int[depths.length];
		Arrays.fill(towards, -1);
	}

	/**
	 * The objects of a mask, the largest first (of equal ones the one with the first voxel). Voxels are neighbours by corners. What lies
	 * beyond the box of the mask counts as outside.
	 *
	 * @param leastDepthMm how much deeper the middle of an object lies than its neck; below a voxel's size objects break into pieces
	 * @return masks on their own bounds; together the mask; none if it is empty
	 * @throws IllegalArgumentException if the depth is not above 0
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static List<Mask> of(Mask mask, VoxelSpacing spacing, double leastDepthMm, Progress progress) {
		if (!(leastDepthMm > 0))
			throw new IllegalArgumentException("The least depth must be above 0 mm but is " + leastDepthMm + ".");
		Mask roomy = mask.on(mask.bounds().grow(1, 1, 1));
		if (roomy.box().isEmpty()) return List.of();
		VolumeSize size = roomy.size();
		float[] depths = DistanceTransform.insideMm(roomy.voxels(), size, spacing, progress.part(0, 0.3));
		int[] markers = new TouchingObjects(depths, size, leastDepthMm).markers(roomy.voxels(), progress.part(0.3, 0.6));
		for (int i = 0; i < depths.length; i++)
			depths[i] = -depths[i];
		int[] labels = Watershed.flood(depths, markers, roomy.voxels(), size, Connectivity.CORNERS, false, progress.part(0.6, 1));
		return masks(labels, roomy.box());
	}

	private int[] markers(byte[] mask, Progress progress) {
		long[] deepestFirst = deepestFirst(mask);
		for (int i = 0; i < deepestFirst.length; i++) {
			if (i % (1 << 16) == 0) progress.checkCancelled();
			join((int) deepestFirst[i]);
		}
		int[] markers = new int[mask.length];
		int count = 0;
		for (int i = 0; i < mask.length; i++)
			if (towards[i] == i) markers[i] = ++count;
		return markers;
	}

	/** The voxels of the mask in the lower halves, so that deeper ones come first and of equal ones the first. */
	private long[] deepestFirst(byte[] mask) {
		int count = 0;
		for (byte voxel : mask)
			count += voxel;
		long[] order = new long[count];
		for (int i = 0, n = 0; i < mask.length; i++)
			if (mask[i] != 0) order[n++] = (long) -Float.floatToIntBits(depths[i]) << 32 | i;
		Arrays.sort(order);
		return order;
	}

	/** A voxel joins the deepest peak next to it; peaks that meet here and do not stand out join, too. */
	private void join(int voxel) {
		towards[voxel] = voxel;
		int x = voxel % size.nx();
		int y = voxel / size.nx() % size.ny();
		int z = voxel / size.nx() / size.ny();
		for (int k = 0; k < 27; k++) {
			int nx = x + k % 3 - 1;
			int ny = y + k / 3 % 3 - 1;
			int nz = z + k / 9 - 1;
			if (!size.contains(nx, ny, nz) || towards[size.index(nx, ny, nz)] < 0) continue;
			int other = peak(size.index(nx, ny, nz));
			int own = peak(voxel);
			if (other == own) continue;
			int higher = isHigher(other, own) ? other : own;
			int lower = higher == own ? other : own;
			if (lower == voxel || depths[lower] - depths[voxel] < leastMm - NO_RELIEF) towards[lower] = higher;
		}
	}

	private boolean isHigher(int peak, int other) {
		return depths[peak] > depths[other] || depths[peak] == depths[other] && peak < other;
	}

	private int peak(int voxel) {
		int at = voxel;
		while (towards[at] != at) {
			towards[at] = towards[towards[at]];
			at = towards[at];
		}
		return at;
	}

	private static List<Mask> masks(int[] labels, VoxelBox box) {
		Map<Integer, VoxelBox> bounds = new LinkedHashMap<>();
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == 0) continue;
			VoxelBox voxel = new VoxelBox(box.x() + i % box.nx(), box.y() + i / box.nx() % box.ny(),
					box.z() + i / box.nx() / box.ny(), 1, 1, 1);
			VoxelBox known = bounds.get(labels[i]);
			if (known == null || !known.contains(voxel.x(), voxel.y(), voxel.z()))
				bounds.merge(labels[i], voxel, VoxelBox::union);
		}
		List<Mask> masks = new ArrayList<>();
		bounds.forEach((label, own) -> {
			Mask mask = Mask.empty(own);
			for (int z = own.z(); z < own.endZ(); z++)
				for (int y = own.y(); y < own.endY(); y++)
					for (int x = own.x(); x < own.endX(); x++)
						if (labels[box.size().index(x - box.x(), y - box.y(), z - box.z())] == label)
							mask.voxels()[mask.index(x, y, z)] = 1;
			masks.add(mask);
		});
		masks.sort(Comparator.comparingLong(Mask::count).reversed());
		return masks;
	}
}
