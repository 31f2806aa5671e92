package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.presentation.UltrasoundRegions;
import org.annotomy.image.ImageRegion;
import org.annotomy.image.SpacingSource;
import org.junit.Test;

/** Which of several statements about the size of a pixel counts, rule by rule. */
public class PlaneSpacingTest {

	private final List<String> warnings = new ArrayList<>();

	private PlaneSpacing spacing(DicomDatasetBuilder builder) {
		DicomDataset dataset = builder.build();
		warnings.clear();
		return PlaneSpacing.of(new FrameAttributes(dataset, 0), UltrasoundRegions.of(dataset, warnings), warnings);
	}

	private void check(SpacingSource source, double xMm, double yMm, DicomDatasetBuilder builder) {
		PlaneSpacing found = spacing(builder);
		assertEquals(source, found.source());
		assertEquals(xMm, found.xMm(), 1e-12);
		assertEquals(yMm, found.yMm(), 1e-12);
		assertEquals(source.isKnown(), found.keyword() != null);
	}

	private static DicomDatasetBuilder with(String keyword, double row, double column) {
		return DicomDataset.builder().set("Rows", 400).set("Columns", 600).set(keyword, row, column);
	}

	private static DicomDatasetBuilder detector() {
		return with("ImagerPixelSpacing", 0.1, 0.2);
	}

	private static DicomDataset region(int x0, int y0, int x1, int y1, int unitX, int unitY, double delta) {
		return DicomDataset.builder().set("RegionSpatialFormat", 1).set("RegionLocationMinX0", x0).set("RegionLocationMinY0", y0)
				.set("RegionLocationMaxX1", x1).set("RegionLocationMaxY1", y1).set("PhysicalUnitsXDirection", unitX)
				.set("PhysicalUnitsYDirection", unitY).set("PhysicalDeltaX", delta).set("PhysicalDeltaY", -2 * delta).build();
	}

	@Test
	public void ultrasoundRegionsComeBeforeAll() {
		DicomDatasetBuilder both = with("PixelSpacing", 0.3, 0.3).items("SequenceOfUltrasoundRegions",
				region(0, 0, 99, 99, 3, 3, 0.01), region(100, 0, 599, 399, 3, 3, 0.02), region(0, 100, 50, 150, 4, 7, 1));
		check(SpacingSource.ULTRASOUND_REGION, 0.2, 0.4, both);
		assertEquals(List.of("Lengths hold inside the ultrasound regions only (x 0 to 99, y 0 to 99; x 100 to 599, y 0 to 399)."),
				warnings);
		List<ImageRegion> regions = UltrasoundRegions.of(both.build(), warnings);
		assertEquals(3, regions.size());
		assertEquals("time × velocity", regions.get(2).axes());
		check(SpacingSource.STATED, 0.3, 0.3,
				with("PixelSpacing", 0.3, 0.3).items("SequenceOfUltrasoundRegions", region(0, 0, 50, 150, 4, 7, 1)));
	}

	@Test
	public void aRegionMayEndOnePixelBeyondTheImageButNotFarther() {
		check(SpacingSource.ULTRASOUND_REGION, 0.1, 0.2,
				with("PixelSpacing", 1, 1).items("SequenceOfUltrasoundRegions", region(0, 0, 600, 400, 3, 3, 0.01)));
		check(SpacingSource.NONE, Double.NaN, Double.NaN,
				with("WindowCenter", 1, 1).items("SequenceOfUltrasoundRegions",
						region(0, 0, 601, 400, 3, 3, 0.01)));
		assertEquals(List.of("The calibrated ultrasound region lies outside the image, so its pixel size is not used."),
				warnings);
	}

	@Test
	public void aStatedKindOfCalibrationIsShown() {
		check(SpacingSource.FIDUCIAL, 0.18, 0.08,
				detector().set("PixelSpacing", 0.08, 0.18).set("PixelSpacingCalibrationType", "FIDUCIAL"));
		check(SpacingSource.GEOMETRY, 0.18, 0.08,
				detector().set("PixelSpacing", 0.08, 0.18).set("PixelSpacingCalibrationType", "GEOMETRY"));
		check(SpacingSource.FIDUCIAL, 0.2, 0.1,
				detector().set("PixelSpacing", 0.1, 0.2).set("PixelSpacingCalibrationType", "FIDUCIAL"));
	}

