package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.annotomy.dicom.series.SeriesReader;
import org.annotomy.geometry.Position;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.json.JsonObject;
import org.annotomy.task.Progress;

import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;

/**
 * A whole series against the manifest: slices, spacing, directions, first and last position, stored volume in the order along the
 * normal, modality values. Its files are given in a shuffled order.
 */
final class SeriesCheck {

	private static final double TOLERANCE_MM = 1e-3;
	private static final double TOLERANCE_DIRECTION = 1e-4;
	private static final double TOLERANCE_MEAN = 1e-5;
	private static final long SEED = 20260331;

	private final JsonObject facts;
	private final List<String> different = new ArrayList<>();

	SeriesCheck(JsonObject facts) {
		this.facts = facts;
	}

	/** The entries that belong to the series. */
	List<ConformanceManifest.Entry> members(ConformanceManifest manifest) throws IOException {
		String folder = facts.string("dir", "") + "/";
		String uid = facts.string("series_uid", "");
		List<ConformanceManifest.Entry> members = new ArrayList<>();
		for (ConformanceManifest.Entry entry : manifest.files())
			if (entry.path().startsWith(folder) && uid.equals(entry.facts().string("SeriesInstanceUID", ""))) members.add(entry);
		return members;
	}

	/** What differs, in words; empty if nothing does. @throws ImageFormatException if the series is refused */
	List<String> differences(List<Path> files, Progress progress) throws IOException {
		List<Path> shuffled = new ArrayList<>(files);
		Collections.shuffle(shuffled, new Random(SEED));
		List<MedicalImage> images = SeriesReader.ofFiles(shuffled, progress);
		if (images.size() != 1) {
			different.add("it is split into " + images.size() + " images");
			return different;
		}
		MedicalImage image = images.get(0);
		int slices = (int) facts.number("n_distinct_positions", facts.number("n_files", -1));
		require(image.slices() == slices, "the number of slices");
		place(image, slices);
		values(image);
		return different;
	}

	private void place(MedicalImage image, int slices) throws IOException {
		double[] rowThenColumn = numbers("pixel_spacing");
		double[] directions = numbers("orientation");
		require(near(image.pixelSpacing()[0], rowThenColumn[1]) && near(image.pixelSpacing()[1], rowThenColumn[0]),
				"the pixel spacing");
		require(near(image.pixelSpacing()[2], numbers("z_step_mm_from_ImagePositionPatient")[0]), "the step between slices");
		if (image.voxelToPatient() == null) {
			different.add("the place in the patient");
			return;
		}
		require(at(image, 0, numbers("first_position")), "the first position");
		require(at(image, slices - 1, numbers("last_position")), "the last position");
		Position x = image.voxelToPatient().step(0).unit();
		Position y = image.voxelToPatient().step(1).unit();
		double[] found = {x.x(), x.y(), x.z(), y.x(), y.y(), y.z()};
		double worst = 0;
		for (int i = 0; i < 6; i++)
			worst = Math.max(worst, Math.abs(found[i] - directions[i]));
		require(worst <= TOLERANCE_DIRECTION, "the orientation");
	}

	private void values(MedicalImage image) throws IOException {
		boolean signed = image.pixels().firstElement() instanceof ShortType;
		SampleDigest stored = new SampleDigest(1, signed);
		for (int t = 0; t < image.timePoints(); t++)
			for (int z = 0; z < image.slices(); z++)
				stored.add(image.plane(0, z, t));
		require(stored.ofAll().equals(facts.object("stored_volume_sorted_along_normal").string("sha256_le_c_order", "")),
				"the stored volume");
		JsonObject rescaled = facts.object("rescaled");
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		double sum = 0;
		for (Object pixel : image.pixels()) {
			double value = image.scale().toModality(((RealType<?>) pixel).getRealDouble());
			min = Math.min(min, value);
			max = Math.max(max, value);
			sum += value;
		}
		require(min == rescaled.number("min", Double.NaN) && max == rescaled.number("max", Double.NaN),
				"the range of modality values");
		require(Math.abs(sum / image.pixels().size() - rescaled.number("mean", Double.NaN)) <= TOLERANCE_MEAN,
				"the mean of modality values");
	}

	private double[] numbers(String name) throws IOException {
		return facts.require(name).asArray().doubles();
	}

	private static boolean near(double a, double b) {
		return Math.abs(a - b) <= TOLERANCE_MM;
	}

	private static boolean at(MedicalImage image, int slice, double[] expected) {
		Position found = image.voxelToPatient().apply(new Position(0, 0, slice));
		return found.distanceTo(new Position(expected[0], expected[1], expected[2])) <= TOLERANCE_MM;
	}

	private void require(boolean same, String what) {
		if (!same) different.add(what);
	}
}
