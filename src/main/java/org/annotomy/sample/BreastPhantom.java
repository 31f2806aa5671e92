package org.annotomy.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.sample.breast.BreastFindings;
import org.annotomy.sample.breast.BreastLesion;
import org.annotomy.sample.breast.Compression;
import org.annotomy.sample.breast.MammogramGeometry;
import org.annotomy.sample.breast.MammogramPicture;
import org.annotomy.sample.breast.MammogramView;
import org.annotomy.task.Progress;

/**
 * A pair of breasts that nobody has, as the four standard mammograms (PS3.3 A.27, for presentation): generated, the same on every machine,
 * with findings whose place in the breast and in each picture is known exactly. Projected by a cone of rays ({@link MammogramGeometry}) after a
 * simple compression of each view ({@link Compression}); the chest muscle and the axilla of oblique views are drawn in.
 * <p>
 * Because compression spreads the tissue differently in both views, and only what lies along the plates is seen, a finding is not equally far from
 * the nipple in both: of these findings by up to 10 mm, as in patients. For pictures, first steps and tests; not for training models.
 */
public final class BreastPhantom {

	private static final String FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.2";
	private static final int BITS = 12;
	private static final int LARGEST = (1 << BITS) - 1;
	private static final double STANDARD_MM = 0.15;

	private final double spacing;

	private BreastPhantom(double spacingMm) {
		this.spacing = spacingMm;
	}

	/** Pixels of 0.15 mm at the detector: 880 × 1600. */
	public static BreastPhantom standard() {
		return of(STANDARD_MM);
	}

	/** @param spacingMm between pixels at the detector */
	public static BreastPhantom of(double spacingMm) {
		return new BreastPhantom(spacingMm);
	}

	/** The findings of both breasts. */
	public List<BreastLesion> lesions() {
		return BreastFindings.ALL;
	}

	/** The findings that a view shows: those of its breast. */
	public List<BreastLesion> lesions(MammogramView view) {
		return lesions().stream().filter(lesion -> lesion.right() == view.isRight()).toList();
	}

	/**
	 * Where the middle of a finding is seen, in pixels whose corners are integers.
	 *
	 * @throws IllegalArgumentException if the view shows the other breast
	 */
	public Point positionIn(MammogramView view, BreastLesion lesion) {
		if (lesion.right() != view.isRight())
			throw new IllegalArgumentException("The view " + view + " does not show the breast of \"" + lesion.name() + "\".");
		return seen(view, lesion.centre());
	}

	/** Where the nipple leaves the skin, in pixels whose corners are integers. */
	public Point nippleIn(MammogramView view) {
		return seen(view, Compression.NIPPLE);
	}

	private Point seen(MammogramView view, Position place) {
		return new MammogramGeometry(view, spacing).project(new Compression(view).compress(place));
	}

	/** How far a finding is from the nipple in the picture, in mm at the middle between the plates: what measuring there gives. */
	public double nippleDistanceMm(MammogramView view, BreastLesion lesion) {
		return positionIn(view, lesion).distanceTo(nippleIn(view)) * pixelMm(view);
	}

	/** The pixel size at the middle between the plates, in mm. */
	public double pixelMm(MammogramView view) {
		return spacing / new MammogramGeometry(view, spacing).magnification();
	}

	/** 12 bits, dense is high; x fastest. */
	public short[] pixels(MammogramView view) {
		return MammogramPicture.of(view, new MammogramGeometry(view, spacing), lesions(), BITS);
	}

	/**
	 * Writes the four mammograms, each a series of one study.
	 *
	 * @param folder is made if need be
	 * @return the files {@code R_CC.dcm}, {@code L_CC.dcm}, {@code R_MLO.dcm}, {@code L_MLO.dcm}
	 */
	public List<Path> write(Path folder, Progress progress) throws IOException {
		Files.createDirectories(folder);
		List<Path> files = new ArrayList<>();
		for (MammogramView view : MammogramView.values()) {
			progress.checkCancelled();
			progress.update(files.size() / 4.0, "Making the mammogram " + view.laterality() + " " + view.position());
			Path file = folder.resolve(view + ".dcm");
			SampleDicom.write(object(view), file);
			files.add(file);
		}
		return files;
	}

	private DicomDataset object(MammogramView view) {
		MammogramGeometry geometry = new MammogramGeometry(view, spacing);
		String name = view.laterality() + " " + view.position();
		String series = "breast mg " + name + (spacing == STANDARD_MM ? "" : " " + spacing);
		DicomDatasetBuilder object = SampleDicom.object(SampleStudy.BREAST, FOR_PRESENTATION, "MG", series, view.ordinal() + 1,
				name,
				1);
		describe(object, view);
		positions(object, view, geometry);
		return SampleDicom.pixels(object, "MONOCHROME2", geometry.rows(), geometry.columns(), BITS, false, pixels(view)).build();
	}

	private static void describe(DicomDatasetBuilder object, MammogramView view) {
		DicomDataset breast = SampleDicom.sct("76752008", "Breast").build();
		DicomDataset code = (view.isOblique()
				? SampleDicom.sct("399368009", "medio-lateral oblique")
				: SampleDicom.sct("399162004", "cranio-caudal")).items("ViewModifierCodeSequence").build();
		object.set("ImageType", "DERIVED", "PRIMARY", "").set("PresentationIntentType", "FOR PRESENTATION")
				.set("ImageLaterality", view.laterality()).set("PatientOrientation", orientation(view))
				.items("AnatomicRegionSequence", breast).items("ViewCodeSequence", code).set("ViewPosition", view.position())
				.empty("AcquisitionContextSequence").set("DetectorType", "DIRECT").set("OrganExposed", "BREAST")
				.set("PixelIntensityRelationship", "LOG").set("PixelIntensityRelationshipSign", -1)
				.set("RescaleIntercept", 0).set("RescaleSlope", 1).set("RescaleType", "US")
				.set("PresentationLUTShape", "IDENTITY")
				.set("BreastImplantPresent", "NO").set("PartialView", "NO")
				.set("WindowCenter", (LARGEST + 1) / 2).set("WindowWidth", LARGEST + 1);
	}

	/** To the front or the back along rows; along columns down from lateral, in oblique views down from lateral and up. */
	private static String[] orientation(MammogramView view) {
		String medial = view.isRight() ? "L" : "R";
		return new String[]{view.isRight() ? "P" : "A", view.isOblique() ? "F" + medial : medial};
	}

	private static void positions(DicomDatasetBuilder object, MammogramView view, MammogramGeometry geometry) {
		object.set("ImagerPixelSpacing", geometry.spacingMm(), geometry.spacingMm())
				.set("EstimatedRadiographicMagnificationFactor", geometry.magnification())
				.set("DistanceSourceToDetector", MammogramGeometry.SOURCE_TO_DETECTOR_MM)
				.set("DistanceSourceToPatient", MammogramGeometry.SOURCE_TO_DETECTOR_MM - MammogramGeometry.SUPPORT_MM)
				.set("BodyPartThickness", view.thicknessMm()).set("PositionerType", "MAMMOGRAPHIC")
				.set("PositionerPrimaryAngle", view.isRight() ? -view.angleDegrees() : view.angleDegrees())
				.set("PositionerPrimaryAngleDirection", "CW").set("PositionerSecondaryAngle", 0);
	}
}
