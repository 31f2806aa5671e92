package org.annotomy.slide.render;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.annotomy.slide.PatternSlide;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;
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

	/** Where rows of a tile come sooner than all of it, only these are read, until the tile is asked for again. */
	@Test
	public void onlyTheRowsThatAreNeededAreReadAtFirst() throws IOException {
		List<String> asked = Collections.synchronizedList(new ArrayList<>());
		PatternSlide slide = new PatternSlide(2560, 2560) {
			@Override
			public Optional<Tile> readRows(TileAddress at, int from, int rows) throws IOException {
				asked.add(at.row() + ": " + from + " " + rows);
				int[] whole = (int[]) readTile(at).samples();
				return Optional.of(new Tile(256, rows, Arrays.copyOfRange(whole, 256 * from, 256 * (from + rows))));
			}
		};
		try (slide; TileLoader loader = new TileLoader(slide, SMALL_CACHE, () -> {})) {
			RegionReader regions = new RegionReader(slide, loader);
			assertRegion(slide, regions, 0, 0, 100, 256, 600);
			assertEquals("the middle tile is read whole", List.of("0: 100 156", "2: 0 188"), asked.stream().sorted().toList());
			assertEquals(256 * 256 * 4, loader.cachedBytes(), 1000);
			assertRegion(slide, regions, 0, 0, 200, 256, 50);
			assertEquals("rows of a tile in part are asked for once", 2, asked.size());
			assertEquals(2 * 256 * 256 * 4, loader.cachedBytes(), 2000);
			assertRegion(slide, regions, 0, 0, 10, 256, 50);
			assertEquals("then it is at hand", 2, asked.size());
		}
		slide.close();
		try (TileLoader loader = new TileLoader(slide, SMALL_CACHE, () -> {})) {
			assertThrows(IOException.class,
					() -> new RegionReader(slide, loader).read(0, 0, 10, 256, 50, 0, PlaneChoice.FIRST, Progress.NONE));
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

	/** Also where they reach beyond the slide, or need more tiles than the cache holds. */
	@Test
	public void picturesAreThoseOfTheRenderer() throws IOException {
		try (PatternSlide slide = new PatternSlide(5000, 4111);
				TileLoader loader = new TileLoader(slide, SMALL_CACHE, () -> {})) {
			RegionReader regions = new RegionReader(slide, loader);
			SlideLook look = Looks.first(slide, loader);
			for (double[] box : new double[][]{{100, 200, 1, 700}, {-500, -300, 2, 600}, {4500, 4000, 1, 400}, {0, 0, 4, 1300},
					{6000, 6000, 1, 50}, {0, 0, 1, 2500}}) {
				SlideView view = new SlideView(box[0], box[1], box[2], (int) box[3], (int) box[3]);
				int[] found = regions.picture(view, PlaneChoice.FIRST, look);
				for (int i = 0; i < found.length; i += 7) {
					int x = (int) (box[0] + (i % view.width() + 0.5) * box[2]);
					int y = (int) (box[1] + (i / view.width() + 0.5) * box[2]);
					boolean inside = x >= 0 && y >= 0 && x < 5000 && y < 4111;
					int d = (int) slide.levels().get(slide.levelFor(box[2])).downsample();
					int expected = inside ? PatternSlide.colour(x / d * d, y / d * d) : look.background();
					assertEquals("pixel " + i, 0xff000000 | expected, found[i]);
				}
			}
		}
	}

	@Test
	public void aLargePictureIsDrawnInBandsAndCanBeCancelled() throws IOException {
		try (PatternSlide slide = new PatternSlide(5000, 4000);
				TileLoader loader = new TileLoader(slide, 64L << 20, () -> {})) {
			RegionReader regions = new RegionReader(slide, loader);
			SlideLook look = Looks.first(slide, loader);
			SlideView view = new SlideView(-10, 7, 1.3, 3000, 3000);
			int[] whole = new int[3000 * 3000];
			regions.picture(view, PlaneChoice.FIRST, look);
			new SlideRenderer(slide, address -> load(loader, address), address -> {}, () -> {}).render(view, PlaneChoice.FIRST,
					look,
					true, whole);
			assertArrayEquals(whole, regions.picture(view, PlaneChoice.FIRST, look));
			AtomicReference<Double> told = new AtomicReference<>(0.0);
			Progress impatient = new Progress() {
				@Override
				public void update(double fraction, String doing) {
					told.accumulateAndGet(fraction, Math::max);
				}

				@Override
				public boolean isCancelled() { return told.get() >= 0.4; }
			};
			assertThrows(CancelledException.class, () -> regions.picture(view, PlaneChoice.FIRST, look, impatient));
			assertTrue("stopped at " + told.get(), told.get() < 0.6);
		}
	}

	private static Tile load(TileLoader loader, TileAddress address) {
		try {
			return loader.load(address);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
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
