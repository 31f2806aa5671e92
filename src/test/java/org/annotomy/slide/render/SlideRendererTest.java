package org.annotomy.slide.render;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.annotomy.slide.GreySlide;
import org.annotomy.slide.PatternSlide;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.junit.Test;

public class SlideRendererTest {

	private static final int OPAQUE = 0xFF000000;
	private static final long BYTES = 64L << 20;

	/** Each pixel is the one under its middle, whatever tile it comes from: no seams, no shifts. */
	@Test
	public void everyPixelIsTheOneUnderItsMiddle() throws IOException {
		try (PatternSlide slide = new PatternSlide(5000, 3001); TileLoader loader = new TileLoader(slide, BYTES, () -> {})) {
			SlideLook look = Looks.first(slide, loader);
			Random random = new Random(5);
			for (int run = 0; run < 40; run++) {
				double downsample = Math.pow(2, random.nextDouble() * 7 - 3);
				SlideView view = new SlideView(random.nextInt(6000) - 500 + random.nextDouble(), random.nextInt(3500) - 300,
						downsample, 90 + random.nextInt(60), 70);
				int[] pixels = pixelsOnceLoaded(slide, loader, view, look);
				PyramidLevel level = slide.levels().get(slide.levelFor(downsample));
				for (int i = 0; i < pixels.length; i++)
					assertEquals("run " + run + ", pixel " + i, expected(view, level, i, look), pixels[i]);
			}
		}
	}

	private static int[] pixelsOnceLoaded(PatternSlide slide, TileLoader loader, SlideView view, SlideLook look)
			throws IOException {
		SlideRenderer renderer = new SlideRenderer(slide, address -> load(loader, address), address -> {}, () -> {});
		int[] pixels = new int[view.width() * view.height()];
		assertEquals(0, renderer.render(view, PlaneChoice.FIRST, look, false, pixels));
		return pixels;
	}

	private static org.annotomy.slide.Tile load(TileLoader loader, TileAddress address) {
		try {
			return loader.load(address);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static int expected(SlideView view, PyramidLevel level, int index, SlideLook look) {
		double x = view.x() + (index % view.width() + 0.5) * view.downsample();
		double y = view.y() + (index / view.width() + 0.5) * view.downsample();
		if (x < 0 || y < 0 || x >= 5000 || y >= 3001) return OPAQUE | look.background();
		int column = (int) Math.min(level.width() - 1, x / level.downsample());
		int row = (int) Math.min(level.height() - 1, y / level.downsample());
		return OPAQUE | PatternSlide.colour((int) (column * level.downsample()), (int) (row * level.downsample()));
	}

	@Test
	public void coarserTilesStandInUntilTheRightOnesCome() throws IOException {
		try (PatternSlide slide = new PatternSlide(4000, 3000); TileLoader loader = new TileLoader(slide, BYTES, () -> {})) {
			SlideLook look = Looks.first(slide, loader);
			int coarsest = slide.levels().size() - 1;
			loader.load(new TileAddress(coarsest, 0, 0, 0, 0, 0));
			SlideRenderer renderer = new SlideRenderer(slide, loader::cached, address -> {}, () -> {});
			SlideView view = new SlideView(1000, 1000, 1, 300, 200);
			int[] pixels = new int[300 * 200];
			assertEquals(6, renderer.render(view, PlaneChoice.FIRST, look, false, pixels));
			for (int i = 0; i < pixels.length; i++)
				assertEquals(expected(view, slide.levels().get(coarsest), i, look), pixels[i]);
		}
	}

	@Test
	public void smoothPicturesAreAverages() throws IOException {
		try (PatternSlide slide = new PatternSlide(4000, 3000); TileLoader loader = new TileLoader(slide, BYTES, () -> {})) {
			RegionReader reader = new RegionReader(slide, loader);
			SlideLook look = Looks.first(slide, loader);
			int[] half = reader.picture(new SlideView(0, 0, 1.5, 200, 100), PlaneChoice.FIRST, look);
			// Pixel 10 spans columns 15 to 16.5 of level 0: samples at 15.375 and 16.125, on both sides of a step of red by 1.
			assertEquals(OPAQUE | 1 << 16, half[10] & 0xFFFF0000);
			assertEquals(OPAQUE, half[9] & 0xFFFF0000);
		}
	}

	@Test
	public void channelsAddTheirLight() throws IOException {
		try (GreySlide slide = new GreySlide(PixelKind.GREY_16, 600, 400, 2);
				TileLoader loader = new TileLoader(slide, BYTES, () -> {})) {
			SlideLook look = new SlideLook(java.util.List.of(new ChannelLook(true, 0xFF0000, 0, 1000, 1),
					new ChannelLook(true, 0x00FF00, 0, 1000, 0.5)), null, 0x123456);
			int[] pixels = new RegionReader(slide, loader).picture(new SlideView(-10, 20, 1, 100, 10), PlaneChoice.FIRST, look);
			assertEquals("outside", 0xFF123456, pixels[3]);
			int x = 40;
			int red = (int) Math.round(255 * GreySlide.sample(x, 20, 0) / 1000.0);
			int green = (int) Math.round(255 * Math.sqrt(GreySlide.sample(x, 20, 1) / 1000.0));
			assertEquals(red, pixels[x + 10] >> 16 & 255, 1);
			assertEquals(green, pixels[x + 10] >> 8 & 255, 1);
			assertEquals(0, pixels[x + 10] & 255);
			int[] one = new RegionReader(slide, loader).picture(new SlideView(-10, 20, 1, 100, 10), PlaneChoice.FIRST,
					look.withChannel(0, look.channels().get(0).visible(false)));
			assertEquals(0, one[x + 10] >> 16 & 255);
		}
	}

	@Test
	public void regionsAreTheStoredSamples() throws IOException {
		try (GreySlide slide = new GreySlide(PixelKind.GREY_FLOAT, 700, 500, 3);
				TileLoader loader = new TileLoader(slide, BYTES, () -> {})) {
			RegionReader reader = new RegionReader(slide, loader);
			float[] region = (float[]) reader.read(0, 200, 230, 120, 60, 2, PlaneChoice.FIRST, Progress.NONE);
			float[] expected = new float[120 * 60];
			for (int i = 0; i < expected.length; i++)
				expected[i] = GreySlide.sample(200 + i % 120, 230 + i / 120, 2);
			assertArrayEquals(expected, region, 0);
			assertThrows(IllegalArgumentException.class,
					() -> reader.read(0, 690, 0, 11, 1, 0, PlaneChoice.FIRST, Progress.NONE));
			assertThrows(IllegalArgumentException.class,
					() -> reader.read(0, 0, 0, 0, 1, 0, PlaneChoice.FIRST, Progress.NONE));
		}
	}

	@Test
	public void aChannelWithoutARangeGetsThatOfItsSamples() throws IOException {
		try (GreySlide slide = new GreySlide(PixelKind.GREY_16, 600, 400, 2);
				TileLoader loader = new TileLoader(slide, BYTES, () -> {})) {
			SlideLook look = Looks.first(slide, loader);
			ChannelLook first = look.channels().get(0);
			assertTrue("of the middle focus plane",
					first.min() >= 1000 && first.max() <= 2000 && first.max() - first.min() > 500);
			assertEquals("two white channels get colours", 2,
					look.channels().stream().map(ChannelLook::rgb).distinct().count());
		}
	}
}
