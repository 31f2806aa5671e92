package org.annotomy.image.resample;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SliceAxis;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/** Copies of volumes cut along any plane, by interpolation between the eight voxels around each new one. */
public final class Reslice {

	private static final String DOING = "Reslicing the volume";
	private static final int LONGEST_SIDE = 8192;
	private static final int LEAST_ROWS = 64;
	private static final double SAME = 1e-6;

	private final MedicalImage source;
	private final SampleRows rows;
	private final Affine target;
	private final Affine toVoxel;
	private final int width;
	private final int height;
	private final int slices;

	/**
	 * How a cut lies in the patient.
	 *
	 * @param right where a row of pixels goes; its length does not matter
	 * @param down where a column of pixels goes; at a right angle to {@code right}
	 */
	public record Cut(Position right, Position down) {

		/** @throws IllegalArgumentException if a direction has no length, or there is no right angle between them */
		public Cut {
			right = right.unit();
			down = down.unit();
			if (Math.abs(right.dot(down)) > 1e-3)
				throw new IllegalArgumentException("Rows and columns of a cut must be at a right angle.");
		}

		/**
		 * The cut with this normal: columns go as far to the feet as can be, or to the back if the normal goes along the body.
		 *
		 * @throws IllegalArgumentException if the normal has no length
		 */
		public static Cut withNormal(Position normal) {
			Position n = normal.unit();
			Position toward = Math.abs(n.z()) < 0.9 ? new Position(0, 0, -1) : new Position(0, 1, 0);
			Position down = toward.minus(n.times(toward.dot(n))).unit();
			return new Cut(down.cross(n), down);
		}

		Position normal() {
			return right.cross(down);
		}
	}

	private Reslice(MedicalImage source, Cut cut, double pixelMm, double sliceMm) {
		this.source = source;
		this.rows = NewGrid.rows(source);
		Affine place = source.voxelToPatient();
		Position[] ways = {cut.right(), cut.down(), cut.normal()};
		double[] steps = {pixelMm, pixelMm, sliceMm};
		int[] counts = new int[3];
		Position origin = Position.ORIGIN;
		for (int i = 0; i < 3; i++) {
			double[] range = range(place, ways[i]);
			counts[i] = (int) Math.floor((range[1] - range[0]) / steps[i] + SAME) + 1;
			requireSide(counts[i], steps[i]);
			origin = origin.plus(ways[i].times(range[0] + (range[1] - range[0] - (counts[i] - 1) * steps[i]) / 2));
		}
		width = counts[0];
		height = counts[1];
		slices = counts[2];
		target = Affine.of(origin, ways[0].times(pixelMm), ways[1].times(pixelMm), ways[2].times(sliceMm));
		toVoxel = place.inverse().after(target);
	}

	private static void requireSide(int count, double stepMm) {
		if (count > LONGEST_SIDE)
			throw new IllegalArgumentException("Voxels " + stepMm + " mm apart would be " + count + " along one side, more than "
					+ LONGEST_SIDE + ". Choose a larger distance.");
	}

	/** How far the centres of voxels reach along a way. */
	private double[] range(Affine place, Position way) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int corner = 0; corner < 8; corner++) {
			double at = place.apply((corner & 1) * (source.width() - 1), (corner >> 1 & 1) * (source.height() - 1),
					(corner >> 2) * (source.slices() - 1)).dot(way);
			low = Math.min(low, at);
			high = Math.max(high, at);
		}
		return new double[]{low, high};
	}

	/**
	 * @param image is not changed
	 * @param pixelMm distance of pixels; 0 for the smallest distance of voxels
	 * @param sliceMm distance of slices; 0 for that of pixels
	 * @param suffix what title and sidecar get added
	 * @return another image, in memory, of the same type, around the whole volume; outside it holds the lowest value there is
	 * @throws IllegalArgumentException if the image is no volume with a place and even slices, or the distances are too small
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static MedicalImage cut(MedicalImage image, Cut cut, double pixelMm, double sliceMm, String suffix,
			Progress progress) {
		NewGrid.requireVolume(image);
		if (!image.sliceAxis().isEven())
			throw new IllegalArgumentException("The slices of this volume are unevenly spaced, so it cannot be cut otherwise."
					+ " Make an evenly spaced copy with Resample To Even Slices... first.");
		if (!(pixelMm >= 0) || !(sliceMm >= 0) || Double.isInfinite(pixelMm) || Double.isInfinite(sliceMm))
			throw new IllegalArgumentException("Distances of pixels and slices must be 0 mm or more.");
		var spacing = image.voxelToPatient().spacing();
		double pixel = pixelMm > 0 ? pixelMm : Math.min(spacing.xMm(), Math.min(spacing.yMm(), spacing.zMm()));
		return new Reslice(image, cut, pixel, sliceMm > 0 ? sliceMm : pixel).resliced(suffix, progress);
	}

	private MedicalImage resliced(String suffix, Progress progress) {
		double outside = NewGrid.lowest(source, DOING, progress.part(0, 0.1));
		NewGrid grid = new NewGrid(width, height, slices, target, SliceAxis.EVEN, suffix);
		return grid.fill(source, progress.part(0.1, 1), DOING, (c, z, t, plane) -> slice(c, z, t, outside, plane));
	}

	private void slice(int c, int z, int t, double outside, Object plane) {
		VolumeSampler sampler = VolumeSampler.between(source, c, t, toVoxel, width, height, z);
		Ranges.forEach(height, Ranges.pieces(height, LEAST_ROWS), Progress.NONE, DOING, (piece, from, to) -> {
			double[] row = new double[width];
			for (int y = from; y < to; y++) {
				for (int x = 0; x < width; x++)
					row[x] = sampler.at(toVoxel.apply(x, y, z), outside);
				rows.write(row, plane, y * width);
			}
		});
	}
}
