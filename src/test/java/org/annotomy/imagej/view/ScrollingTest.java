package org.annotomy.imagej.view;

import static org.junit.Assert.assertTrue;

import org.annotomy.geometry.Axis;
import org.junit.Test;

/** Scrolling through a large volume with ten segments; generous for a busy machine, the benchmark says how fast it is. */
public class ScrollingTest {

	@Test
	public void aSliceIsThereBeforeTheEyeMissesIt() {
		ScrollingBenchmark benchmark = new ScrollingBenchmark();
		for (Axis axis : Axis.values()) {
			benchmark.scroll(axis, 20);
			double[] ms = benchmark.scroll(axis, 30);
			assertTrue(axis + ": " + ms[15] + " ms", ms[15] < 150);
		}
	}
}
