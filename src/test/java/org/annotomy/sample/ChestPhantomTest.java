package org.annotomy.sample;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Grid;
import org.annotomy.geometry.Position;
import org.annotomy.sample.chest.Lesion;
import org.junit.BeforeClass;
import org.junit.Test;

public class ChestPhantomTest {

	/** Of the small phantom below; a change of the picture changes it, and must be looked at. */
	private static final String SMALL_SHA256 = "d23777bf7546e1ce6eba3cc16ffe8a2c02f35214de9d6b1caedac4bc21fa1fba";

	private static ChestPhantom phantom;
	private static short[][] hu;

	@BeforeClass
	public static void make() {
		phantom = ChestPhantom.of(128, 128, 76, 2.8, 4);
		hu = phantom.hounsfield();
	}

	@Test
	public void theSamePictureOnEveryMachine() throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (short[] plane : ChestPhantom.of(64, 64, 12, 5.6, 24).hounsfield()) {
			ByteBuffer bytes = ByteBuffer.allocate(2 * plane.length);
			bytes.asShortBuffer().put(plane);
			digest.update(bytes.array());
		}
		assertEquals(SMALL_SHA256, HexFormat.of().formatHex(digest.digest()));
	}

	@Test
	public void findingsHaveTheirVolume() {
		for (ChestPhantom size : new ChestPhantom[]{ChestPhantom.standard(), ChestPhantom.full()}) {
			byte[][] truth = size.truth();
			double voxel = size.grid().spacing().voxelVolumeMm3();
			for (int label = 1; label <= size.lesions().size(); label++) {
				Lesion lesion = size.lesions().get(label - 1);
				assertEquals(lesion.name(), lesion.volumeMm3(), size.partialVolumeMm3(lesion), 0.01 * lesion.volumeMm3());
				double counted = count(truth, label) * voxel;
				assertEquals(lesion.name(), lesion.volumeMm3(), counted, 0.03 * lesion.volumeMm3());
			}
		}
	}

	private static int count(byte[][] planes, int label) {
		int count = 0;
		for (byte[] plane : planes)
			for (byte value : plane)
				if (value == label) count++;
		return count;
	}

	@Test
	public void tissuesHaveTheirHounsfieldUnits() {
		assertEquals("air before the body", -1000, mean(new Position(0, -150, 0), 8), 5);
		assertEquals("trachea", -985, mean(new Position(0, -2, 110), 3), 25);
		assertEquals("water in the cyst", 4, mean(lesion("cyst, liver").centre(), 7), 5);
		assertEquals("liver", 112, mean(new Position(-70, 0, -80), 8), 8);
		assertEquals("descending aorta", 184, mean(new Position(24, 30.5, 0), 5), 8);
		assertEquals("lung with its vessels", -800, mean(new Position(-100, 0, 30), 10), 80);
		assertEquals("metastasis", 66, mean(lesion("metastasis, liver").centre(), 8), 6);
		assertEquals("ground glass", -590, mean(lesion("ground glass, left upper lobe").centre(), 5), 25);
		assertTrue("vertebra", mean(new Position(0, 46, 12.5), 6) > 120);
		assertTrue("bone somewhere is dense", max() > 500);
	}

	private static Lesion lesion(String name) {
		return phantom.lesions().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
	}

	private static double mean(Position centre, double radius) {
		Grid grid = phantom.grid();
		double sum = 0;
		int count = 0;
		for (int k = 0; k < grid.nz(); k++)
			for (int i = 0; i < grid.nx() * grid.ny(); i++)
				if (grid.voxelToPatient().apply(i % grid.nx(), i / grid.nx(), k).distanceTo(centre) <= radius) {
					sum += hu[k][i];
					count++;
				}
		assertTrue("no voxels at " + centre, count > 0);
		return sum / count;
	}

	private static int max() {
		int max = 0;
		for (short[] plane : hu)
			for (short value : plane)
				max = Math.max(max, value);
		return max;
	}

	@Test
	public void theObliqueScanIsTurnedAndNotBent() {
		ChestPhantom oblique = ChestPhantom.standard().oblique();
		Affine place = oblique.grid().voxelToPatient();
		assertEquals(1.4, place.spacing().xMm(), 1e-9);
		assertEquals(4, place.spacing().zMm(), 1e-9);
		assertEquals(1.4 * 1.4 * 4, place.determinant(), 1e-9);
		for (int axis = 0; axis < 3; axis++)
			assertTrue(Math.abs(place.step(axis).unit().x()) < 0.95);
		Lesion first = oblique.lesions().get(0);
		Position voxel = ChestPhantom.standard().grid().voxelToPatient().inverse().apply(first.centre());
		assertEquals(0, oblique.centreLps(first).distanceTo(place.apply(voxel)), 1e-9);
	}
}
