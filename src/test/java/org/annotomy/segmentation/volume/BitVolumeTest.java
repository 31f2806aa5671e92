package org.annotomy.segmentation.volume;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.Progress;
import org.junit.Test;

public class BitVolumeTest {

	private final Random random = new Random(20261127);

	@Test
	public void masksComeBackAsOnes() {
		for (int nx : new int[]{1, 7, 8, 63, 64, 65, 130}) {
			VolumeSize size = new VolumeSize(nx, 3, 5);
			byte[] mask = mask(size);
			byte[] ones = new byte[mask.length];
			byte[] others = new byte[mask.length];
			for (int i = 0; i < mask.length; i++) {
				ones[i] = (byte) (mask[i] == 0 ? 0 : 1);
				others[i] = (byte) (1 - ones[i]);
			}
			BitVolume volume = BitVolume.of(mask, size, Progress.NONE);
			assertArrayEquals(ones, volume.toMask(Progress.NONE));
			assertArrayEquals(others, volume.complement().toMask(Progress.NONE));
			assertEquals(mask.length, volume.count() + volume.complement().count());
			volume.retain(volume.complement());
			assertEquals(0, volume.count());
		}
	}

	@Test
	public void runsAreSetClearedAndFound() {
		VolumeSize size = new VolumeSize(150, 2, 1);
		for (int round = 0; round < 300; round++) {
			boolean[] expected = new boolean[150];
			BitVolume volume = new BitVolume(size);
			for (int i = 0; i < 6; i++) {
				int from = random.nextInt(151);
				int to = from + random.nextInt(151 - from);
				boolean on = i % 2 == 0;
				if (on) volume.set(1, from, to);
				else volume.clear(1, from, to);
				java.util.Arrays.fill(expected, from, to, on);
			}
			for (int x = 0; x < 150; x++)
				compare(expected, volume, x);
			assertEquals("the other row", 150, volume.nextSet(0, 0));
		}
	}

	private static void compare(boolean[] expected, BitVolume volume, int x) {
		assertEquals(expected[x], volume.get(x, 1));
		int set = x;
		while (set < 150 && !expected[set])
			set++;
		int clear = x;
		while (clear < 150 && expected[clear])
			clear++;
		int start = x;
		while (start > 0 && expected[start - 1])
			start--;
		assertEquals(set, volume.nextSet(1, x));
		assertEquals(clear, volume.nextClear(1, x));
		if (expected[x]) assertEquals(start, volume.runStart(1, x));
	}

	@Test
	public void wrongLengthsAreRefused() {
		VolumeSize size = new VolumeSize(3, 3, 3);
		assertThrows(IllegalArgumentException.class, () -> BitVolume.of(new byte[26], size, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> BitVolume.range(new float[28], size, 0, 1, Progress.NONE));
	}

	private byte[] mask(VolumeSize size) {
		byte[] mask = new byte[size.arrayLength()];
		random.nextBytes(mask);
		for (int i = 0; i < mask.length; i++)
			if (random.nextBoolean()) mask[i] = 0;
		return mask;
	}
}
