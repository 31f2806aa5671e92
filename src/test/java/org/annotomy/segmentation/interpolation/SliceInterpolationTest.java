package org.annotomy.segmentation.interpolation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.segmentation.component.ConnectedComponents;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.VoxelOracle;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class SliceInterpolationTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(1, 1, 2.5);
	private static final VoxelBox IMAGE = new VolumeSize(60, 50, 21).box();

	@Test
	public void wholeSlicesAreBlendedAsScipysDistancesAre() throws IOException {
		VoxelOracle oracle = VoxelOracle.read();
		VoxelBox image = oracle.size().box();
		for (JsonValue row : oracle.json().list("shapes")) {
			JsonObject shape = row.asObject();
			Mask drawn = new Mask(image, VoxelOracle.bits(shape.string("mask", "")));
			Axis across = Axis.values()[(int) shape.require("axis").asDouble()];
			Mask filled = SliceInterpolation.fill(List.of(drawn), across, Matching.WHOLE, oracle.spacing(), image, Progress.NONE)
					.get(0);
			oracle.assertSame("across " + across, VoxelOracle.bits(shape.string("filled", "")), filled.on(image).voxels());
		}
	}

	@Test
	public void betweenTwoDiscsLiesACone() {
		for (Matching matching : Matching.values()) {
			Mask drawn = Masks.of(IMAGE, (x, y, z) -> z == 0 && disc(x, y, 30, 25, 6) || z == 20 && disc(x, y, 30, 25, 18));
			Mask filled = fill(matching, drawn).get(0);
			for (int z = 0; z <= 20; z++) {
				double radius = Math.sqrt(slice(filled, z).count() / Math.PI);
				assertEquals("slice " + z, 6 + 12 * z / 20.0, radius, 0.8);
			}
		}
	}

	@Test
	public void drawnSlicesStayAsTheyAreAndNothingIsAddedBeyondThem() {
		Random random = new Random(20261127);
		for (int round = 0; round < 30; round++) {
			byte[] boxes = Masks.boxes(random, IMAGE.size(), 5);
			Mask all = new Mask(IMAGE, boxes);
			Mask drawn = Masks.of(IMAGE, (x, y, z) -> z % 4 == 2 && all.contains(x, y, z));
			Mask filled = fill(Matching.values()[round % 2], drawn).get(0);
			VoxelBox bounds = drawn.bounds();
			assertTrue(filled.bounds().union(bounds).equals(bounds));
			for (int z = 0; z < 21; z++)
				if (!slice(drawn, z).isEmpty()) assertArrayEquals(slice(drawn, z).voxels(), slice(filled, z).voxels());
		}
	}

	@Test
	public void partsMoveFromCentreToCentre() {
		Mask drawn = Masks.of(IMAGE, (x, y, z) -> z == 0 && disc(x, y, 15, 20, 7) || z == 20 && disc(x, y, 39, 28, 7));
		Mask middle = slice(fill(Matching.PARTS, drawn).get(0), 10);
		assertEquals(Masks.of(middle.box(), (x, y, z) -> disc(x, y, 27, 24, 7)).count(), middle.count());
		assertTrue(middle.contains(27, 24, 10) && middle.contains(34, 24, 10) && !middle.contains(35, 24, 10));
		assertTrue(slice(fill(Matching.WHOLE, drawn).get(0), 10).isEmpty());
	}

	@Test
	public void aTrunkBecomesTwoBranchesInOnePiece() {
		Mask drawn = Masks.of(IMAGE, (x, y, z) -> z == 0 && disc(x, y, 30, 25, 14)
				|| z == 20 && (disc(x, y, 19, 25, 6) || disc(x, y, 41, 25, 6)));
		Mask filled = fill(Matching.PARTS, drawn).get(0);
		assertEquals(1, components(filled));
		assertEquals(1, components(slice(filled, 2)));
		assertEquals(2, components(slice(filled, 18)));
	}

	@Test
	public void whatHasNoPartnerEndsHalfway() {
		Mask drawn = Masks.of(IMAGE,
				(x, y, z) -> disc(x, y, 12, 12, 8) && (z == 0 || z == 20) || z == 0 && disc(x, y, 45, 38, 8));
		Mask filled = fill(Matching.PARTS, drawn).get(0);
		assertTrue(filled.contains(45, 38, 8));
		assertFalse(filled.contains(45, 38, 11));
		assertFalse(filled.contains(45 + 6, 38, 5));
		assertTrue(filled.contains(12, 12, 11) && filled.contains(19, 12, 11));
	}

	@Test
	public void segmentsNeverOverlap() {
		Random random = new Random(9);
		for (int round = 0; round < 20; round++) {
			int[] labels = Masks.boxLabels(random, IMAGE.size(), 3);
			Mask[] drawn = new Mask[3];
			for (int label = 1; label <= 3; label++) {
				int own = label;
				drawn[label - 1] = Masks.of(IMAGE, (x, y, z) -> (z + own) % (3 + own) == 0
						&& labels[IMAGE.size().index(x, y, z)] == own);
			}
			List<Mask> filled = fill(Matching.values()[round % 2], drawn);
			for (int z = 0; z < IMAGE.nz(); z++)
				for (int y = 0; y < IMAGE.ny(); y++)
					for (int x = 0; x < IMAGE.nx(); x++) {
						int in = 0;
						for (int i = 0; i < 3; i++) {
							if (filled.get(i).contains(x, y, z)) in++;
							assertTrue(filled.get(i).contains(x, y, z) || !drawn[i].contains(x, y, z));
						}
						assertTrue("voxel " + x + "," + y + "," + z + " is in " + in, in <= 1);
					}
		}
	}

	@Test
	public void theOtherWayRoundIsTheMirrorImage() {
		Random random = new Random(2);
		for (Matching matching : Matching.values()) {
			Mask all = new Mask(IMAGE, Masks.boxes(random, IMAGE.size(), 6));
			Mask drawn = Masks.of(IMAGE, (x, y, z) -> z % 5 == 0 && all.contains(x, y, z));
			Mask mirrored = Masks.of(IMAGE, (x, y, z) -> drawn.contains(x, y, 20 - z));
			Mask filled = fill(matching, drawn).get(0);
			Mask back = fill(matching, mirrored).get(0);
			long different = Masks.of(IMAGE, (x, y, z) -> filled.contains(x, y, z) != back.contains(x, y, 20 - z)).count();
			assertTrue(different + " voxels differ",
					matching == Matching.WHOLE ? different == 0 : different * 50 < filled.count());
		}
	}

	@Test
	public void emptyFullAndSingleSlicesAreNoTrouble() {
		assertTrue(fill(Matching.PARTS, Mask.empty(IMAGE)).get(0).isEmpty());
		Mask single = Masks.of(IMAGE, (x, y, z) -> z == 7 && x < 9);
		assertEquals(single.count(), fill(Matching.WHOLE, single).get(0).count());
		Mask full = Masks.of(IMAGE, (x, y, z) -> z == 3 || z == 9);
		for (Matching matching : Matching.values())
			assertEquals(7L * 60 * 50, fill(matching, full).get(0).count());
		Mask drawn = Masks.of(IMAGE, (x, y, z) -> z % 2 == 0);
		assertThrows(CancelledException.class,
				() -> SliceInterpolation.fill(List.of(drawn), Axis.Z, Matching.WHOLE, SPACING, IMAGE, Masks.cancelledAt(1)));
	}

	private static List<Mask> fill(Matching matching, Mask... drawn) {
		return SliceInterpolation.fill(List.of(drawn), Axis.Z, matching, SPACING, IMAGE, Progress.NONE);
	}

	private static Mask slice(Mask mask, int z) {
		return mask.on(new VoxelBox(0, 0, z, IMAGE.nx(), IMAGE.ny(), 1));
	}

	private static int components(Mask mask) {
		return ConnectedComponents.of(mask, Connectivity.CORNERS, Progress.NONE).count();
	}

	private static boolean disc(int x, int y, int cx, int cy, int radius) {
		return (x - cx) * (x - cx) + (y - cy) * (y - cy) <= radius * radius;
	}
}
