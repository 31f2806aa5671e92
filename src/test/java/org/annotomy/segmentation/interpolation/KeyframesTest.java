package org.annotomy.segmentation.interpolation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class KeyframesTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(1, 1, 2);
	private static final VoxelBox IMAGE = new VolumeSize(50, 40, 20).box();

	@Test
	public void aSliceIsCopiedVoxelForVoxel() {
		VoxelBox box = new VoxelBox(2, 3, 4, 9, 8, 7);
		Mask mask = new Mask(box, Masks.boxes(new Random(6), box.size(), 4));
		for (Axis across : Axis.values()) {
			Mask copies = Keyframes.copySlice(mask, across, 6, 0, 12);
			for (int z = 0; z < 14; z++)
				for (int y = 0; y < 14; y++)
					for (int x = 0; x < 14; x++) {
						int slice = across.slice(x, y, z);
						boolean source = mask.contains(across == Axis.X ? 6 : x, across == Axis.Y ? 6 : y,
								across == Axis.Z ? 6 : z);
						assertEquals(slice != 6 && slice <= 12 && source, copies.contains(x, y, z));
					}
		}
		assertTrue(Keyframes.copySlice(mask, Axis.Z, 40, 0, 3).isEmpty());
		assertEquals("The last slice to copy to must not lie before the first.",
				assertThrows(IllegalArgumentException.class, () -> Keyframes.copySlice(mask, Axis.Z, 5, 4, 3)).getMessage());
	}

	@Test
	public void aBallMovesAndGrowsInTime() {
		NavigableMap<Integer, Mask> keys = new TreeMap<>();
		keys.put(2, ball(12, 20, 10, 6));
		keys.put(6, ball(36, 20, 10, 10));
		keys.put(7, ball(36, 20, 10, 10));
		NavigableMap<Integer, Mask> between = Keyframes.between(keys, Matching.PARTS, SPACING, IMAGE, Progress.NONE);
		assertEquals(List.of(3, 4, 5), List.copyOf(between.keySet()));
		Mask middle = between.get(4);
		assertEquals(4.0 / 3 * Math.PI * 8 * 8 * 8, middle.count() * 2, 150);
		assertTrue(middle.contains(24 - 7, 20, 10) && middle.contains(24 + 7, 20, 10) && !middle.contains(24 - 10, 20, 10));
	}

	@Test
	public void aShapeThatAKeyDoesNotHaveEndsHalfway() {
		NavigableMap<Integer, Mask> keys = new TreeMap<>();
		keys.put(0, ball(20, 20, 10, 8));
		keys.put(10, Mask.empty(IMAGE));
		NavigableMap<Integer, Mask> between = Keyframes.between(keys, Matching.WHOLE, SPACING, IMAGE, Progress.NONE);
		assertTrue(between.get(4).count() > 0 && between.get(4).count() < between.get(1).count());
		assertTrue(between.get(6).isEmpty());
		assertThrows(CancelledException.class,
				() -> Keyframes.between(keys, Matching.WHOLE, SPACING, IMAGE, Masks.cancelledAt(0)));
	}

	@Test
	public void heldShapesAreThoseOfTheKeyBefore() {
		NavigableMap<Integer, Mask> keys = new TreeMap<>();
		assertTrue(Keyframes.hold(keys, 5).isEmpty());
		keys.put(2, ball(12, 20, 10, 6));
		keys.put(4, ball(14, 20, 10, 6));
		NavigableMap<Integer, Mask> held = Keyframes.hold(keys, 6);
		assertEquals(List.of(3, 5, 6), List.copyOf(held.keySet()));
		assertSame(keys.get(2), held.get(3));
		assertSame(keys.get(4), held.get(6));
	}

	@Test
	public void onlyWhatLiesBetweenIsThere() {
		ShapeBetween shapes = ShapeBetween.of(ball(12, 20, 10, 6), ball(14, 20, 10, 6), Matching.WHOLE, SPACING, IMAGE,
				Progress.NONE);
		assertEquals("Between two shapes lies what is above 0 and below 1, not 1.0.",
				assertThrows(IllegalArgumentException.class, () -> shapes.at(1)).getMessage());
	}

	private static Mask ball(int cx, int cy, int cz, int radius) {
		return Masks.of(IMAGE,
				(x, y, z) -> (x - cx) * (x - cx) + (y - cy) * (y - cy) + 4 * (z - cz) * (z - cz) <= radius * radius);
	}
}
