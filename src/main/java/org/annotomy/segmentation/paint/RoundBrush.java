package org.annotomy.segmentation.paint;

import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;

/**
 * A round brush that goes along a path through a volume: a ball, or a disc within one slice. Its radius is in millimetres, so that on
 * voxels that are no cubes it covers an ellipsoid of them. A voxel belongs to the stroke if its centre is no farther than the radius from
 * the path, or if a corner of the path lies in it: the finest brush still marks what it points at.
 */
public final class RoundBrush {

	private static final double ON_THE_RIM = 1e-9;

	private final VolumeSize size;
	private final double[] mm;
	private final double radiusMm;
	private final VoxelBox reach;
	private Mask mask;

	private RoundBrush(VolumeSize size, VoxelSpacing spacing, double radiusMm, VoxelBox reach) {
		if (!(radiusMm >= 0 && Double.isFinite(radiusMm)))
			throw new IllegalArgumentException("The radius of a brush must be 0 mm or more, not " + radiusMm + ".");
		this.size = size;
		this.mm = new double[]{spacing.xMm(), spacing.yMm(), spacing.zMm()};
		this.radiusMm = radiusMm;
		this.reach = reach;
	}

	/**
	 * The stroke of a ball.
	 *
	 * @param path in voxels, whole numbers at their centres; may leave the image
	 * @param size of the image
	 * @return the voxels of the image in the stroke
	 * @throws IllegalArgumentException if the path is empty or the radius is negative
	 */
	public static Mask ball(List<Position> path, double radiusMm, VolumeSize size, VoxelSpacing spacing) {
		return new RoundBrush(size, spacing, radiusMm, size.box()).stroke(path);
	}

	/**
	 * The stroke of a disc within a slice; what the path says of places across it is not looked at. Otherwise as {@link #ball}.
	 *
	 * @param slice from 0, across the axis
	 */
	public static Mask disc(List<Position> path, Axis across, int slice, double radiusMm, VolumeSize size, VoxelSpacing spacing) {
		VoxelBox box = switch (across) {
			case X -> new VoxelBox(slice, 0, 0, 1, size.ny(), size.nz());
			case Y -> new VoxelBox(0, slice, 0, size.nx(), 1, size.nz());
			case Z -> new VoxelBox(0, 0, slice, size.nx(), size.ny(), 1);
		};
		List<Position> flat = path.stream().map(p -> switch (across) {
			case X -> new Position(slice, p.y(), p.z());
			case Y -> new Position(p.x(), slice, p.z());
			case Z -> new Position(p.x(), p.y(), slice);
		}).toList();
		return new RoundBrush(size, spacing, radiusMm, box.intersect(size.box())).stroke(flat);
	}

	private Mask stroke(List<Position> path) {
		if (path.isEmpty()) throw new IllegalArgumentException("A stroke needs at least one point.");
		VoxelBox all = VoxelBox.EMPTY;
		for (int i = 0; i < path.size(); i++)
			all = all.union(box(path.get(Math.max(0, i - 1)), path.get(i)));
		mask = Mask.empty(all);
		for (int i = 0; i < path.size(); i++) {
			if (i == 0 || !path.get(i).equals(path.get(i - 1))) capsule(path.get(Math.max(0, i - 1)), path.get(i));
			mark(path.get(i));
		}
		return mask;
	}

	/** The voxels that a piece of the path can reach. */
	private VoxelBox box(Position a, Position b) {
		return VoxelBox.between(first(a.x(), b.x(), 0, size.nx()), first(a.y(), b.y(), 1, size.ny()),
				first(a.z(), b.z(), 2, size.nz()), last(a.x(), b.x(), 0, size.nx()), last(a.y(), b.y(), 1, size.ny()),
				last(a.z(), b.z(), 2, size.nz())).intersect(reach);
	}

	private int first(double a, double b, int axis, int n) {
		double reached = Math.min(Math.min(a, b) - radiusMm / mm[axis], Math.rint(Math.min(a, b)));
		return (int) Math.max(-1.0, Math.min(n, Math.floor(reached)));
	}

	private int last(double a, double b, int axis, int n) {
		double reached = Math.max(Math.max(a, b) + radiusMm / mm[axis], Math.rint(Math.max(a, b)));
		return (int) Math.max(-1.0, Math.min(n, Math.ceil(reached)));
	}

	private void mark(Position p) {
		int x = (int) Math.rint(p.x());
		int y = (int) Math.rint(p.y());
		int z = (int) Math.rint(p.z());
		if (mask.box().contains(x, y, z)) mask.voxels()[mask.index(x, y, z)] = 1;
	}

	/** Marks what lies near the piece from {@code a} to {@code b}. */
	private void capsule(Position a, Position b) {
		VoxelBox box = box(a, b);
		double[] way = {(b.x() - a.x()) * mm[0], (b.y() - a.y()) * mm[1], (b.z() - a.z()) * mm[2]};
		double length2 = way[0] * way[0] + way[1] * way[1] + way[2] * way[2];
		double limit = radiusMm * radiusMm + ON_THE_RIM;
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++) {
				double dy = (y - a.y()) * mm[1];
				double dz = (z - a.z()) * mm[2];
				double along = dy * way[1] + dz * way[2];
				int at = mask.index(box.x(), y, z);
				for (int x = box.x(); x < box.endX(); x++, at++) {
					double dx = (x - a.x()) * mm[0];
					double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, (dx * way[0] + along) / length2));
					double ex = dx - t * way[0];
					double ey = dy - t * way[1];
					double ez = dz - t * way[2];
					if (ex * ex + ey * ey + ez * ez <= limit) mask.voxels()[at] = 1;
				}
			}
	}
}
