package org.annotomy.segmentation.levelset;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.annotomy.geometry.VoxelBox;
import org.junit.Test;

/** Times of arrival in boxes of which not every voxel is looked at. */
public class ArrivalsTest {

	private static final int MOST = Integer.MAX_VALUE - 16;

	/** The last voxel to be reached is none of those that are looked at. */
	@Test
	public void atTheEndOfTheWayAllIsReached() {
		VoxelBox box = new VoxelBox(0, 0, 0, 1501, 1000, 1);
		float[] times = new float[1501 * 1000];
		for (int i = 0; i < times.length; i++)
			times[i] = i % 1000;
		times[1] = 5000;
		times[3] = Float.POSITIVE_INFINITY;
		Arrivals arrivals = new Arrivals(times, box);
		assertFalse(arrivals.isExact());
		assertEquals(5000, arrivals.timeAt(1), 0);
		assertEquals(times.length - 1L, arrivals.until(arrivals.timeAt(1)).count());
		assertEquals(1, arrivals.partAt(5000), 0);
		assertEquals(times.length * 0.4, arrivals.about(399.5), times.length * 0.002);
	}

	@Test
	public void theLargestBoxesHaveAsManySamplesAsOthers() {
		assertEquals(0, Arrivals.samples(0));
		assertEquals(1, Arrivals.samples(1));
		assertEquals(7, Arrivals.samples(7));
		assertEquals(1 << 19, Arrivals.samples(1 << 20));
		int most = Arrivals.samples(MOST);
		assertTrue(most + " samples", most > 1 << 19 && most <= 1 << 20);
	}
}
