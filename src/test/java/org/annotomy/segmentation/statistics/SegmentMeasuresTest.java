package org.annotomy.segmentation.statistics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.json.JsonObject;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.segmentation.SegmentationOracle;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.Progress;
import org.junit.Test;

public class SegmentMeasuresTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(0.8, 0.8, 2.5);
	private static final VoxelSpacing CUBIC = new VoxelSpacing(1, 1, 1);

	@Test
	public void variancesAndDiametersAreThoseOfScipy() throws IOException {
		List<JsonObject> rows = SegmentationOracle.rows("shapes");
		byte[][] masks = {FormulaVolume.ballMask(), FormulaVolume.barMask()};
		for (int i = 0; i < masks.length; i++) {
			SegmentMeasures measures = measured(new Mask(FormulaVolume.SIZE.box(), masks[i]), SPACING);
			assertEquals((long) rows.get(i).number("voxels", 0), measures.voxels());
			double[] variances = SegmentationOracle.numbers(rows.get(i), "variances");
			for (int axis = 0; axis < 3; axis++)
				assertEquals(2 * Math.sqrt(5 * variances[axis]), measures.axes().lengthsMm().get(axis), 1e-9);
			assertEquals(rows.get(i).number("longest", 0), measures.longest().mm(), 1e-9);
			double[] inSlice = SegmentationOracle.numbers(rows.get(i), "inSlice");
			assertEquals(inSlice.length, measures.slices().size());
			for (int z = 0; z < inSlice.length; z++)
				assertEquals(inSlice[z], measures.slices().get(z).longMm(), 1e-9);
		}
	}

	/** Of balls: voxels of any spacing, surface and axes within 2 %, the volume within 1 %. */
	@Test
	public void ballsMeasureAsBalls() {
		double radius = 15;
		for (VoxelSpacing spacing : new VoxelSpacing[]{CUBIC, new VoxelSpacing(0.7, 0.7, 1.5), SPACING,
				new VoxelSpacing(2, 0.5, 1)}) {
			SegmentMeasures ball = measured(ellipsoid(spacing, radius, radius, radius), spacing);
			String of = spacing.toString();
			assertEquals(of, 1, ball.volumeMm3() / (4 / 3.0 * Math.PI * Math.pow(radius, 3)), 0.01);
			assertEquals(of, ball.volumeMm3() / 1000, ball.volumeMl(), 1e-9);
			assertEquals(of, 1, ball.surfaceMm2() / (4 * Math.PI * radius * radius), 0.02);
			assertEquals(of, 1, ball.sphericity(), 0.025);
			assertEquals(of, 1, ball.compactness(), 0.075);
			for (double axis : ball.axes().lengthsMm())
				assertEquals(of, 1, axis / (2 * radius), 0.02);
			assertEquals(of, 2 * radius, ball.longest().mm(), 2 * Math.max(spacing.zMm(), spacing.xMm()));
			assertEquals(of, 2 * radius, ball.longestInSlice().longMm(), 2 * spacing.xMm() + spacing.yMm());
			assertTrue(of, ball.longest().mm() >= ball.longestInSlice().longMm() - 1e-9);
			assertTrue(of, ball.longestInSlice().shortMm() <= ball.longestInSlice().longMm() + 1e-9);
		}
	}

	@Test
	public void ellipsoidsHaveTheirAxesWhereTheyLie() {
		SegmentMeasures found = measured(ellipsoid(SPACING, 8, 20, 13), SPACING);
		assertEquals(40, found.axes().lengthsMm().get(0), 0.4);
		assertEquals(26, found.axes().lengthsMm().get(1), 0.4);
		assertEquals(16, found.axes().lengthsMm().get(2), 0.4);
		assertEquals(new Position(0, 1, 0), rounded(found.axes().directions().get(0)));
		assertEquals(new Position(0, 0, 1), rounded(found.axes().directions().get(1)));
		assertEquals(new Position(1, 0, 0), rounded(found.axes().directions().get(2)));
		assertEquals(0.4, found.flatness(), 0.02);
		assertEquals(0.65, found.elongation(), 0.02);
		assertEquals(1, found.surfaceMm2() / thomsen(8, 20, 13), 0.03);
	}

	/** K. Thomsen's approximation of the surface of an ellipsoid, within 1.1 %. */
	private static double thomsen(double a, double b, double c) {
		double p = 1.6075;
		return 4 * Math.PI * Math.pow(
				(Math.pow(a * b, p) + Math.pow(a * c, p) + Math.pow(b * c, p)) / 3, 1 / p);
	}

	/** Its corners are exact; planes along the axes come out too small, as the class says. */
	@Test
	public void boxesMeasureAsBoxes() {
		Mask box = Mask.full(new VoxelBox(3, 4, 5, 20, 10, 6));
		SegmentMeasures found = measured(box, SPACING);
		assertEquals(1200, found.voxels());
		assertEquals(1200 * 0.8 * 0.8 * 2.5, found.volumeMm3(), 1e-9);
		assertEquals(Math.sqrt(16 * 16 + 8 * 8 + 15 * 15), found.longest().mm(), 1e-9);
		assertEquals(Math.hypot(16, 8), found.longestInSlice().longMm(), 1e-9);
		assertEquals(5, found.longestInSlice().slice());
		assertEquals(6, found.slices().size());
		assertEquals(new Position(12.5, 8.5, 7.5), found.centroid());
		assertNull(found.centroidInPatient());
		double surface = 2 * (16 * 8 + 16 * 15 + 8 * 15);
		assertTrue(found.surfaceMm2() / surface > 0.8 && found.surfaceMm2() / surface < 1);
	}

	@Test
	public void placesAreInThePatientIfTheFileSaysWhere() {
		Affine oblique = Affine.of(new Position(10, -20, 30), new Position(0, 0.8, 0), new Position(0, 0, 0.8),
				new Position(2.5, 0, 0));
		Mask mask = Mask.full(new VoxelBox(2, 2, 2, 9, 3, 1));
		SegmentMeasures found = SegmentMeasures.of(mask, SPACING, oblique, Progress.NONE).orElseThrow();
		assertEquals(oblique.apply(6, 3, 2), found.centroidInPatient());
		assertEquals(new Position(0, 1, 0), rounded(found.axes().directions().get(0)));
		assertEquals(Math.sqrt(7.2 * 7.2 + 2.4 * 2.4 + 2.5 * 2.5), found.longest().mm(), 1e-9);
		assertEquals(found.longest().mm(), oblique.apply(found.longest().from()).distanceTo(oblique.apply(found.longest().to())),
				1e-9);
	}

	@Test
	public void theLongestDiameterIsThatOfAllCorners() {
		Random random = new Random(20261127);
		for (int round = 0; round < 40; round++) {
			Mask mask = Mask.empty(new VoxelBox(-2, 3, 1, 6, 5, 4));
			for (int i = random.nextInt(12); i >= 0; i--)
				mask.voxels()[random.nextInt(120)] = 1;
			assertEquals(farthestCorners(mask), measured(mask, SPACING).longest().mm(), 1e-9);
		}
	}

	private static double farthestCorners(Mask mask) {
		double most = 0;
		for (int a = 0; a < 120; a++)
			for (int b = 0; b < 120; b++)
				for (int corner = 0; mask.voxels()[a] != 0 && mask.voxels()[b] != 0 && corner < 64; corner++) {
					double dx = 0.8 * (a % 6 - b % 6 + (corner & 1) - (corner >> 3 & 1));
					double dy = 0.8 * (a / 6 % 5 - b / 6 % 5 + (corner >> 1 & 1) - (corner >> 4 & 1));
					double dz = 2.5 * (a / 30 - b / 30 + (corner >> 2 & 1) - (corner >> 5 & 1));
					most = Math.max(most, Math.sqrt(dx * dx + dy * dy + dz * dz));
				}
		return most;
	}

	/** Two bars of 4 and 9 pixels in one slice: the longer one counts, not what lies between. */
	@Test
	public void partsOfASliceAreMeasuredApart() {
		Mask mask = Mask.empty(new VoxelBox(0, 0, 0, 30, 5, 2));
		for (int x = 0; x < 4; x++)
			mask.voxels()[mask.index(x, 0, 1)] = 1;
		for (int x = 20; x < 29; x++)
			mask.voxels()[mask.index(x, 4, 1)] = 1;
		SegmentMeasures found = measured(mask, CUBIC);
		assertEquals(1, found.slices().size());
		assertEquals(1, found.longestInSlice().slice());
		assertEquals(Math.hypot(9, 1), found.longestInSlice().longMm(), 1e-9);
		assertTrue(found.longest().mm() > 28);
	}

	@Test
	public void tablesHaveUnitsAndLeaveOutWhatIsNotKnown() {
		Optional<SegmentMeasures> box = SegmentMeasures.of(Mask.full(new VoxelBox(0, 0, 0, 2, 2, 2)), CUBIC, null, Progress.NONE);
		Map<String, Double> row = MeasureRow.of(box, true);
		assertEquals(8, row.get("Voxels"), 0);
		assertEquals(0.008, row.get("Volume (ml)"), 1e-12);
		assertEquals(Math.sqrt(12), row.get("Longest 3D (mm)"), 1e-9);
		assertEquals(1, row.get("RECIST slice"), 0);
		assertEquals(0.5, row.get("Centroid x (voxel)"), 0);
		assertTrue(row.keySet().stream().noneMatch(name -> name.contains("LPS")));
		assertTrue(MeasureRow.of(box, false).keySet().stream().noneMatch(name -> name.contains("mm")));
		Map<String, Double> nothing = MeasureRow.of(SegmentMeasures.of(Mask.empty(new VoxelBox(0, 0, 0, 3, 3, 3)), CUBIC, null,
				Progress.NONE), true);
		assertEquals(Map.of("Voxels", 0.0, "Volume (mm³)", 0.0, "Volume (ml)", 0.0), nothing);
	}

	@Test
	public void valuesAreThoseOfTheImageUnderTheMask() {
		ImageVolume image = Volumes.of(FormulaVolume.SIZE, (x, y, z) -> 100 * z + 10 * y + x);
		Mask mask = Mask.full(new VoxelBox(-2, 1, 1, 4, 1, 2));
		Map<String, Double> row = MeasureRow.of(Percentiles.of(mask, image, Progress.NONE), image.unit());
		assertEquals(160.5, row.get("Mean (HU)"), 1e-9);
		assertEquals(110, row.get("Min (HU)"), 0);
		assertEquals(211, row.get("Max (HU)"), 0);
		assertEquals(160.5, row.get("Median (HU)"), 1e-9);
		assertEquals(110.3, row.get("P10 (HU)"), 1e-4);
	}

	private static SegmentMeasures measured(Mask mask, VoxelSpacing spacing) {
		return SegmentMeasures.of(mask, spacing, null, Progress.NONE).orElseThrow();
	}

	private static Mask ellipsoid(VoxelSpacing spacing, double a, double b, double c) {
		int nx = (int) (2 * a / spacing.xMm()) + 5;
		int ny = (int) (2 * b / spacing.yMm()) + 5;
		int nz = (int) (2 * c / spacing.zMm()) + 5;
		Mask mask = Mask.empty(new VoxelBox(0, 0, 0, nx, ny, nz));
		for (int i = 0; i < mask.voxels().length; i++) {
			double x = (i % nx - nx / 2.0 + 0.4) * spacing.xMm() / a;
			double y = (i / nx % ny - ny / 2.0 + 0.6) * spacing.yMm() / b;
			double z = (i / nx / ny - nz / 2.0 + 0.5) * spacing.zMm() / c;
			if (x * x + y * y + z * z < 1) mask.voxels()[i] = 1;
		}
		return mask;
	}

	private static Position rounded(Position p) {
		return new Position(Math.round(p.x() * 10) / 10.0 + 0.0, Math.round(p.y() * 10) / 10.0 + 0.0,
				Math.round(p.z() * 10) / 10.0 + 0.0);
	}

	/** Slices at 0, 1 and 9 mm: the affine goes through the first and the last in even steps of 4.5 mm. */
	@Test
	public void theCentroidOfUnevenSlicesIsWhereTheirVoxelsLie() {
		Mask mask = Mask.full(new VoxelBox(2, 3, 0, 1, 1, 2));
		double[] offsets = {0, 1, 9};
		SegmentMeasures found = SegmentMeasures.of(mask, CUBIC, Affine.scaling(new VoxelSpacing(1, 1, 4.5)),
				z -> offsets[(int) z] / 4.5, Progress.NONE).orElseThrow();
		assertEquals(0.5, found.centroidInPatient().z(), 1e-12);
		assertEquals(2, found.centroidInPatient().x(), 1e-12);
		assertEquals(0.5, found.centroid().z(), 0);
	}
}
