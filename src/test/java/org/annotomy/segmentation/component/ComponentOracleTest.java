package org.annotomy.segmentation.component;

import static org.junit.Assert.assertEquals;

import java.io.IOException;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.json.JsonObject;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.segmentation.SegmentationOracle;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Components, holes and floods are those of scipy and scikit-image, number by number. */
public class ComponentOracleTest {

	private static final VolumeSize SIZE = FormulaVolume.SIZE;

	@Test
	public void componentsAreNumberedAsScipyNumbersThem() throws IOException {
		for (JsonObject row : SegmentationOracle.rows("components")) {
			Connectivity connectivity = Connectivity.of((int) row.number("connectivity", 0));
			Components parts = ConnectedComponents.of(FormulaVolume.mask(), SIZE, connectivity, Progress.NONE);
			assertEquals((int) row.number("count", -1), parts.count());
			assertEquals((long) row.number("sum", -1), FormulaVolume.weighted(parts.toInts(Progress.NONE)));
			Components ofLabels = ConnectedComponents.ofLabels(FormulaVolume.labels(), SIZE, connectivity, Progress.NONE);
			assertEquals((int) row.number("labels", -1), ofLabels.count());
			assertEquals((long) row.number("labelSum", -1), FormulaVolume.weighted(ofLabels.toInts(Progress.NONE)));
		}
	}

	@Test
	public void holesAreFilledAsScipyFillsThem() throws IOException {
		JsonObject holes = SegmentationOracle.read().object("holes");
		byte[] walls = FormulaVolume.walls();
		byte[] filled = FillHoles.of(walls, SIZE, Progress.NONE);
		assertEquals((long) holes.number("voxels", -1), new Mask(SIZE.box(), filled).count());
		assertEquals((long) holes.number("sum", -1), FormulaVolume.weighted(filled));
		for (Axis across : Axis.values())
			assertEquals((long) holes.number(across.name().toLowerCase(java.util.Locale.ROOT), -1),
					FormulaVolume.weighted(FillHoles.inPlanes(walls, SIZE, across, Progress.NONE)));
	}

	@Test
	public void floodsAreThoseOfScikitImage() throws IOException {
		for (JsonObject row : SegmentationOracle.rows("floods")) {
			Connectivity connectivity = Connectivity.of((int) row.number("connectivity", 0));
			byte[] region = RegionGrowing.from(new int[]{SIZE.index(18, 14, 11)}, SIZE, connectivity)
					.flood(FormulaVolume.values(), 40, Progress.NONE);
			assertEquals((long) row.number("voxels", -1), new Mask(SIZE.box(), region).count());
			assertEquals((long) row.number("sum", -1), FormulaVolume.weighted(region));
		}
	}
}
