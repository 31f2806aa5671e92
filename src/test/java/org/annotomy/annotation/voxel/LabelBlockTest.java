package org.annotomy.annotation.voxel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.Random;

import org.junit.Test;

public class LabelBlockTest {

	@Test
	public void whatGoesInComesOut() {
		Random random = new Random(7);
		for (int round = 0; round < 20; round++) {
			short[] labels = new short[LabelBlock.VOXELS];
			for (int i = 0; i < labels.length; i++)
				labels[i] = i > 0 && random.nextInt(10) > 0 ? labels[i - 1] : (short) random.nextInt(65536);
			LabelBlock block = LabelBlock.of(labels);
			assertArrayEquals(labels, block.toArray());
			assertEquals(block, LabelBlock.ofRuns(block.runs()));
			for (int i = 0; i < labels.length; i += 97)
				assertEquals(labels[i] & 0xffff, block.get(i));
		}
	}

	@Test
	public void anEmptyBlockIsOneAndTheSame() {
		assertSame(LabelBlock.EMPTY, LabelBlock.of(new short[LabelBlock.VOXELS]));
		assertSame(LabelBlock.EMPTY, LabelBlock.ofRuns(new int[]{0, LabelBlock.VOXELS}));
	}

	@Test
	public void brokenRunsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> LabelBlock.ofRuns(new int[]{1, 5}));
		assertThrows(IllegalArgumentException.class, () -> LabelBlock.ofRuns(new int[]{1, 9, 2, 5, 0, LabelBlock.VOXELS}));
		assertThrows(IllegalArgumentException.class, () -> LabelBlock.ofRuns(new int[]{70000, LabelBlock.VOXELS}));
		assertThrows(IllegalArgumentException.class, () -> LabelBlock.of(new short[3]));
	}
}
