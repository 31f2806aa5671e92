package org.annotomy.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.geometry.Point;
import org.annotomy.sample.chest.ChestAnatomy;
import org.annotomy.sample.chest.CtNoise;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.sample.chest.PixelPlane;

/**
 * The chest phantom seen through from the back, as a digital radiograph (PS3.3 A.26): parallel rays, so that a finding's place on the
 * picture follows from its place in the body. Columns go to the patient's left, rows to the feet.
 */
public final class ChestRadiograph {

	private static final String DX_FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.1";
	private static final double WIDTH_MM = 352;
	private static final double TOP_MM = 152;
	private static final double BOTTOM_MM = -168;
	private static final double DEPTH_MM = 250;
	private static final double RAY_STEP_MM = 1.6;
	private static final double MAGNIFICATION = 1.05;
	private static final int DISTANCE_TO_DETECTOR_MM = 1800;

	private final double spacing;
	private final int columns;
	private final int rows;
	private final float[] attenuation;

	private ChestRadiograph(double spacingMm) {
		this.spacing = spacingMm;
		this.columns = (int) Math.rint(WIDTH_MM / spacingMm);
		this.rows = (int) Math.rint((TOP_MM - BOTTOM_MM) / spacingMm);
		this.attenuation = new float[columns * rows];
	}

	/** @param spacingMm between pixels in the body; at the detector it is 5 % more */
	public static ChestRadiograph of(double spacingMm) {
		ChestRadiograph radiograph = new ChestRadiograph(spacingMm);
		radiograph.expose();
		return radiograph;
	}

	/** About 590 × 530 pixels. */
	public static ChestRadiograph standard() {
		return of(0.6);
	}

	public int columns() {
		return columns;
	}

	public int rows() {
		return rows;
	}

	/** Where the middle of a finding is seen, in pixels whose corners are integers. */
	public Point project(Lesion lesion) {
		return new Point(lesion.centre().x() / spacing + columns / 2.0, (TOP_MM - lesion.centre().z()) / spacing + 0.5);
	}

	private void expose() {
		PixelPlane plane = new PixelPlane(columns, (int) Math.rint(DEPTH_MM / RAY_STEP_MM), spacing, RAY_STEP_MM);
		ChestAnatomy anatomy = new ChestAnatomy(plane, false);
		int chunk = 8;
		IntStream.range(0, (rows + chunk - 1) / chunk).parallel().forEach(part -> {
			float[] slice = new float[plane.nx() * plane.ny()];
			for (int row = part * chunk; row < Math.min(rows, (part + 1) * chunk); row++) {
				anatomy.paint(TOP_MM - row * spacing, slice);
				addUp(slice, plane, row * columns);
			}
		});
	}

	private void addUp(float[] slice, PixelPlane plane, int to) {
		for (int iy = 0, i = 0; iy < plane.ny(); iy++)
			for (int ix = 0; ix < columns; ix++, i++)
				attenuation[to + ix] += (float) (perMm(slice[i]) * RAY_STEP_MM);
	}

	/** Of water 0.02 per mm; calcium absorbs more than its density says. */
	private static double perMm(double hu) {
		double water = 0.020 * Math.max(0, 1 + hu / 1000);
		return hu > 200 ? water + 0.000008 * (hu - 200) : water;
	}

	/**
	 * The picture as a workstation gets it: dense is high, details lifted out of the large differences, grain.
	 *
	 * @param bits 10 to 16
	 */
	public short[] pixels(int bits) {
		float[] picture = RadiographProcessing.process(attenuation, columns, rows, spacing);
		float[] grain = new float[picture.length];
		CtNoise.add(grain, new PixelPlane(columns, rows, spacing, spacing), 9999);
		int largest = (1 << bits) - 1;
		short[] pixels = new short[picture.length];
		for (int i = 0; i < pixels.length; i++) {
			double value = picture[i] + 0.0006 * grain[i];
			pixels[i] = (short) Math.max(0, Math.min(largest, Math.rint(largest * value)));
		}
		return pixels;
	}

	/**
	 * @param lowIsBright stored as MONOCHROME1 with inverted values, as some detectors do; it looks the same
	 * @param bits stored, 10 to 16
	 */
	public void write(Path file, boolean lowIsBright, int bits) throws IOException {
		short[] pixels = pixels(bits);
		int largest = (1 << bits) - 1;
		if (lowIsBright)
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (short) (largest - (pixels[i] & 0xffff));
		String series = "chest dx " + bits + (lowIsBright ? " inverse" : "");
		DicomDatasetBuilder object = SampleDicom.object(SampleStudy.CHEST, DX_FOR_PRESENTATION, "DX", series, 1, "Chest PA", 1);
		describe(object, lowIsBright, largest);
		SampleDicom.write(
				SampleDicom.pixels(object, lowIsBright ? "MONOCHROME1" : "MONOCHROME2", rows, columns, bits, false, pixels)
						.build(),
				file);
	}

	private void describe(DicomDatasetBuilder object, boolean lowIsBright, int largest) {
		double atDetector = spacing * MAGNIFICATION;
		DicomDataset chest = SampleDicom.sct("51185008", "Chest").build();
		DicomDataset view = SampleDicom.sct("272479007", "postero-anterior").items("ViewModifierCodeSequence").build();
		object.set("ImageType", "DERIVED", "PRIMARY", "").set("PresentationIntentType", "FOR PRESENTATION")
				.set("ImageLaterality", "U")
				.items("AnatomicRegionSequence", chest).items("ViewCodeSequence", view).set("ViewPosition", "PA")
				.set("PatientOrientation", "L", "F").empty("AcquisitionContextSequence").set("DetectorType", "DIRECT")
				.set("PositionerType", "NONE")
				.set("ImagerPixelSpacing", atDetector, atDetector).set("EstimatedRadiographicMagnificationFactor", MAGNIFICATION)
				.set("DistanceSourceToDetector", DISTANCE_TO_DETECTOR_MM)
				.set("DistanceSourceToPatient", DISTANCE_TO_DETECTOR_MM / MAGNIFICATION)
				.set("PixelIntensityRelationship", "LOG").set("PixelIntensityRelationshipSign", lowIsBright ? 1 : -1)
				.set("RescaleIntercept", 0).set("RescaleSlope", 1).set("RescaleType", "US")
				.set("PresentationLUTShape", lowIsBright ? "INVERSE" : "IDENTITY")
				.set("WindowCenter", (largest + 1) / 2).set("WindowWidth", largest + 1);
	}
}
