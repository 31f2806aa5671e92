package org.annotomy.image.resample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SliceAxis;
import org.annotomy.task.Progress;

/** Evenly spaced copies of volumes with uneven slices, by linear interpolation between neighbouring slices. */
public final class EvenSlices {

	/** So near to a slice nothing is interpolated. */
	private static final double SAME = 1e-6;

	private final MedicalImage source;
	private final SampleRows rows;
	private final List<Double> offsets;
	private final double stepMm;

	private EvenSlices(MedicalImage source, double stepMm) {
		this.source = source;
		this.rows = NewGrid.rows(source);
		this.offsets = source.sliceAxis().offsetsMm();
		this.stepMm = stepMm;
	}

	/** The middle one of all distances between neighbours; NaN if they are even. */
	public static double usualStepMm(MedicalImage image) {
		List<Double> offsets = image.sliceAxis().offsetsMm();
		if (offsets.size() < 2) return Double.NaN;
		double[] gaps = new double[offsets.size() - 1];
		for (int i = 0; i < gaps.length; i++)
			gaps[i] = offsets.get(i + 1) - offsets.get(i);
		Arrays.sort(gaps);
		return gaps[(gaps.length - 1) / 2];
	}

	/**
	 * @param image is not changed
	 * @param stepMm distance between the slices of the copy along their normal
	 * @return another image, in memory, of the same type, from the first slice to the last or a little less
	 * @throws IllegalArgumentException if the slices are even already, or the step is not positive or would leave less than two slices
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static MedicalImage resample(MedicalImage image, double stepMm, Progress progress) {
		NewGrid.requireVolume(image);
		if (image.sliceAxis().isEven())
			throw new IllegalArgumentException("The slices of this volume are evenly spaced already.");
		List<Double> offsets = image.sliceAxis().offsetsMm();
		double length = offsets.get(offsets.size() - 1);
		if (!(stepMm > 0) || stepMm > length)
			throw new IllegalArgumentException(String.format(Locale.ROOT,
					"The distance between slices must be more than 0 and at most %.2f mm, not %s.", length, stepMm));
		if (length / stepMm > Short.MAX_VALUE)
			throw new IllegalArgumentException("Slices " + stepMm + " mm apart would be too many. Choose a larger distance.");
		return new EvenSlices(image, stepMm).resampled(progress);
	}

	private MedicalImage resampled(Progress progress) {
		double length = offsets.get(offsets.size() - 1);
		int slices = (int) Math.floor(length / stepMm + SAME) + 1;
		Affine place = source.voxelToPatient();
		double perSlice = stepMm / length * (offsets.size() - 1);
		Affine even = Affine.of(place.origin(), place.step(0), place.step(1), place.step(2).times(perSlice));
		NewGrid grid = new NewGrid(source.width(), source.height(), slices, even, SliceAxis.EVEN, "even");
		return grid.fill(source, progress, "Resampling to even slices", this::interpolate);
	}

	private void interpolate(int c, int z, int t, Object target) {
		double at = z * stepMm;
		int below = 0;
		while (below < offsets.size() - 2 && offsets.get(below + 1) <= at + SAME)
			below++;
		double gap = offsets.get(below + 1) - offsets.get(below);
		double part = Math.min(1, (at - offsets.get(below)) / gap);
		double[] a = new double[source.width() * source.height()];
		double[] b = new double[a.length];
		rows.read(source.plane(c, below, t), 0, a);
		if (part > SAME) {
			rows.read(source.plane(c, below + 1, t), 0, b);
			for (int i = 0; i < a.length; i++)
				a[i] += part * (b[i] - a[i]);
		}
		rows.write(a, target, 0);
	}
}
