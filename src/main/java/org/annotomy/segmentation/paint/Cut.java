package org.annotomy.segmentation.paint;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Vertices;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;

/** What of a mask lies on one side of a cut: of a plane, or of a line that is drawn on a slice and goes through all of them. */
public final class Cut {

	/** Says on which side the centre of a voxel lies. */
	@FunctionalInterface
	private interface Side {
		boolean beyond(int x, int y, int z);
	}

	private Cut() {}

	/**
	 * The voxels whose centres lie beyond a plane, to where its normal points; those on it do not.
	 *
	 * @param point a place of the plane, in voxels with whole numbers at their centres
	 * @param normal in the same frame
	 * @throws IllegalArgumentException if the normal is zero
	 */
	public static Mask beyondPlane(Mask mask, Position point, Position normal) {
		if (!(normal.norm() > 0))
			throw new IllegalArgumentException("The plane of a cut needs a direction; the one given is zero.");
		return beyond(mask, (x, y, z) -> new Position(x, y, z).minus(point).dot(normal) > 0);
	}

	/**
	 * The voxels to the right of a line for one who goes along it, columns to the right and rows downwards; its ends go on straight.
	 *
	 * @param line at least two points in columns and rows of the slices, pixel-corner frame
	 * @param across the axis that the cut runs along
	 * @throws IllegalArgumentException if the line has less than two different points
	 */
	public static Mask rightOfLine(Mask mask, Vertices line, Axis across) {
		if (line.size() < 2 || line.get(0).equals(line.get(1)) || line.get(line.size() - 1).equals(line.get(line.size() - 2)))
			throw new IllegalArgumentException("A cut needs a line of at least two different points.");
		return beyond(mask, (x, y, z) -> isRight(line, across.column(x, y) + 0.5, across.row(y, z) + 0.5));
	}

	private static Mask beyond(Mask mask, Side side) {
		VoxelBox box = mask.box();
		Mask part = Mask.empty(box);
		int at = 0;
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++, at++)
					if (mask.voxels()[at] != 0 && side.beyond(x, y, z)) part.voxels()[at] = 1;
		return part;
	}

	/** By the nearest piece of the line; the first and last piece have no end. */
	private static boolean isRight(Vertices line, double x, double y) {
		double nearest = Double.POSITIVE_INFINITY;
		double steepest = -1;
		boolean right = false;
		for (int i = 1; i < line.size(); i++) {
			double wx = line.x(i) - line.x(i - 1);
			double wy = line.y(i) - line.y(i - 1);
			double length2 = wx * wx + wy * wy;
			if (length2 == 0) continue;
			double dx = x - line.x(i - 1);
			double dy = y - line.y(i - 1);
			double t = (dx * wx + dy * wy) / length2;
			double lowest = i == 1 ? Double.NEGATIVE_INFINITY : 0;
			double highest = i == line.size() - 1 ? Double.POSITIVE_INFINITY : 1;
			double held = Math.max(lowest, Math.min(highest, t));
			double distance = Math.hypot(dx - held * wx, dy - held * wy);
			double cross = wx * dy - wy * dx;
			double steep = Math.abs(cross) / Math.sqrt(length2);
			// At a corner two pieces are equally near; the one that is crossed more steeply decides.
			boolean tie = Math.abs(distance - nearest) <= 1e-9 * Math.max(1, distance);
			if (tie ? steep <= steepest : distance > nearest) continue;
			nearest = distance;
			steepest = steep;
			right = cross > 0;
		}
		return right;
	}
}
