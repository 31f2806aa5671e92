package org.annotomy.registration.intensity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.annotomy.display.fusion.FusedSlice;
import org.annotomy.display.fusion.PictureMap;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.ImageFrame;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.task.Progress;

import net.imglib2.type.numeric.real.FloatType;

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
		fuse(values);
	}

	/** One slice of 512 × 512 pixels cut out of a turned volume of 256 × 256 × 150 voxels. */
	private static void fuse(float[] values) {
		List<float[]> planes = new ArrayList<>();
		for (int z = 0; z < SIZE.nz(); z++)
			planes.add(Arrays.copyOfRange(values, z * 256 * 256, (z + 1) * 256 * 256));
		double[] mm = {1.4, 1.4, 2.1};
		MedicalImage image = new MedicalImage("chest", Planes.wrap(new FloatType(), planes, 256, 256, 1, 150, 1),
				ValueScale.IDENTITY,
				Affine.scaling(new VoxelSpacing(1.4, 1.4, 2.1)), mm, SpacingSource.PATIENT, List.of(), false, Double.NaN,
				Map.of(),
				ImageIdentity.of("stack", new ImageSize(256, 256, 150, 1, 1)), List.of(), null, List.of());
		ImageFrame frame = ImageFrame.of(image);
		AffineMap turned = AffineMap.of(Turn.around(new Position(180, 180, 150), Turn.zxy(0.1, 0.2, 0.3)));
		double[] ms = new double[41];
		for (int i = 0; i < ms.length; i++) {
			long start = System.nanoTime();
			PictureMap map = new PictureMap(512, 512, Affine.scaling(new VoxelSpacing(0.7, 0.7, 3)), i + 20, turned, frame);
			FusedSlice.values(image, 0, 0, map, true);
			ms[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(ms);
		System.out.printf("fused slice: median %.1f ms (%.1f-%.1f)%n", ms[20], ms[0], ms[40]);
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
