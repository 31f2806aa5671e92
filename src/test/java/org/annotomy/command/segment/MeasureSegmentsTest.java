package org.annotomy.command.segment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.measure.ResultsTable;

/** A ball in a volume whose value is x + 100 z. */
public class MeasureSegmentsTest {

	private static final VolumeSize SIZE = new VolumeSize(40, 30, 12);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), SIZE, (x, y, z) -> x + 100 * z);
		bench.run("Add Segment...", "segment_name=Liver", "class_key=structure");
		bench.run("Paint Ball...", "segment=Liver", "places=20,15,6", "frame=voxels", "radius_mm=8");
		bench.run("Add Segment...", "segment_name=Nothing", "class_key=structure");
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	@Test
	public void aBallMeasuresAsABall() throws Exception {
		ResultsTable table = bench.run("Measure Segments...");
		assertEquals(2, table.size());
		assertEquals("Liver", table.getStringValue("Segment", 0));
		assertEquals(bench.count("Liver"), table.getValue("Voxels", 0), 0);
		assertEquals(1, table.getValue("Volume (mm³)", 0) / (4 / 3.0 * Math.PI * 512), 0.05);
		assertEquals(table.getValue("Volume (mm³)", 0) / 1000, table.getValue("Volume (ml)", 0), 1e-9);
		assertEquals(1, table.getValue("Surface (mm²)", 0) / (4 * Math.PI * 64), 0.06);
		assertEquals(1, table.getValue("Sphericity", 0), 0.06);
		assertEquals(7, table.getValue("RECIST slice", 0), 0);
		assertEquals(17, table.getValue("RECIST long (mm)", 0), 1);
		assertEquals(20, table.getValue("Centroid x (voxel)", 0), 1e-9);
		assertEquals(15, table.getValue("Centroid y (voxel)", 0), 1e-9);
		assertEquals(6, table.getValue("Centroid z (voxel)", 0), 1e-9);
		String mean = Arrays.stream(table.getHeadings()).filter(name -> name.startsWith("Mean")).findFirst().orElseThrow();
		assertEquals(620, table.getValue(mean, 0), 1e-6);
	}

	@Test
	public void aSegmentWithoutVoxelsHasNoMeasures() throws Exception {
		ResultsTable table = bench.run("Measure Segments...");
		assertEquals(0, table.getValue("Voxels", 1), 0);
		assertEquals(0, table.getValue("Volume (ml)", 1), 0);
		assertTrue(Double.isNaN(table.getValue("Sphericity", 1)));
		assertEquals(1, bench.run("Measure Segments...", "segments=Nothing").size());
	}

	@Test
	public void everySliceHasItsDiameters() throws Exception {
		ResultsTable table = bench.run("Measure Segments...", "segments=all", "every_slice=true");
		ResultsTable whole = bench.run("Measure Segments...", "segments=Liver");
		double[] longest = table.getColumn("Long (mm)");
		assertEquals(whole.getValue("RECIST long (mm)", 0), Arrays.stream(longest).max().orElseThrow(), 1e-12);
		int middle = table.size() / 2;
		assertEquals(7, table.getValue("Slice", middle), 0);
		assertEquals(Math.hypot(table.getValue("Long x2", middle) - table.getValue("Long x1", middle),
				table.getValue("Long y2", middle) - table.getValue("Long y1", middle)), longest[middle], 1e-9);
		double[] again = bench.run("Measure Segments...", "segments=all", "every_slice=true").getColumn("Short (mm)");
		assertArrayEquals(table.getColumn("Short (mm)"), again, 0);
	}
}
