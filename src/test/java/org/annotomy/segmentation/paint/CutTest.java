package org.annotomy.segmentation.paint;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Vertices;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;
import org.junit.Test;

public class CutTest {

	private static final Mask FULL = Mask.full(new VoxelBox(2, 3, 4, 9, 8, 7));

	@Test
	public void aPlaneTakesWhatLiesBeyondIt() {
		Mask part = Cut.beyondPlane(FULL, new Position(5, 5, 5), new Position(1, -2, 0.5));
		for (int z = 4; z < 11; z++)
			for (int y = 3; y < 11; y++)
				for (int x = 2; x < 11; x++)
					assertEquals(x - 5 - 2 * (y - 5) + 0.5 * (z - 5) > 0, part.contains(x, y, z));
		assertThrows(IllegalArgumentException.class, () -> Cut.beyondPlane(FULL, Position.ORIGIN, Position.ORIGIN));
	}

	@Test
	public void aLineAcrossEachAxisTakesItsRight() {
		for (Axis axis : Axis.values()) {
			Mask part = Cut.rightOfLine(FULL, Vertices.of(0, 7, 20, 7), axis);
			for (int z = 4; z < 11; z++)
				for (int y = 3; y < 11; y++)
					for (int x = 2; x < 11; x++)
						assertEquals(axis.row(y, z) >= 7, part.contains(x, y, z));
		}
	}

	/** A bent line parts the plane into two sides that are each in one piece: the quadrant and the rest. */
	@Test
	public void aBentLineKeepsItsSidesApart() {
		Mask part = Cut.rightOfLine(Mask.full(new VoxelBox(0, 0, 0, 20, 20, 1)), Vertices.of(10, 0, 10, 10, 20, 10), Axis.Z);
		for (int y = 0; y < 20; y++)
			for (int x = 0; x < 20; x++)
				assertEquals(x + " " + y, x < 10 || y >= 10, part.contains(x, y, 0));
		Mask other = Cut.rightOfLine(Mask.full(new VoxelBox(0, 0, 0, 20, 20, 1)), Vertices.of(20, 10, 10, 10, 10, 0), Axis.Z);
		assertEquals(400, part.count() + other.count());
	}

	@Test
	public void aSliceIsCopiedToItsNeighbours() {
		VolumeSize size = new VolumeSize(12, 12, 12);
		Mask mask = Mask.empty(new VoxelBox(2, 2, 2, 5, 5, 5));
		mask.voxels()[mask.index(3, 4, 5)] = 1;
		mask.voxels()[mask.index(6, 4, 5)] = 1;
		mask.voxels()[mask.index(3, 6, 6)] = 1;
		Mask alongZ = Slices.copied(mask, Axis.Z, 5, 3, 99, size);
		assertEquals("slices 3, 4 and 6 to 11", 8 * 2, alongZ.count());
		assertTrue(alongZ.contains(6, 4, 11) && !alongZ.contains(6, 4, 5) && !alongZ.contains(6, 4, 2));
		Mask alongX = Slices.copied(mask, Axis.X, 3, 2, 4, size);
		assertEquals(4, alongX.count());
		assertTrue(alongX.contains(2, 6, 6) && alongX.contains(4, 4, 5));
		assertTrue(Slices.copied(mask, Axis.Y, 9, 8, 10, size).isEmpty());
		assertThrows(IllegalArgumentException.class, () -> Slices.copied(mask, Axis.Z, 12, 1, 2, size));
	}
}
