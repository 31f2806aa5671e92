package org.annotomy.command.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;

import org.annotomy.command.CommandFailure;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.segmentation.lesion.LesionRegion;
import org.annotomy.segmentation.threshold.TissueRange;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The walk-through of docs/segmentation.md on the sample chest CT, whose lesions are known exactly: each from its middle and half its longest
 * diameter, all else as it comes.
 */
public class PhantomLesionsTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static final ChestPhantom PHANTOM = ChestPhantom.standard();
	private static SegmentBench bench;

	@BeforeClass
	public static void segment() throws Exception {
		Path series = FOLDER.newFolder("ct").toPath();
		new ChestCtSeries(PHANTOM, "sample", true).write(series, Progress.NONE);
		bench = SegmentBench.open(series, "onco-chest-ct");
		bench.run("Set Editing Mask...", "others=overlap");
		for (int i = 0; i < PHANTOM.lesions().size(); i++)
			segment(PHANTOM.lesions().get(i), i);
	}

	@AfterClass
	public static void close() throws Exception {
		bench.session().close();
	}

	private static void segment(Lesion lesion, int i) throws Exception {
		Position c = PHANTOM.centreLps(lesion);
		bench.run("Add Segment...", "segment_name=Lesion " + (i + 1), "class_key=target");
		bench.run("Segment Lesion...", "place=" + c.x() + "," + c.y() + "," + c.z(), "radius_mm=" + radiusMm(lesion));
	}

	private static double radiusMm(Lesion lesion) {
		return Math.max(lesion.a(), Math.max(lesion.b(), lesion.c()));
	}

	@Test
	public void everyLesionIsFoundAlmostVoxelByVoxel() {
		byte[][] truth = PHANTOM.truth();
		StringBuilder all = new StringBuilder();
		boolean good = true;
		for (int label = 1; label <= PHANTOM.lesions().size(); label++) {
			double dice = dice(bench.voxels("Lesion " + label), truth, label);
			all.append(String.format("%s %.4f; ", PHANTOM.lesions().get(label - 1).name(), dice));
			good &= dice >= 0.95;
		}
		assertTrue("Dice: " + all, good);
		assertEquals(7, PHANTOM.lesions().size());
	}

	/** A contour that is drawn to edges stays in a nodule of the lung, with all else as it comes. */
	@Test
	public void contoursByEdgesDoNotFloodTheLung() throws Exception {
		StringBuilder all = new StringBuilder();
		boolean good = true;
		for (int label = 1; label <= 3; label++) {
			Position c = PHANTOM.centreLps(PHANTOM.lesions().get(label - 1));
			bench.run("Add Segment...", "segment_name=Edges " + label, "class_key=target");
			bench.run("Evolve Contour...", "speed=edges", "places=" + c.x() + "," + c.y() + "," + c.z());
			double dice = dice(bench.voxels("Edges " + label), PHANTOM.truth(), label);
			all.append(String.format("%.4f %s; ", dice, bench.notes()));
			good &= dice >= 0.7 && bench.notes().contains("came to rest");
		}
		assertTrue(all.toString(), good);
	}

	/** The lesions with weak borders: by a range of values, or by regions if the contour may not come far beyond the lesion. */
	@Test
	public void contoursByRangeOrNearRegionsHoldWhereEdgesAreWeak() throws Exception {
		bench.run("Add Segment...", "segment_name=Contour", "class_key=target");
		StringBuilder all = new StringBuilder();
		boolean good = true;
		for (int label = 5; label <= 7; label++) {
			Lesion lesion = PHANTOM.lesions().get(label - 1);
			Position c = PHANTOM.centreLps(lesion);
			String at = "places=" + c.x() + "," + c.y() + "," + c.z();
			TissueRange range = range(lesion);
			bench.run("Evolve Contour...", "speed=range", at, "highest=" + range.high(),
					"lowest=" + Math.max(-3000, range.low()));
			double byRange = dice(bench.voxels("Contour"), PHANTOM.truth(), label);
			bench.run("Evolve Contour...", "speed=regions", at, "farthest_mm=" + (1.5 * radiusMm(lesion) - 3));
			double byRegions = dice(bench.voxels("Contour"), PHANTOM.truth(), label);
			all.append(String.format("%s %.4f %.4f; ", lesion.name(), byRange, byRegions));
			boolean inLiver = label > 5;
			good &= byRange >= 0.95 && (!inLiver || byRegions >= 0.95);
		}
		assertTrue(all.toString(), good);
	}

	/** The ends of the ranges lie halfway between the values that the phantom was made with, as far as noise lets them. */
	@Test
	public void rangesEndHalfwayToTheTissuesAround() {
		double lung = -860;
		for (int i = 0; i < 3; i++) {
			TissueRange range = range(PHANTOM.lesions().get(i));
			assertEquals((lung + PHANTOM.lesions().get(i).hu()) / 2, range.low(), 25);
			assertEquals(Double.POSITIVE_INFINITY, range.high(), 0);
		}
		for (int i = 5; i < 7; i++) {
			TissueRange range = range(PHANTOM.lesions().get(i));
			assertEquals(PHANTOM.lesions().get(i).hu(), range.middle(), 6);
			assertTrue(range.toString(), range.high() > range.middle() + 20 && range.high() < 100);
		}
	}

	private static TissueRange range(Lesion lesion) {
		Position c = PHANTOM.centreLps(lesion);
		Position middle = bench.session().source().grid().orElseThrow().voxelToPatient().inverse().apply(c);
		return new LesionRegion(bench.session().segments().volume(), middle, radiusMm(lesion)).range(Progress.NONE);
	}

	@Test
	public void aPlaceOutsideAndNoRadiusAreRefused() {
		assertThrows(CommandFailure.class, () -> bench.run("Segment Lesion...", "place=9999,0,0"));
		assertThrows(CommandFailure.class, () -> bench.run("Segment Lesion...", "place=3,3,3", "frame=voxels", "radius_mm=0"));
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
