package org.annotomy.image.resample;

import java.util.Arrays;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;

/**
 * Upright copies of volumes whose slices form a slanted stack, as with a tilted gantry: each slice is shifted within its plane, by linear
 * interpolation, until all lie straight above each other. Nothing is cut off: the copy is larger by the whole shift. By where the slices
 * lie, never by Gantry/Detector Tilt, whose sign differs between vendors.
 */
public final class TiltCorrection {

	private static final double LEAST_DEGREES = 0.1;

	private final MedicalImage source;
	private final SampleRows rows;
	/** How many pixels to the right and down a slice lies of the one before. */
	private final double shiftX;
	private final double shiftY;
	private final int left;
	private final int top;
	private final int width;
	private final int height;

	private TiltCorrection(MedicalImage source) {
		this.source = source;
		this.rows = NewGrid.rows(source);
		Affine place = source.voxelToPatient();
		Position step = place.step(2);
		shiftX = step.dot(place.step(0).unit()) / place.step(0).norm();
		shiftY = step.dot(place.step(1).unit()) / place.step(1).norm();
		int last = source.slices() - 1;
		left = (int) Math.floor(Math.min(0, last * shiftX));
		top = (int) Math.floor(Math.min(0, last * shiftY));
		width = source.width() + (int) Math.ceil(Math.abs(last * shiftX) - 1e-9);
		height = source.height() + (int) Math.ceil(Math.abs(last * shiftY) - 1e-9);
	}

	/** The angle between the way from slice to slice and the slices' normal; 0 if the image does not say where its slices lie. */
	public static double degrees(MedicalImage image) {
		if (image.voxelToPatient() == null || image.slices() < 2) return 0;
		Position normal = normal(image.voxelToPatient());
		double cosine = Math.abs(image.voxelToPatient().step(2).unit().dot(normal));
		return Math.toDegrees(Math.acos(Math.min(1, cosine)));
	}

	private static Position normal(Affine place) {
		return place.step(0).cross(place.step(1)).unit();
	}

	/**
	 * @param image is not changed; uneven spacing stays as it is
	 * @return another image, in memory, of the same type; outside the slices it holds the lowest value there is
	 * @throws IllegalArgumentException if the image is no tilted volume; the message says why
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static MedicalImage straighten(MedicalImage image, Progress progress) {
		NewGrid.requireVolume(image);
		if (degrees(image) < LEAST_DEGREES)
			throw new IllegalArgumentException("The slices of this volume lie straight above each other: there is no tilt.");
		return new TiltCorrection(image).straightened(progress);
	}

	private MedicalImage straightened(Progress progress) {
		Affine place = source.voxelToPatient();
		Position normal = normal(place);
		Position origin = place.apply(left, top, 0);
		Affine upright = Affine.of(origin, place.step(0), place.step(1), normal.times(place.step(2).dot(normal)));
		double outside = NewGrid.lowest(source, "Straightening the volume", progress.part(0, 0.3));
		NewGrid grid = new NewGrid(width, height, source.slices(), upright, source.sliceAxis(), "upright");
		return grid.fill(source, progress.part(0.3, 1), "Straightening the volume",
				(c, z, t, target) -> shift(source.plane(c, z, t), z, outside, target));
	}

	private void shift(Object plane, int z, double outside, Object target) {
		double even = source.sliceAxis().evenIndex(z);
		double fromX = left - even * shiftX;
		double fromY = top - even * shiftY;
		double[] above = new double[source.width()];
		double[] below = new double[source.width()];
		double[] row = new double[width];
		for (int y = 0; y < height; y++) {
			double at = fromY + y;
			int first = (int) Math.floor(at + 1e-9);
			double part = Math.max(0, at - first);
			read(plane, first, outside, above);
			if (part > 0) {
				read(plane, first + 1, outside, below);
				for (int x = 0; x < above.length; x++)
					above[x] += part * (below[x] - above[x]);
			}
			shiftRow(above, fromX, outside, row);
			rows.write(row, target, y * width);
		}
	}

	private void read(Object plane, int y, double outside, double[] row) {
		if (y >= 0 && y < source.height()) rows.read(plane, y * source.width(), row);
		else Arrays.fill(row, outside);
	}

	private static void shiftRow(double[] values, double from, double outside, double[] row) {
		for (int x = 0; x < row.length; x++) {
			double at = from + x;
			int first = (int) Math.floor(at + 1e-9);
			double part = Math.max(0, at - first);
			double a = first >= 0 && first < values.length ? values[first] : outside;
			double b = first + 1 >= 0 && first + 1 < values.length ? values[first + 1] : outside;
			row[x] = part > 0 ? a + part * (b - a) : a;
		}
	}
}
