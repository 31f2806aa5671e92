package org.annotomy.segmentation.morphology;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.distance.DistanceTransform;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Dilation, erosion, opening and closing by true balls and ellipsoids in millimetres: a voxel belongs to the ball if its centre does. Made by
 * exact distances, so the time does not depend on the radius.
 * <p>
 * Nothing is known beyond the image: dilation ends at its border, and erosion takes nothing away there, so that an organ cut off by the
 * field of view is not eaten from the cut (scipy's {@code binary_erosion} with {@code border_value=1}). ITK's ball has other voxels than
 * those whose centre is within the radius.
 * <p>
 * Results lie on the smallest box that can hold them, the given mask is not changed. An empty mask stays empty.
 * Dilation and erosion need no more memory than twice both masks, unless the mask fills the volume and the ball reaches farther than a twelfth of
 * its slices; then up to five bytes more for each voxel.
 */
public final class BallMorphology {

	/** Boxes of so many voxels are not cut into slabs, nor those that take less than one of so many parts of the mask's memory. */
	private static final int AT_ONCE = 1 << 20;
	private static final int SMALL_PART = 4;

	private BallMorphology() {}

	/**
	 * All voxels that the ball around a voxel of the mask reaches.
	 *
	 * @param image all voxels that there are; the mask has none beyond
	 */
	public static Mask dilate(Mask mask, Ellipsoid ball, VoxelSpacing spacing, VoxelBox image, Progress progress) {
		VoxelBox box = mask.bounds().grow(ball.voxelsX(spacing), ball.voxelsY(spacing), ball.voxelsZ(spacing)).intersect(image);
		if (ball.isSingle(spacing)) return mask.on(box);
		return bySlabs(mask, box, ball, spacing, true, progress);
	}

	/** The voxels whose ball lies in the mask, as far as it lies in the image. */
	public static Mask erode(Mask mask, Ellipsoid ball, VoxelSpacing spacing, VoxelBox image, Progress progress) {
		VoxelBox bounds = mask.bounds();
		if (ball.isSingle(spacing)) return mask.on(bounds);
		return bySlabs(mask, bounds.grow(1, 1, 1).intersect(image), ball, spacing, false, progress);
	}

	/**
	 * Distances of a few slices at a time, with those that the ball reaches from there: of the whole box they would need four times as much
	 * memory as the mask.
	 *
	 * @param dilates from outside, or else erodes from inside
	 */
	private static Mask bySlabs(Mask mask, VoxelBox box, Ellipsoid ball, VoxelSpacing spacing, boolean dilates,
			Progress progress) {
		Mask result = Mask.empty(box);
		VoxelSpacing scaled = ball.scaled(spacing);
		int reach = ball.voxelsZ(spacing) + 1;
		boolean small = box.size().voxels() <= Math.max(AT_ONCE, mask.voxels().length / SMALL_PART);
		int thick = small ? Math.max(1, box.nz()) : Math.max(box.nz() / 3 - 2 * reach, 2 * reach);
		for (int z = 0; z < box.nz(); z += thick) {
			int end = Math.min(box.nz(), z + thick);
			Progress part = progress.part(z / (double) box.nz(), end / (double) box.nz());
			VoxelBox slab = new VoxelBox(box.x(), box.y(), box.z() + z, box.nx(), box.ny(), end - z).grow(0, 0, reach)
					.intersect(box);
			byte[] inside = mask.on(slab).voxels();
			float[] squared = dilates
					? DistanceTransform.outsideSquaredMm2(inside, slab.size(), scaled, part)
					: DistanceTransform.insideSquaredMm2(inside, slab.size(), scaled, part);
			int from = box.size().index(0, 0, z);
			int skipped = box.size().index(0, 0, box.z() + z - slab.z());
			for (int i = 0; i < (end - z) * box.nx() * box.ny(); i++)
				result.voxels()[from + i] = (byte) (squared[skipped + i] > Ellipsoid.EDGE != dilates ? 1 : 0);
		}
		return result;
	}

	/** Erosion, then dilation: what the ball cannot enter goes. */
	public static Mask open(Mask mask, Ellipsoid ball, VoxelSpacing spacing, VoxelBox image, Progress progress) {
		Mask eroded = erode(mask, ball, spacing, image, progress.part(0, 0.5));
		return dilate(eroded, ball, spacing, image, progress.part(0.5, 1));
	}

	/** Dilation, then erosion: gaps that the ball cannot enter from outside are filled. */
	public static Mask close(Mask mask, Ellipsoid ball, VoxelSpacing spacing, VoxelBox image, Progress progress) {
		Mask dilated = dilate(mask, ball, spacing, image, progress.part(0, 0.5));
		return erode(dilated, ball, spacing, image, progress.part(0.5, 1));
	}

	/**
	 * A shell of about {@code thicknessMm}: to the surface count whole voxels, so it can be one voxel thinner.
	 *
	 * @throws IllegalArgumentException if the thickness is not above 0 or so small that the shell would have no voxel
	 */
	public static Mask hollow(Mask mask, double thicknessMm, ShellPlace place, VoxelSpacing spacing, VoxelBox image,
			Progress progress) {
		Ellipsoid ball = Ellipsoid.ball(place == ShellPlace.MEDIAL_SURFACE ? thicknessMm / 2 : thicknessMm);
		if (ball.isSingle(spacing))
			throw new IllegalArgumentException("A shell of " + thicknessMm + " mm is thinner than the voxels. Make it thicker.");
		Mask outer = place == ShellPlace.OUTSIDE_SURFACE ? mask : dilate(mask, ball, spacing, image, progress.part(0, 0.5));
		Mask inner = place == ShellPlace.INSIDE_SURFACE ? mask : erode(mask, ball, spacing, image, progress.part(0.5, 1));
		return MaskLogic.subtract(outer, inner);
	}
}
