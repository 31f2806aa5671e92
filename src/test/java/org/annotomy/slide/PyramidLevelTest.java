package org.annotomy.slide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;

import org.junit.Test;

public class PyramidLevelTest {

	@Test
	public void roundedSizesStandForIntegerDownsamples() {
		assertEquals(128, PyramidLevel.downsample(120000, 90000, 937, 703), 0);
		assertEquals(1, PyramidLevel.downsample(500, 300, 500, 300), 0);
		assertEquals(2.5, PyramidLevel.downsample(1000, 1000, 400, 400), 0);
	}

	@Test
	public void theLastTilesEndWithTheLevel() {
		PyramidLevel level = new PyramidLevel(1000, 513, 256, 256, 1);
		assertEquals(4, level.columns());
		assertEquals(3, level.rows());
		assertEquals(232, level.widthOf(3));
		assertEquals(1, level.heightOf(2));
	}

	@Test
	public void theLargestSizesDoNotOverflow() {
		PyramidLevel level = new PyramidLevel(Integer.MAX_VALUE, 10, 512, 512, 1);
		assertEquals(4194304, level.columns());
		assertEquals(511, level.widthOf(4194303));
	}

	@Test
	public void nonsenseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new PyramidLevel(0, 10, 256, 256, 1));
		assertThrows(IllegalArgumentException.class, () -> new PyramidLevel(10, 10, 256, 256, Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> new TileAddress(0, -1, 0, 0, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> new Tile(2, 2, new int[3]));
	}

	@Test
	public void theCoarsestLevelThatIsFineEnoughIsDrawn() throws IOException {
		try (PatternSlide slide = new PatternSlide(4000, 3000)) {
			assertEquals(0, slide.levelFor(0.5));
			assertEquals(0, slide.levelFor(1.9));
			assertEquals(1, slide.levelFor(2));
			assertEquals(slide.levels().size() - 1, slide.levelFor(1000));
		}
	}
}
