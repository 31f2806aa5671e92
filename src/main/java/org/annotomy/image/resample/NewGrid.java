package org.annotomy.image.resample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SampleType;
import org.annotomy.image.SliceAxis;
import org.annotomy.image.Supplement;
import org.annotomy.task.Progress;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;

/**
 * Where a resampled volume lies, and what becomes of the facts of the one it was made from: another image, with an identity and labels of
 * its own.
 *
 * @param suffix what title and sidecar get added
 */
record NewGrid(int width, int height, int slices, Affine voxelToPatient, SliceAxis sliceAxis, String suffix) {

	/** Makes one plane. */
	interface PlaneMaker {
		/** @param target to be filled */
		void make(int c, int z, int t, Object target);
	}

	/** @throws IllegalArgumentException if the image has no place in the patient, or no grey values */
	static void requireVolume(MedicalImage image) {
		if (image.voxelToPatient() == null)
			throw new IllegalArgumentException("This image does not say where its slices lie in the patient.");
		if (image.slices() < 2) throw new IllegalArgumentException("This image is no volume: it has one slice.");
		if (image.type() instanceof ARGBType)
			throw new IllegalArgumentException("Only grey values can be resampled; this image is in colour.");
	}

	static SampleRows rows(MedicalImage image) {
		return new SampleRows(SampleType.of(image.type()));
	}

	/** The lowest stored value of an image, for what lies outside it. */
	static double lowest(MedicalImage source, String doing, Progress progress) {
		SampleRows rows = rows(source);
		double lowest = Double.POSITIVE_INFINITY;
		int count = source.channels() * source.slices() * source.timePoints();
		double[] row = new double[source.width() * source.height()];
		for (int i = 0; i < count; i++) {
			progress.checkCancelled();
			progress.update(i / (double) count, doing);
			rows.read(source.plane(i), 0, row);
			for (double value : row)
				if (value < lowest) lowest = value;
		}
		return Double.isInfinite(lowest) ? 0 : lowest;
	}

	/**
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 * @throws IllegalStateException if the memory is too small
	 */
	MedicalImage fill(MedicalImage source, Progress progress, String doing, PlaneMaker maker) {
		SampleRows rows = rows(source);
		requireMemory((long) rows.bytesPerPixel() * width * height * slices * source.channels() * source.timePoints());
		List<Object> planes = new ArrayList<>();
		int count = source.channels() * slices * source.timePoints();
		for (int t = 0; t < source.timePoints(); t++)
			for (int z = 0; z < slices; z++)
				for (int c = 0; c < source.channels(); c++) {
					progress.checkCancelled();
					progress.update(planes.size() / (double) count, doing);
					Object plane = rows.newPlane(width * height);
					maker.make(c, z, t, plane);
					planes.add(plane);
				}
		return image(source, planes);
	}

	private static void requireMemory(long bytes) {
		long allowed = Runtime.getRuntime().maxMemory();
		if (bytes > allowed / 10 * 9)
			throw new IllegalStateException("The resampled image needs " + (bytes >> 20) + " MB of memory, but only "
					+ (allowed >> 20) + " MB may be used. Raise the limit in Edit > Options > Memory & Threads.");
	}

	@SuppressWarnings({"unchecked", "rawtypes"})
	private MedicalImage image(MedicalImage source, List<Object> planes) {
		PlanarImg<? extends NativeType<?>, ?> pixels = Planes.wrap((NativeType) source.type(), planes, width, height,
				source.channels(), slices, source.timePoints());
		VoxelSpacing steps = voxelToPatient.spacing();
		double[] spacing = {steps.xMm(), steps.yMm(), steps.zMm()};
		ImageSize size = new ImageSize(width, height, slices, source.channels(), source.timePoints());
		ImageIdentity identity = new ImageIdentity("stack", size, null, null, List.of(),
				source.identity().frameOfReferenceUid(), spacing, "mm", "resampled", voxelToPatient, List.of());
		Map<String, String> facts = new TreeMap<>(source.facts());
		facts.remove("SliceSpacing");
		Path sidecar = source.sidecar() == null
				? null
				: source.sidecar().resolveSibling(source.sidecar().getFileName() + "-" + suffix);
		List<String> warnings = List.of("The pixels are interpolated: this copy (" + suffix + ") has labels of its own.");
		return new MedicalImage(source.title() + " " + suffix, pixels, source.scale(), voxelToPatient, spacing,
				source.spacingSource(), source.windows(), source.inverted(), source.frameTimeMs(), facts, identity,
				source.files(),
				sidecar, warnings, sliceAxis, source.timeAxis(), Supplement.NONE);
	}
}
