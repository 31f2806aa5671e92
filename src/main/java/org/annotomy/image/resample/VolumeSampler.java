package org.annotomy.image.resample;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;

/**
 * Stored values of one channel and time point between the centres of voxels: linear along each axis, or of the nearest voxel. Holds only
 * the planes that it was made for. Safe for threads.
 */
public final class VolumeSampler {

	/** So far beyond the centre of the last voxel it still counts, in voxels. */
	private static final double RIM = 0.5;
	private static final double SAME = 1e-6;
	/** Planes beyond those that the corners reach, for what is rounded. */
	private static final int SPARE = 2;

	private final Object[] planes;
	private final SampleRows rows;
	private final int width;
	private final int height;

	private VolumeSampler(MedicalImage source, Object[] planes) {
		this.planes = planes;
		rows = NewGrid.rows(source);
		width = source.width();
		height = source.height();
	}

	/** For the voxels of a slice of another grid. @param toVoxel from columns, rows and slices of that grid */
	public static VolumeSampler between(MedicalImage source, int c, int t, Affine toVoxel, int columns, int rows, double slice) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int corner = 0; corner < 4; corner++) {
			double at = toVoxel.apply((corner & 1) * (columns - 1), (corner >> 1) * (rows - 1), slice).z();
			low = Math.min(low, at);
			high = Math.max(high, at);
		}
		return ofSlices(source, c, t, low, high);
	}

	/** For voxels from slice {@code low} to slice {@code high}, which may lie outside. */
	public static VolumeSampler ofSlices(MedicalImage source, int c, int t, double low, double high) {
		Object[] planes = new Object[source.slices()];
		for (int k = 0; k < planes.length; k++)
			planes[k] = k >= low - SPARE && k <= high + SPARE ? source.plane(c, k, t) : null;
		return new VolumeSampler(source, planes);
	}

	/** @param at in voxels, centres at whole numbers */
	public double at(Position at, double outside) {
		if (isOutside(at)) return outside;
		int x = low(at.x(), width);
		int y = low(at.y(), height);
		int z = low(at.z(), planes.length);
		double px = part(at.x(), x, width);
		double py = part(at.y(), y, height);
		double pz = part(at.z(), z, planes.length);
		double near = inPlane(planes[z], x, y, px, py);
		return pz == 0 ? near : near + pz * (inPlane(planes[z + 1], x, y, px, py) - near);
	}

	/** The value of the nearest voxel. */
	public double nearest(Position at, double outside) {
		if (isOutside(at)) return outside;
		int x = (int) Math.max(0, Math.min(width - 1, Math.round(at.x())));
		int y = (int) Math.max(0, Math.min(height - 1, Math.round(at.y())));
		int z = (int) Math.max(0, Math.min(planes.length - 1, Math.round(at.z())));
		return rows.at(planes[z], x + width * y);
	}

	/** Also where a place is undefined (NaN). */
	private boolean isOutside(Position at) {
		return !isIn(at.x(), width) || !isIn(at.y(), height) || !isIn(at.z(), planes.length);
	}

	private double inPlane(Object plane, int x, int y, double px, double py) {
		int at = x + width * y;
		double upper = along(plane, at, px);
		return py == 0 ? upper : upper + py * (along(plane, at + width, px) - upper);
	}

	private double along(Object plane, int at, double px) {
		double left = rows.at(plane, at);
		return px == 0 ? left : left + px * (rows.at(plane, at + 1) - left);
	}

	private static boolean isIn(double at, int count) {
		return at >= -RIM - SAME && at <= count - 1 + RIM + SAME;
	}

	private static int low(double at, int count) {
		return (int) Math.max(0, Math.min(count - 1, Math.floor(at + SAME)));
	}

	private static double part(double at, int low, int count) {
		double part = at - low;
		return low + 1 >= count || part < SAME ? 0 : Math.min(1, part);
	}
}
