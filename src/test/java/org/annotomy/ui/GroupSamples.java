package org.annotomy.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.geometry.Grid;
import org.annotomy.geometry.Position;
import org.annotomy.sample.BreastPhantom;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.task.Progress;

/** Series of several kinds of the sample patient, for pictures and tests of groups. */
final class GroupSamples {

	private GroupSamples() {}

	/** What a series of the chest phantom looks like. */
	record Kind(String folder, String uid, String modality, String words, String contrast, String frame, String day, int shrink,
			DoubleUnaryOperator value) {}

	static final List<Kind> MR = List.of(
			new Kind("t1", "2.25.7101", "MR", "t1 tse", null, "2.25.71", "20260301", 1,
					hu -> hu < -300 ? 40 : 500 - 0.6 * Math.abs(hu)),
			new Kind("t2", "2.25.7102", "MR", "t2 tse", null, "2.25.71", "20260301", 1,
					hu -> hu < -300 ? 30 : 200 + 6 * Math.max(0, 60 - Math.abs(hu))),
			new Kind("flair", "2.25.7103", "MR", "flair", null, "2.25.71", "20260301", 2,
					hu -> hu < -300 ? 30 : 300 + 3 * Math.max(0, 40 - Math.abs(hu - 30))),
			new Kind("t1c", "2.25.7104", "MR", "t1 post", "agent", "2.25.71", "20260301", 1,
					hu -> hu < -300 ? 40 : hu > 100 ? 900 : 480 - 0.5 * Math.abs(hu)),
			new Kind("adc", "2.25.7105", "MR", "ADC", null, "2.25.71", "20260301", 2,
					hu -> hu < -300 ? 10 : 1200 - 10 * Math.min(100, Math.abs(hu))));

	static final Kind CT = new Kind("ct", "2.25.7201", "CT", "chest", null, "2.25.72", "20260301", 1, hu -> hu + 1024);
	static final Kind PET = new Kind("pet", "2.25.7202", "PT", "pet", null, "2.25.72", "20260301", 3,
			hu -> hu < -300 ? 100 : 300);
	static final Kind LATER = new Kind("later", "2.25.7203", "CT", "chest", null, "2.25.73", "20260615", 1, hu -> hu + 1024);

	/** Writes the four mammograms of the breast phantom. */
	static Path mammograms(Path folder, double spacingMm) throws IOException {
		BreastPhantom.of(spacingMm).write(folder, Progress.NONE);
		return folder;
	}

	/** Writes a series of the chest phantom; in PET the lesions are bright. Every n-th slice and pixel, by {@code shrink}. */
	static Path series(Path root, ChestPhantom phantom, Kind kind) throws IOException {
		Path folder = Files.createDirectories(root.resolve(kind.folder));
		Grid grid = phantom.grid();
		short[][] hu = phantom.hounsfield();
		int columns = grid.nx() / kind.shrink;
		int rows = grid.ny() / kind.shrink;
		for (int z = 0; z * kind.shrink < grid.nz(); z++) {
			short[] pixels = new short[columns * rows];
			for (int y = 0; y < rows; y++)
				for (int x = 0; x < columns; x++)
					pixels[y * columns + x] = (short) value(phantom, kind, grid, hu, x * kind.shrink, y * kind.shrink,
							z * kind.shrink);
			SyntheticSlice.write(folder, String.format("%03d.dcm", z), slice(kind, grid, columns, rows, z, pixels));
		}
		return folder;
	}

	private static double value(ChestPhantom phantom, Kind kind, Grid grid, short[][] hu, int x, int y, int z) {
		double value = kind.value.applyAsDouble(hu[z][y * grid.nx() + x]);
		if (!kind.modality.equals("PT")) return value;
		Position at = grid.voxelToPatient().apply(x, y, z);
		for (Lesion lesion : phantom.lesions())
			value += 4000 * Math.exp(-Math.pow(at.distanceTo(phantom.centreLps(lesion)) / 12, 2));
		return value;
	}

	private static DicomDatasetBuilder slice(Kind kind, Grid grid, int columns, int rows, int z, short[] pixels) {
		Position corner = grid.voxelToPatient().apply(0, 0, z * kind.shrink);
		DicomDatasetBuilder slice = SyntheticSlice.at(0, z + 1).set("StudyInstanceUID", "2.25.70")
				.set("SeriesInstanceUID", kind.uid)
				.set("SOPInstanceUID", kind.uid + "." + (z + 1)).set("FrameOfReferenceUID", kind.frame)
				.set("Modality", kind.modality)
				.set("SeriesDescription", kind.words).set("AcquisitionDate", kind.day).set("InstanceNumber", z + 1)
				.set("ImagePositionPatient", corner.x(), corner.y(), corner.z())
				.set("PixelSpacing", grid.spacing().yMm() * kind.shrink, grid.spacing().xMm() * kind.shrink)
				.set("SliceThickness", grid.spacing().zMm() * kind.shrink).set("Rows", rows).set("Columns", columns)
				.set("RescaleIntercept", kind.modality.equals("CT") ? -1024d : 0d)
				.set("WindowCenter", kind.modality.equals("CT") ? 40d : kind.modality.equals("PT") ? 1500d : 400d)
				.set("WindowWidth", kind.modality.equals("CT") ? 400d : kind.modality.equals("PT") ? 3000d : 800d).pixels(pixels);
		return kind.contrast == null ? slice : slice.set("ContrastBolusAgent", kind.contrast);
	}

	/** The files of a folder in order. */
	static List<Path> files(Path folder) throws IOException {
		List<Path> files = new ArrayList<>();
		try (var found = Files.list(folder)) {
			found.filter(f -> f.toString().endsWith(".dcm")).sorted().forEach(files::add);
		}
		return files;
	}
}