	@Test
	public void pixelSpacingThatDiffersFromTheDetectorsIsCalibrated() {
		check(SpacingSource.CALIBRATED, 0.18, 0.08, detector().set("PixelSpacing", 0.08, 0.18));
		check(SpacingSource.DETECTOR, 0.2, 0.1, detector().set("PixelSpacing", 0.1, 0.2));
		check(SpacingSource.DETECTOR, 0.2, 0.1, detector());
		check(SpacingSource.STATED, 0.2, 0.1, with("PixelSpacing", 0.1, 0.2));
		assertEquals(List.of(), warnings);
	}

	@Test
	public void magnificationDividesTheDetectorsSpacingOnce() {
		check(SpacingSource.MAGNIFICATION, 0.16, 0.08, detector().set("EstimatedRadiographicMagnificationFactor", 1.25));
		check(SpacingSource.MAGNIFICATION, 0.16, 0.08,
				detector().set("PixelSpacing", 0.1, 0.2).set("EstimatedRadiographicMagnificationFactor", 1.25));
		check(SpacingSource.MAGNIFICATION, 0.16, 0.08,
				detector().set("PixelSpacing", 0.08, 0.16).set("EstimatedRadiographicMagnificationFactor", 1.25));
		check(SpacingSource.CALIBRATED, 0.16, 0.07,
				detector().set("PixelSpacing", 0.07, 0.16).set("EstimatedRadiographicMagnificationFactor", 1.25));
		check(SpacingSource.DETECTOR, 0.2, 0.1, detector().set("EstimatedRadiographicMagnificationFactor", 0.5));
	}

	@Test
	public void distancesOfAProjectionGiveTheMagnificationToo() {
		DicomDatasetBuilder distances = detector().set("DistanceSourceToDetector", 1000d).set("DistanceSourceToPatient", 800d);
		check(SpacingSource.DETECTOR, 0.2, 0.1, distances);
		check(SpacingSource.MAGNIFICATION, 0.16, 0.08, distances.set("Modality", "XA"));
		check(SpacingSource.MAGNIFICATION, 0.1, 0.05, distances.set("EstimatedRadiographicMagnificationFactor", 2d));
	}

	@Test
	public void filmsAreNominalAndShapesNoSize() {
		check(SpacingSource.NOMINAL, 0.2, 0.1, with("NominalScannedPixelSpacing", 0.1, 0.2));
		check(SpacingSource.STATED, 0.4, 0.3, with("NominalScannedPixelSpacing", 0.1, 0.2).set("PixelSpacing", 0.3, 0.4));
		check(SpacingSource.ASPECT_RATIO, Double.NaN, Double.NaN, DicomDataset.builder().set("PixelAspectRatio", 4, 3));
		assertEquals(
				List.of("Pixels are not square (height to width 4:3) and their size is unknown: lengths are counted in pixels."),
				warnings);
		check(SpacingSource.NONE, Double.NaN, Double.NaN, DicomDataset.builder().set("PixelAspectRatio", 3, 3));
		assertNull(spacing(DicomDataset.builder()).keyword());
		assertEquals(List.of(), warnings);
	}

	@Test
	public void whatCannotBeIsFlagged() {
		for (double[] bad : new double[][]{{0, 0.1}, {-1, -1}, {0.1, 1e5}}) {
			check(SpacingSource.NONE, Double.NaN, Double.NaN, with("PixelSpacing", bad[0], bad[1]));
			assertEquals(1, warnings.size());
			assertTrue(warnings.get(0).startsWith("The file states a pixel size that cannot be"));
		}
		check(SpacingSource.DETECTOR, 0.2, 0.1, detector().set("PixelSpacing", 0d, 0.1));
		check(SpacingSource.STATED, 1, 1, with("PixelSpacing", 1, 1));
		assertTrue(warnings.get(0).contains("often a placeholder"));
	}
}
