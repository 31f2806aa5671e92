package org.annotomy.registration.intensity;

import java.util.Arrays;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.registration.AffineMap;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.task.Progress;

/** Times the registration of two chests of 256 × 256 × 150 voxels, read from values in memory. Rows of {@code docs/benchmarks.md}. */
public final class RegistrationBenchmark {

	private static final VolumeSize SIZE = new VolumeSize(256, 256, 150);

	private RegistrationBenchmark() {}

	/** Prints a line for each kind. */
	public static void main(String[] args) {
		ChestPhantom phantom = ChestPhantom.of(256, 256, 150, 1.4, 2.1);
		short[][] hu = phantom.hounsfield();
		float[] values = new float[SIZE.arrayLength()];
		for (int i = 0; i < values.length; i++)
			values[i] = hu[i / (256 * 256)][i % (256 * 256)];
		Level fixed = new Level(values, SIZE, phantom.grid().voxelToPatient());
		for (AffineMap.Kind kind : new AffineMap.Kind[]{AffineMap.Kind.RIGID, AffineMap.Kind.AFFINE})
			time(fixed, kind);
	}

	private static void time(Level fixed, AffineMap.Kind kind) {
		Affine turn = Turn.zxy(0.1, -0.08, 0.15);
		Affine linear = kind == AffineMap.Kind.RIGID
				? turn
				: Affine.ofRows(1.08, 0.05, 0, 0, -0.03, 0.95, 0.04, 0, 0.02, 0, 1.05, 0).after(turn);
		AffineMap wanted = AffineMap.of(Affine.of(new Position(15, -10, 20), linear.step(0), linear.step(1), linear.step(2)));
		Affine place = Affine.ofRows(1.5, 0, 0, -190, 0, 1.5, 0, -190, 0, 0, 2.3, -190);
		Level moving = MovedVolume.of(fixed, wanted, SIZE, place, v -> v, -1000);
		double[] seconds = new double[5];
		IntensityRegistration.Result found = null;
		for (int i = 0; i < seconds.length; i++) {
			long start = System.nanoTime();
			found = IntensityRegistration.register(moving, fixed, kind, IntensityRegistration.Start.PLACED, Progress.NONE);
			seconds[i] = (System.nanoTime() - start) / 1e9;
		}
		double worst = MovedVolume.worst(fixed, -500, found.movingToFixed(), wanted);
		Arrays.sort(seconds);
		System.out.printf("%s: median %.2f s (%.2f-%.2f), worst error in the body %.2f mm%n", kind, seconds[2], seconds[0],
				seconds[4], worst);
	}
}
