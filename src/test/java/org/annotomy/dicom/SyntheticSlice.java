package org.annotomy.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomWriter;

/** CT slices made up for tests: small, constant, each with a value of its own. */
public final class SyntheticSlice {

	public static final String SERIES = "2.25.5102";
	public static final int WIDTH = 5;
	public static final int HEIGHT = 4;

	private SyntheticSlice() {}

	/** An axial slice at {@code z} mm whose pixels all have {@code value}; the SOP instance is {@code 2.25.value}. */
	public static DicomDatasetBuilder at(double z, int value) {
		short[] pixels = new short[WIDTH * HEIGHT];
		Arrays.fill(pixels, (short) value);
		return DicomDataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.2").set("SOPInstanceUID", "2.25." + value)
				.set("StudyInstanceUID", "2.25.5101").set("SeriesInstanceUID", SERIES).set("FrameOfReferenceUID", "2.25.5104")
				.set("Modality", "CT").set("ImageType", "ORIGINAL", "PRIMARY", "AXIAL").set("SeriesNumber", 7)
				.set("InstanceNumber", 1000 - value).set("PatientName", "Secret^Name").set("SeriesDescription", "Secret words")
				.set("PatientID", "SECRET").set("ImagePositionPatient", -10, -20, z)
				.set("ImageOrientationPatient", 1d, 0, 0, 0, 1, 0).set("PixelSpacing", 0.7, 0.5).set("SliceThickness", 9d)
				.set("SamplesPerPixel", 1).set("PhotometricInterpretation", "MONOCHROME2").set("Rows", HEIGHT)
				.set("Columns", WIDTH)
				.set("BitsAllocated", 16).set("BitsStored", 16).set("HighBit", 15).set("PixelRepresentation", 1)
				.set("RescaleSlope", 1d).set("RescaleIntercept", -1024d).set("WindowCenter", 40d).set("WindowWidth", 400d)
				.pixels(pixels);
	}

	/** Writes a slice under a name that says nothing about its place. */
	public static Path write(Path folder, String name, DicomDatasetBuilder slice) throws IOException {
		Path file = folder.resolve(name);
		DicomWriter.write(slice.build(), file);
		return file;
	}

	/** Writes the slices at {@code z}, the k-th with value k + 1, each after a change. */
	public static void write(Path folder, double[] z, UnaryOperator<DicomDatasetBuilder> change) throws IOException {
		for (int k = 0; k < z.length; k++)
			write(folder, "f" + (k * 7 + 3) % 101 + ".dcm", change.apply(at(z[k], k + 1)));
	}
}
