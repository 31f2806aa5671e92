package org.annotomy.slide.render;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.slide.PatternSlide;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class RegionReaderTest {

	private static final long SMALL_CACHE = 2L << 20;

	private static void assertRegion(PatternSlide slide, RegionReader regions, int level, int x, int y, int width, int height)
			throws IOException {
		int[] found = (int[]) regions.read(level, x, y, width, height, 0, PlaneChoice.FIRST, Progress.NONE);
		int d = (int) slide.levels().get(level).downsample();
		for (int i = 0; i < found.length; i++)
			assertEquals("pixel " + i, PatternSlide.colour((x + i % width) * d, (y + i / width) * d), found[i]);
	}

	@Test
	public void regionsOfAllSizesAtAllPlaces() throws IOException {
		try (PatternSlide slide = new PatternSlide(3000, 2111);
				TileLoader loader = new TileLoader(slide, SMALL_CACHE, () -> {})) {
			RegionReader regions = new RegionReader(slide, loader);
			Random random = new Random(4);
			for (int run = 0; run < 60; run++) {
				int level = random.nextInt(slide.levels().size());
				PyramidLevel size = slide.levels().get(level);
				int width = 1 + random.nextInt(size.width());
				int height = 1 + random.nextInt(Math.min(900, size.height()));
				assertRegion(slide, regions, level, random.nextInt(size.width() - width + 1),
						random.nextInt(size.height() - height + 1), width, height);
			}
			assertRegion(slide, regions, 0, 0, 0, 3000, 2111);
			assertTrue(loader.cachedBytes() + " bytes", loader.cachedBytes() <= SMALL_CACHE);
			assertEquals("nothing is left on its way", true, loader.isIdle());
		}
	}

	/** However large the region: one tile is read once. */
	@Test
	public void eachTileIsReadOnce() throws IOException {
		try (PatternSlide slide = new PatternSlide(2560, 2560);
				TileLoader loader = new TileLoader(slide, SMALL_CACHE, () -> {})) {
			assertRegion(slide, new RegionReader(slide, loader), 0, 0, 0, 2560, 2560);
			assertEquals(100, slide.tilesRead());
		}
	}

	@Test
	public void cancelStopsAtTheNextTile() throws IOException {
		try (PatternSlide slide = new PatternSlide(5120, 5120);
				TileLoader loader = new TileLoader(slide, SMALL_CACHE, () -> {})) {
			AtomicInteger tiles = new AtomicInteger();
			Progress cancelled = new Progress() {
				@Override
				public void update(double fraction, String doing) {
					tiles.incrementAndGet();
				}

				@Override
				public boolean isCancelled() { return tiles.get() >= 3; }
			};
			assertThrows(CancelledException.class, () -> new RegionReader(slide, loader).read(0, 0, 0, 5120, 5120, 0,
					PlaneChoice.FIRST, cancelled));
			assertTrue(slide.tilesRead() + " tiles", slide.tilesRead() < 20);
		}
	}

	@Test
	public void aClosedSlideIsToldInWords() throws IOException {
		PatternSlide slide = new PatternSlide(2560, 2560);
		try (TileLoader loader = new TileLoader(slide, SMALL_CACHE, () -> {})) {
			slide.close();
			IOException told = assertThrows(IOException.class, () -> new RegionReader(slide, loader).read(0, 0, 0, 600, 600, 0,
					PlaneChoice.FIRST, Progress.NONE));
			assertEquals("The slide is closed.", told.getMessage());
		}
	}

	@Test
	public void whatLiesOutsideIsRefused() throws IOException {
		try (PatternSlide slide = new PatternSlide(600, 500); TileLoader loader = new TileLoader(slide, SMALL_CACHE, () -> {})) {
			RegionReader regions = new RegionReader(slide, loader);
			for (int[] box : new int[][]{{-1, 0, 5, 5}, {0, 0, 601, 5}, {596, 0, 5, 5}, {0, 499, 5, 2}, {0, 0, 0, 5}})
				assertThrows(IllegalArgumentException.class,
						() -> regions.read(0, box[0], box[1], box[2], box[3], 0, PlaneChoice.FIRST, Progress.NONE));
		}
	}
}
