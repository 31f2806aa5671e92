package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.distance.DistanceTransform;
import org.annotomy.segmentation.filter.GaussianFilter;
import org.annotomy.segmentation.filter.KernelBox;
import org.annotomy.segmentation.filter.MajorityFilter;
import org.annotomy.segmentation.interpolation.Matching;
import org.annotomy.segmentation.interpolation.SliceInterpolation;
import org.annotomy.segmentation.morphology.BallMorphology;
import org.annotomy.segmentation.morphology.Ellipsoid;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** Distances, morphology, smoothing and interpolation. Whatever is made is on the whole volume, as the peers make it. */
final class SmoothingOperations {

	private static final VoxelSpacing CUBES = new VoxelSpacing(1, 1, 1);

	private SmoothingOperations() {}

	static List<Operation> all() {
		return List.of(new Operation("edt_3d", SmoothingOperations::distances),
				new Operation("edt_3d_multilabel", SmoothingOperations::labelDistances),
				new Operation("median_3x3x3_binary", SmoothingOperations::median),
				new Operation("gauss_sigma2_binary", SmoothingOperations::gauss),
				new Operation("dilate_ball_r5", inputs -> dilate(rater(inputs))),
				new Operation("dilate_ball_r5_med", SmoothingOperations::dilateHalf),
				new Operation("interp_between_slices", SmoothingOperations::interpolate));
	}

	private static Operation.Task distances(Inputs inputs) throws IOException {
		byte[] blobs = inputs.bytes("blobs");
		VolumeSize size = inputs.size("blobs");
		return () -> sum(DistanceTransform.insideMm(blobs, size, Inputs.SPACING, Progress.NONE), size);
	}

	private static Operation.Task labelDistances(Inputs inputs) throws IOException {
		short[] labels = inputs.shorts("labels100");
		VolumeSize size = inputs.size("labels100");
		return () -> sum(DistanceTransform.labelsMm(labels, size, Inputs.SPACING, Progress.NONE), size);
	}

	private static Operation.Task median(Inputs inputs) throws IOException {
		Mask liver = rater(inputs);
		KernelBox kernel = new KernelBox(1, 1, 1);
		return () -> MajorityFilter.of(liver, kernel, liver.box(), Progress.NONE).on(liver.box()).count();
	}

	/** Only around the mask, in a volume of zeros. */
	private static Operation.Task gauss(Inputs inputs) throws IOException {
		Mask liver = rater(inputs);
		return () -> sum(GaussianFilter.of(liver, CUBES, 2, Progress.NONE), liver.size());
	}

	private static Operation.Task dilate(Mask liver) {
		Ellipsoid ball = Ellipsoid.ball(5);
		return () -> BallMorphology.dilate(liver, ball, CUBES, liver.box(), Progress.NONE).on(liver.box()).count();
	}

	private static Operation.Task dilateHalf(Inputs inputs) throws IOException {
		Mask half = everySecond(rater(inputs));
		inputs.given(half.voxels().length);
		return dilate(half);
	}

	private static Operation.Task interpolate(Inputs inputs) throws IOException {
		Mask drawn = new Mask(inputs.size("liver_sparse10").box(), inputs.bytes("liver_sparse10"));
		return () -> SliceInterpolation
				.fill(List.of(drawn), Axis.Z, Matching.WHOLE, CUBES, drawn.box(), Progress.NONE).get(0).on(drawn.box()).count();
	}

	private static Mask rater(Inputs inputs) throws IOException {
		return new Mask(inputs.size("rater0").box(), inputs.bytes("rater0"));
	}

	private static Mask everySecond(Mask mask) {
		VolumeSize size = mask.size();
		Mask half = Mask.empty(new VoxelBox(0, 0, 0, (size.nx() + 1) / 2, (size.ny() + 1) / 2, (size.nz() + 1) / 2));
		for (int z = 0, at = 0; z < size.nz(); z += 2)
			for (int y = 0; y < size.ny(); y += 2)
				for (int x = 0; x < size.nx(); x += 2)
					half.voxels()[at++] = mask.voxels()[size.index(x, y, z)];
		return half;
	}

	/** Plane by plane, so that it is the same for any number of threads. */
	private static double sum(float[] values, VolumeSize size) {
		double[] sums = new double[size.nz()];
		int plane = size.nx() * size.ny();
		Workers.forEach(size.nz(), Progress.NONE, "Adding", z -> {
			double sum = 0;
			for (int i = z * plane; i < (z + 1) * plane; i++)
				sum += values[i];
			sums[z] = sum;
		});
		double all = 0;
		for (double sum : sums)
			all += sum;
		return all;
	}
}
