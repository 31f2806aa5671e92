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
 */
public final class BallMorphology {

	private BallMorphology() {}

	/**
	 * All voxels that the ball around a voxel of the mask reaches.
	 *
	 * @param image all voxels that there are; the mask has none beyond
	 */
	public static Mask dilate(Mask mask, Ellipsoid ball, VoxelSpacing spacing, VoxelBox image, Progress progress) {
		VoxelBox box = mask.bounds().grow(ball.voxelsX(spacing), ball.voxelsY(spacing), ball.voxelsZ(spacing)).intersect(image);
		Mask dilated = mask.on(box);
		if (ball.isSingle(spacing)) return dilated;
		float[] squared = DistanceTransform.outsideSquaredMm2(dilated.voxels(), box.size(), ball.scaled(spacing), progress);
		for (int i = 0; i < squared.length; i++)
			dilated.voxels()[i] = (byte) (squared[i] <= Ellipsoid.EDGE ? 1 : 0);
		return dilated;
	}

	/** The voxels whose ball lies in the mask, as far as it lies in the image. */
	public static Mask erode(Mask mask, Ellipsoid ball, VoxelSpacing spacing, VoxelBox image, Progress progress) {
		VoxelBox bounds = mask.bounds();
		if (ball.isSingle(spacing)) return mask.on(bounds);
		VoxelBox box = bounds.grow(1, 1, 1).intersect(image);
		Mask eroded = mask.on(box);
		float[] squared = DistanceTransform.insideSquaredMm2(eroded.voxels(), box.size(), ball.scaled(spacing), progress);
		for (int i = 0; i < squared.length; i++)
			eroded.voxels()[i] = (byte) (squared[i] > Ellipsoid.EDGE ? 1 : 0);
		return eroded;
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
