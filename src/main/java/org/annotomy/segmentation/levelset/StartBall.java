package org.annotomy.segmentation.levelset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.paint.RoundBrush;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;

/**
 * A ball from which a front starts.
 *
 * @param centre in voxels, whole numbers at their centres
 * @param radiusMm above 0
 */
public record StartBall(Position centre, double radiusMm) {

	/** Radius of a ball of which nothing else is said. */
	public static final double USUAL_MM = 3;

	/** @throws IllegalArgumentException if the radius is not above 0, or not finite */
	public StartBall {
		if (!(radiusMm > 0) || Double.isInfinite(radiusMm))
			throw new IllegalArgumentException(
					"A front needs balls with a radius above 0 mm to start from, not of " + radiusMm + " mm.");
	}

	/**
	 * Balls at some places.
	 *
	 * @param radiiMm one for each place, or one for all of them
	 * @throws IllegalArgumentException if there are fewer or more, or one is not above 0
	 */
	public static List<StartBall> at(List<Position> centres, List<Double> radiiMm) {
		if (radiiMm.size() != 1 && radiiMm.size() != centres.size())
			throw new IllegalArgumentException("There are " + radiiMm.size() + " radii for " + centres.size()
					+ " places to start from: give one radius for each of them, or none.");
		List<StartBall> balls = new ArrayList<>();
		for (int i = 0; i < centres.size(); i++)
			balls.add(new StartBall(centres.get(i), radiiMm.get(radiiMm.size() == 1 ? 0 : i)));
		return balls;
	}

	/** Whether a front that starts here starts at a voxel too. @param voxel whole numbers at the centres of voxels */
	public boolean contains(Position voxel, VoxelSpacing spacing) {
		return distanceMm(voxel.x(), voxel.y(), voxel.z(), spacing) < 0;
	}

	/** Below 0 in the ball. */
	double distanceMm(double x, double y, double z, VoxelSpacing spacing) {
		double dx = (x - centre.x()) * spacing.xMm();
		double dy = (y - centre.y()) * spacing.yMm();
		double dz = (z - centre.z()) * spacing.zMm();
		return Math.sqrt(dx * dx + dy * dy + dz * dz) - radiusMm;
	}

	/** The box around its voxels in an image. */
	public VoxelBox bounds(ImageVolume volume) {
		return RoundBrush.ball(List.of(centre), radiusMm, volume.size(), volume.spacing()).bounds();
	}

	/**
	 * Why a front cannot start from this ball.
	 *
	 * @param which such as {@code place 2 of 3}
	 * @param open not 0 where it may go, on a box around what it has of the image; null for everywhere
	 * @return null if it can
	 */
	public String refusal(String which, ImageVolume volume, Mask open) {
		VolumeSize size = volume.size();
		int[] nearest = {nearest(centre.x(), size.nx()), nearest(centre.y(), size.ny()), nearest(centre.z(), size.nz())};
		if (distanceMm(nearest[0], nearest[1], nearest[2], volume.spacing()) >= 0)
			return isInside(size)
					? String.format("The ball at %s holds the centre of no voxel: a radius of %s mm is too small there.", which,
							text(radiusMm))
					: String.format("The ball at %s lies outside the image: its middle is %s, %s, %s in voxels, and the image has"
							+ " %d × %d × %d. Take it out, or move it.", which, text(centre.x()), text(centre.y()),
							text(centre.z()), size.nx(), size.ny(), size.nz());
		return open == null || meets(open, volume)
				? null
				: "The ball at " + which + " lies where nothing may be edited: the editing mask leaves none of its voxels open."
						+ " Move it, or free the mask.";
	}

	private boolean isInside(VolumeSize size) {
		return centre.x() >= -0.5 && centre.y() >= -0.5 && centre.z() >= -0.5 && centre.x() < size.nx() - 0.5
				&& centre.y() < size.ny() - 0.5 && centre.z() < size.nz() - 0.5;
	}

	private boolean meets(Mask open, ImageVolume volume) {
		VoxelBox box = bounds(volume).intersect(open.box());
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++)
					if (open.contains(x, y, z) && distanceMm(x, y, z, volume.spacing()) < 0) return true;
		return false;
	}

	private static int nearest(double at, int count) {
		return (int) Math.max(0, Math.min(count - 1, Math.rint(at)));
	}

	private static String text(double number) {
		return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
	}
}
