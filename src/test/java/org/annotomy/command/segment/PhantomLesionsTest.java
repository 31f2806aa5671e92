package org.annotomy.command.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The walk-through of docs/segmentation.md on the sample chest CT, whose lesions are known exactly: a rough ball around each lesion as the
 * editing mask, a threshold halfway between the lesion and what is around it, the largest island, and smoothing as it comes.
 */
public class PhantomLesionsTest {

	/** Lowest and highest value of each lesion: halfway to what is around it, in HU. */
	private static final List<List<String>> RANGES = List.of(List.of("lowest=-410"), List.of("lowest=-410"),
			List.of("lowest=-410"),
			List.of("lowest=-740", "highest=-300"), List.of("lowest=-10", "highest=131"), List.of("lowest=-50", "highest=89"),
			List.of("lowest=-50", "highest=58"));

	private static final int GROUND_GLASS = 3;

	/** How much larger the ball is than half the longest diameter. */
	private static final double ROOM_MM = 0.5;

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static final ChestPhantom PHANTOM = ChestPhantom.standard();
	private static SegmentBench bench;

	@BeforeClass
	public static void segment() throws Exception {
		Path series = FOLDER.newFolder("ct").toPath();
		new ChestCtSeries(PHANTOM, "sample", true).write(series, Progress.NONE);
		bench = SegmentBench.open(series, "onco-chest-ct");
		bench.run("Add Segment...", "segment_name=Around", "class_key=target");
		for (int i = 0; i < RANGES.size(); i++)
			segment(PHANTOM.lesions().get(i), i);
	}

	@AfterClass
	public static void close() throws Exception {
		bench.session().close();
	}

	private static void segment(Lesion lesion, int i) throws Exception {
		Position c = PHANTOM.centreLps(lesion);
		double radius = Math.max(lesion.a(), Math.max(lesion.b(), lesion.c())) + ROOM_MM;
		bench.run("Set Editing Mask...", "overwrite=overlap");
		bench.run("Combine Segments...", "segment=Around", "operation=clear");
		bench.run("Paint Ball...", "segment=Around", "places=" + c.x() + "," + c.y() + "," + c.z(), "radius_mm=" + radius);
		bench.run("Add Segment...", "segment_name=Lesion " + (i + 1), "class_key=target");
		bench.run("Set Editing Mask...", "area=inside", "area_segments=Around", "overwrite=overlap");
		bench.run("Segment Threshold...", RANGES.get(i).toArray(String[]::new));
		bench.run("Segment Islands...");
		// Vessels run through the ground glass: opening takes their stumps off.
		if (i == GROUND_GLASS) bench.run("Smooth Segment...", "method=opening", "kernel_mm=6");
		else bench.run("Smooth Segment...");
	}

	@Test
	public void everyLesionIsFoundAlmostVoxelByVoxel() {
		byte[][] truth = PHANTOM.truth();
		StringBuilder all = new StringBuilder();
		boolean good = true;
		for (int label = 1; label <= RANGES.size(); label++) {
			double dice = dice(bench.voxels("Lesion " + label), truth, label);
			all.append(String.format("%s %.4f; ", PHANTOM.lesions().get(label - 1).name(), dice));
			good &= dice >= 0.95;
		}
		assertTrue("Dice: " + all, good);
		assertEquals(7, PHANTOM.lesions().size());
	}

	private static double dice(Mask mask, byte[][] truth, int label) {
		Affine toTruth = PHANTOM.grid().voxelToPatient().inverse()
				.after(bench.session().source().grid().orElseThrow().voxelToPatient());
		VoxelBox box = mask.box();
		long both = 0;
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++) {
					Position p = toTruth.apply(x, y, z);
					int at = (int) Math.rint(p.y()) * PHANTOM.grid().nx() + (int) Math.rint(p.x());
					if (mask.contains(x, y, z) && truth[(int) Math.rint(p.z())][at] == label) both++;
				}
		long expected = 0;
		for (byte[] plane : truth)
			for (byte value : plane)
				if (value == label) expected++;
		return 2.0 * both / (mask.count() + expected);
	}
}
