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
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;

/** Writes a chest phantom as a CT series (PS3.3 A.3), one file per slice from the head down, 12 bits stored. */
public final class ChestCtSeries {

	private static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
	private static final int OFFSET_HU = 1024;
	private static final int LARGEST = 4095;

	private final SampleStudy study;
	private final Grid grid;
	private final short[][] hounsfield;
	private final double tiltDegrees;
	private final String series;
	private final boolean signed;

	/**
	 * @param name tells this series from others of the same phantom: another name, other identifiers
	 * @param signed whether values are stored as signed Hounsfield units; else unsigned with 1024 added
	 */
	public ChestCtSeries(ChestPhantom phantom, String name, boolean signed) {
		this(phantom.study(), phantom.grid(), phantom.hounsfield(), 0, series(name, signed), signed);
	}

	/** What the identifiers of a series are made of. */
	static String series(String name, boolean signed) {
		return "chest ct " + name + (signed ? " signed" : "");
	}

	/** Signed, of a tilted gantry. @param name tells this series from others of the same phantom */
	public ChestCtSeries(TiltedChest phantom, String name) {
		this(SampleStudy.CHEST, phantom.grid(), phantom.hounsfield(), TiltedChest.TILT_DEGREES, "chest ct tilted " + name, true);
	}

	private ChestCtSeries(SampleStudy study, Grid grid, short[][] hounsfield, double tiltDegrees, String series, boolean signed) {
		this.study = study;
		this.grid = grid;
		this.hounsfield = hounsfield;
		this.tiltDegrees = tiltDegrees;
		this.series = series;
		this.signed = signed;
	}

	/**
	 * @param folder is made if need be
	 * @return the files {@code IM0001.dcm} …, the one nearest to the head first
	 */
	public List<Path> write(Path folder, Progress progress) throws IOException {
		Files.createDirectories(folder);
		List<Path> files = new ArrayList<>();
		for (int number = 1; number <= grid.nz(); number++) {
			progress.checkCancelled();
			progress.update((number - 1.0) / grid.nz(), "Writing slices");
			Path file = folder.resolve(String.format(Locale.ROOT, "IM%04d.dcm", number));
			SampleDicom.write(slice(grid.nz() - number, number).build(), file);
			files.add(file);
		}
		return files;
	}

	private DicomDatasetBuilder slice(int k, int number) {
		Affine place = grid.voxelToPatient();
		VoxelSpacing spacing = grid.spacing();
		Position row = place.step(0).unit();
		Position column = place.step(1).unit();
		Position corner = place.apply(0, 0, k);
		double apart = Math.rint(1e6 * Math.abs(place.step(2).dot(row.cross(column)))) / 1e6;
		DicomDatasetBuilder object = SampleDicom
				.object(study, CT_IMAGE_STORAGE, "CT", series, 2, "Chest, portal venous", number)
				.set("ImageType", "DERIVED", "PRIMARY", "AXIAL").set("AcquisitionNumber", 1).set("KVP", 120)
				.set("SliceThickness", apart).set("SpacingBetweenSlices", apart).set("PatientPosition", "HFS")
				.set("ContrastBolusAgent", "Simulated iodine").set("ConvolutionKernel", "SMOOTH")
				.set("FrameOfReferenceUID", SampleDicom.uid(series + "/frame")).empty("PositionReferenceIndicator")
				.set("PixelSpacing", spacing.yMm(), spacing.xMm())
				.set("ImageOrientationPatient", row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
				.set("ImagePositionPatient", corner.x(), corner.y(), corner.z())
				.set("RescaleIntercept", signed ? 0 : -OFFSET_HU).set("RescaleSlope", 1).set("RescaleType", "HU")
				.set("WindowCenter", 40, -600).set("WindowWidth", 400, 1500)
				.set("WindowCenterWidthExplanation", "Soft tissue", "Lung");
		if (tiltDegrees != 0) object.set("GantryDetectorTilt", tiltDegrees);
		return SampleDicom.pixels(object, "MONOCHROME2", grid.ny(), grid.nx(), 12, signed, stored(hounsfield[k]));
	}

	private short[] stored(short[] hu) {
		short[] stored = new short[hu.length];
		for (int i = 0; i < hu.length; i++)
			stored[i] = (short) (signed ? Math.min(hu[i], LARGEST / 2) : Math.min(hu[i] + OFFSET_HU, LARGEST));
		return stored;
	}
}
