package org.annotomy.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Grid;
import org.annotomy.geometry.Position;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.task.Progress;

/**
 * A PET of the chest phantom as it lies in its CT, in the same study and frame of reference (PS3.3 A.21): how much tracer each finding takes up is
 * known. The picture is as sharp as a scanner's: a normal distribution of {@value #SHARPNESS_MM} mm at half its height. The same on every machine.
 */
public final class ChestPet {

	private static final String PET_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.128";
	private static final double SHARPNESS_MM = 6;
	/** From the full width at half the height of a normal distribution to its deviation. */
	private static final double TO_SIGMA = 1 / 2.354820045;
	private static final int SLOPE_BQ = 2;
	private static final int LARGEST = 65535;
	private static final int FRAME_MS = 120_000;

	private final ChestPhantom phantom;
	private final String ct;
	private final PetTracer tracer = PetTracer.STANDARD;

	/**
	 * @param phantom on the voxels of the PET, which need not be those of the CT
	 * @param ct name of the CT series ({@link ChestCtSeries}, signed) whose frame of reference it shares
	 */
	public ChestPet(ChestPhantom phantom, String ct) {
		this.phantom = phantom;
		this.ct = ChestCtSeries.series(ct, true);
	}

	/** The partner of the sample CT: 88 × 88 × 72 voxels of 4.07 × 4.07 × 4.4 mm. */
	public static ChestPet standard() {
		return new ChestPet(ChestPhantom.of(88, 88, 72, 4.07, 4.4), "sample");
	}

	public Grid grid() {
		return phantom.grid();
	}

	/** SUV by body weight inside a finding, before the scanner blurs it. */
	public static double suv(Lesion lesion) {
		return switch (lesion.classKey()) {
			case "nodule" -> 8;
			case "lymph-node" -> 11;
			case "metastasis" -> 9;
			case "ground-glass" -> 2;
			default -> 0.3;
		};
	}

	/** SUV by body weight, blurred; x fastest, the lowest slice first. */
	public float[] suv() {
		Grid grid = phantom.grid();
		short[][] hu = phantom.hounsfield();
		int plane = grid.nx() * grid.ny();
		float[] values = new float[plane * grid.nz()];
		for (int i = 0; i < values.length; i++) {
			Position at = grid.voxelToPatient().apply(i % grid.nx(), i / grid.nx() % grid.ny(), i / plane);
			values[i] = (float) uptake(hu[i / plane][i % plane], phantom.bodyToPatient().inverse().apply(at));
		}
		double sigma = SHARPNESS_MM * TO_SIGMA;
		blur(values, grid.nx(), 1, sigma / grid.spacing().xMm());
		blur(values, grid.ny(), grid.nx(), sigma / grid.spacing().yMm());
		blur(values, grid.nz(), plane, sigma / grid.spacing().zMm());
		return values;
	}

	/** Air none, lung little, muscle and vessels some, the liver more. */
	private double uptake(int hu, Position body) {
		for (Lesion lesion : phantom.lesions())
			if (lesion.contains(body.x(), body.y(), body.z())) return suv(lesion);
		if (hu < -900) return 0;
		if (hu < -300) return 0.4;
		return hu > 45 && hu < 85 ? 1.7 : 0.9;
	}

	/** Along one axis. @param stride from one voxel of it to the next @param sigma in voxels */
	private static void blur(float[] values, int n, int stride, double sigma) {
		int reach = (int) Math.ceil(3 * sigma);
		double[] weights = new double[2 * reach + 1];
		double sum = 0;
		for (int i = -reach; i <= reach; i++)
			sum += weights[i + reach] = StrictMath.exp(-i * i / (2 * sigma * sigma));
		double[] line = new double[n];
		for (int first = 0; first < values.length; first++) {
			if (first / stride % n != 0) continue;
			for (int i = 0; i < n; i++)
				line[i] = values[first + i * stride];
			for (int i = 0; i < n; i++) {
				double blurred = 0;
				for (int k = -reach; k <= reach; k++)
					blurred += weights[k + reach] * line[Math.max(0, Math.min(n - 1, i + k))];
				values[first + i * stride] = (float) (blurred / sum);
			}
		}
	}

	/**
	 * @param folder is made if need be
	 * @return the files {@code IM0001.dcm} …, the one nearest to the head first
	 */
	public List<Path> write(Path folder, Progress progress) throws IOException {
		Files.createDirectories(folder);
		float[] suv = suv();
		Grid grid = phantom.grid();
		List<Path> files = new ArrayList<>();
		for (int number = 1; number <= grid.nz(); number++) {
			progress.checkCancelled();
			progress.update((number - 1.0) / grid.nz(), "Writing slices");
			Path file = folder.resolve(String.format(Locale.ROOT, "IM%04d.dcm", number));
			SampleDicom.write(slice(suv, grid.nz() - number, number).build(), file);
			files.add(file);
		}
		return files;
	}

	private DicomDatasetBuilder slice(float[] suv, int k, int number) {
		Grid grid = phantom.grid();
		Affine place = grid.voxelToPatient();
		Position row = place.step(0).unit();
		Position column = place.step(1).unit();
		Position corner = place.apply(0, 0, k);
		DicomDatasetBuilder object = SampleDicom
				.object(SampleStudy.CHEST, PET_IMAGE_STORAGE, "PT", "chest pet of " + ct, 3, "Chest, FDG", number)
				.set("ImageType", "ORIGINAL", "PRIMARY").set("SliceThickness", grid.spacing().zMm())
				.set("FrameOfReferenceUID", SampleDicom.uid(ct + "/frame"))
				.empty("PositionReferenceIndicator").set("PixelSpacing", grid.spacing().yMm(), grid.spacing().xMm())
				.set("ImageOrientationPatient", row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
				.set("ImagePositionPatient", corner.x(), corner.y(), corner.z()).set("Units", "BQML")
				.set("CountsSource", "EMISSION").set("SeriesType", "STATIC", "IMAGE").set("NumberOfSlices", grid.nz())
				.set("CorrectedImage", "DECY", "ATTN", "SCAT", "DTIM", "RAN").set("DecayCorrection", "START")
				.set("CollimatorType", "NONE").set("FrameReferenceTime", FRAME_MS / 2.0).set("ActualFrameDuration", FRAME_MS)
				.set("DecayFactor", 1.0).set("ImageIndex", number).set("RescaleIntercept", 0).set("RescaleSlope", SLOPE_BQ)
				.set("WindowCenter", 5 * tracer.bqPerSuv()).set("WindowWidth", 10 * tracer.bqPerSuv());
		tracer.describe(object);
		return SampleDicom.pixels(object, "MONOCHROME2", grid.ny(), grid.nx(), 16, false, stored(suv, k));
	}

	private short[] stored(float[] suv, int k) {
		short[] stored = new short[grid().nx() * grid().ny()];
		for (int i = 0; i < stored.length; i++)
			stored[i] = (short) Math.min(LARGEST, Math.round(suv[k * stored.length + i] * tracer.bqPerSuv() / SLOPE_BQ));
		return stored;
	}
}
