package org.annotomy.segmentation.filter;

import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Smooths several segments at once, so that those which touch still touch, without gap or overlap.
 * <p>
 * Each segment, as a volume of 0 and 1, is smoothed by twice a Gaussian less that Gaussian applied twice; what is left of 1 is the background's.
 * Each voxel goes to whoever has most there. The second term takes back part of what a Gaussian does to curved surfaces (Taubin's idea for
 * meshes, doi:10.1145/218380.218473) and amplifies nothing: a ball of radius r loses about 0.45 sd²/r of its radius, by a Gaussian it would be
 * sd²/r. 3D Slicer smooths a mesh of all borders by a windowed sinc, also in the sense of keeping what is coarse; the results look alike but are
 * not the same voxels.
 * <p>
 * Memory: 12 bytes for each voxel of the box around all segments, and 8 of the one at work.
 */
public final class JointSmoothing {

	private static final int NOBODY = -1;

	private final Mask[] smooth;
	private final Mask domain;
	private final float[] rest;
	private final float[] most;
	private final int[] owner;

	private JointSmoothing(int count, VoxelBox box) {
		this.smooth = new Mask[count];
		this.domain = Mask.empty(box);
		this.rest = new float[domain.voxels().length];
		this.most = new float[rest.length];
		this.owner = new int[rest.length];
		Arrays.fill(rest, 1);
		Arrays.fill(owner, NOBODY);
	}

	/**
	 * @param segments not changed; a voxel that is in several counts for each and ends in one of them at the most
	 * @param sdMm standard deviation of the Gaussian, 0 or more; what is thinner than about this goes
	 * @param image all voxels that there are; beyond its border it is mirrored
	 * @return the segments in the same order, each on the smallest box around its voxels
	 * @throws IllegalArgumentException if the standard deviation is negative, or more than 140 voxels
	 */
	public static List<Mask> of(List<Mask> segments, VoxelSpacing spacing, double sdMm, VoxelBox image, Progress progress) {
		double wideMm = sdMm * Math.sqrt(2);
		VoxelBox all = VoxelBox.EMPTY;
		for (Mask segment : segments)
			all = all.union(segment.bounds());
		JointSmoothing joint = new JointSmoothing(segments.size(), GaussianFilter.around(all, spacing, wideMm, image));
		double share = 1.0 / Math.max(1, segments.size());
		for (int i = 0; i < segments.size(); i++) {
			Mask part = segments.get(i).on(GaussianFilter.around(segments.get(i).bounds(), spacing, wideMm, image));
			joint.add(i, part, kept(part, spacing, sdMm, progress.part(i * share, (i + 1) * share)));
		}
		return joint.masks();
	}

	/** How much of each voxel the segment has. */
	private static float[] kept(Mask part, VoxelSpacing spacing, double sdMm, Progress progress) {
		float[] kept = GaussianFilter.of(part.voxels(), part.size(), spacing, sdMm, progress.part(0, 0.5));
		float[] twice = GaussianFilter.of(part.voxels(), part.size(), spacing, sdMm * Math.sqrt(2), progress.part(0.5, 1));
		for (int i = 0; i < kept.length; i++)
			kept[i] = 2 * kept[i] - twice[i];
		return kept;
	}

	private void add(int segment, Mask part, float[] kept) {
		smooth[segment] = part;
		VoxelBox box = part.box();
		int i = 0;
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++) {
				int at = domain.index(box.x(), y, z);
				for (int x = 0; x < box.nx(); x++, at++, i++) {
					rest[at] -= kept[i];
					if (owner[at] == NOBODY || kept[i] > most[at]) {
						most[at] = kept[i];
						owner[at] = segment;
					}
				}
			}
	}

	private List<Mask> masks() {
		for (Mask part : smooth)
			Arrays.fill(part.voxels(), (byte) 0);
		VoxelBox box = domain.box();
		int at = 0;
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++, at++)
					if (owner[at] != NOBODY && most[at] >= rest[at]) {
						Mask part = smooth[owner[at]];
						part.voxels()[part.index(x, y, z)] = 1;
					}
		return Arrays.stream(smooth).map(part -> part.on(part.bounds())).toList();
	}
}
