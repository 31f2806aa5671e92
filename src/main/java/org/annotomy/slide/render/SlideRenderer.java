package org.annotomy.slide.render;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/**
 * Draws any rectangle of a slide at any size from the tiles at hand, and asks for those that are not: until they come, coarser levels stand
 * in for them. Never waits for a file. For use by one thread; its buffers are used again from picture to picture.
 */
public final class SlideRenderer {

	private static final int MOST_TAPS = 3;

	private final Slide slide;
	private final Runnable newFrame;
	private final TileSampler sampler;
	private float[] samples = new float[0];
	private float[] sums = new float[0];
	private int[] colours = new int[0];

	public SlideRenderer(Slide slide, TileLoader loader) {
		this(slide, loader::cached, loader::request, loader::nextFrame);
	}

	/** One for a small picture beside the view: what it asks for comes later than what the view needs, but is not dropped. */
	public static SlideRenderer beside(Slide slide, TileLoader loader) {
		return new SlideRenderer(slide, loader::cached, loader::requestKept, () -> {});
	}

	/** One that asks for nothing: it draws what is at hand. */
	public static SlideRenderer ofCached(Slide slide, TileLoader loader) {
		return new SlideRenderer(slide, loader::cached, address -> {}, () -> {});
	}

	/** @param tiles gives null for a tile that is not at hand */
	SlideRenderer(Slide slide, Function<TileAddress, Tile> tiles, Consumer<TileAddress> request, Runnable newFrame) {
		this.slide = slide;
		this.newFrame = newFrame;
		sampler = new TileSampler(slide, tiles, request);
	}

	/**
	 * Draws.
	 *
	 * @param smooth whether several samples are averaged where the view is coarser than its level; else the nearest one is taken, faster
	 * @param pixels filled with {@code view.width() · view.height()} colours 0xFFRRGGBB, top row first
	 * @return how many tiles are missing; 0 when the picture is as sharp as it will be
	 */
	public int render(SlideView view, PlaneChoice plane, SlideLook look, boolean smooth, int[] pixels) {
		newFrame.run();
		int level = slide.levelFor(view.downsample());
		double ratio = view.downsample() / slide.levels().get(level).downsample();
		int taps = smooth && ratio > 1.0001 ? (int) Math.min(MOST_TAPS, Math.ceil(ratio)) : 1;
		return slide.facts().kind() == PixelKind.RGB
				? colour(view, level, plane, look, taps, pixels)
				: channels(view, level, plane, look, taps, pixels);
	}

	private int colour(SlideView view, int level, PlaneChoice plane, SlideLook look, int taps, int[] pixels) {
		int count = view.width() * view.height();
		int missing;
		int c = look.shownColour();
		if (taps == 1) missing = colourOnce(view, level, c, plane, 0, 0, pixels);
		else missing = colourAveraged(view, level, c, plane, taps, pixels);
		LookPainter.colour(pixels, count, look);
		return missing;
	}

	private int colourOnce(SlideView view, int level, int c, PlaneChoice plane, double shiftX, double shiftY, int[] into) {
		Arrays.fill(into, 0, view.width() * view.height(), 0);
		return sampler.sample(view, level, c, plane, shiftX, shiftY, (tile, rowStart, columns, from, to, firstColumn, at) -> {
			int[] source = (int[]) tile.samples();
			int start = rowStart - firstColumn;
			for (int x = from; x < to; x++)
				into[at + x - from] = source[start + columns[x]] | 0xFF000000;
		});
	}

	private int colourAveraged(SlideView view, int level, int c, PlaneChoice plane, int taps, int[] pixels) {
		int count = view.width() * view.height();
		if (colours.length < count) colours = new int[count];
		if (sums.length < 3 * count) sums = new float[3 * count];
		Arrays.fill(sums, 0, 3 * count, 0);
		int missing = 0;
		for (int tap = 0; tap < taps * taps; tap++) {
			missing = Math.max(missing,
					colourOnce(view, level, c, plane, shift(tap % taps, taps), shift(tap / taps, taps), colours));
			for (int i = 0; i < count; i++) {
				sums[3 * i] += colours[i] >> 16 & 255;
				sums[3 * i + 1] += colours[i] >> 8 & 255;
				sums[3 * i + 2] += colours[i] & 255;
			}
		}
		float part = 1f / (taps * taps);
		for (int i = 0; i < count; i++)
			pixels[i] = colours[i] & 0xFF000000 | round(sums[3 * i] * part) << 16 | round(sums[3 * i + 1] * part) << 8
					| round(sums[3 * i + 2] * part);
		return missing;
	}

	private static int round(float value) {
		return (int) (value + 0.5f);
	}

	/** Where one of several samples along an axis lies, from the middle of the drawn pixel. */
	private static double shift(int tap, int taps) {
		return (tap + 0.5) / taps - 0.5;
	}

	private int channels(SlideView view, int level, PlaneChoice plane, SlideLook look, int taps, int[] pixels) {
		int count = view.width() * view.height();
		if (samples.length < count) samples = new float[count];
		Arrays.fill(pixels, 0, count, 0);
		int missing = 0;
		List<ChannelLook> channels = look.channels();
		for (int c = 0; c < channels.size(); c++) {
			if (!channels.get(c).visible()) continue;
			missing += taps == 1
					? channelOnce(view, level, c, plane, 0, 0, samples)
					: channelAveraged(view, level, c, plane, taps);
			LookPainter.add(samples, count, channels.get(c), pixels);
		}
		LookPainter.background(pixels, count, look);
		return missing;
	}

	private int channelAveraged(SlideView view, int level, int c, PlaneChoice plane, int taps) {
		int count = view.width() * view.height();
		if (sums.length < count) sums = new float[count];
		Arrays.fill(sums, 0, count, 0);
		int missing = 0;
		for (int tap = 0; tap < taps * taps; tap++) {
			missing = Math.max(missing,
					channelOnce(view, level, c, plane, shift(tap % taps, taps), shift(tap / taps, taps), samples));
			for (int i = 0; i < count; i++)
				sums[i] += samples[i];
		}
		float part = 1f / (taps * taps);
		for (int i = 0; i < count; i++)
			samples[i] = sums[i] * part;
		return missing;
	}

	/** NaN where there is nothing. */
	private int channelOnce(SlideView view, int level, int c, PlaneChoice plane, double shiftX, double shiftY, float[] into) {
		Arrays.fill(into, 0, view.width() * view.height(), Float.NaN);
		return sampler.sample(view, level, c, plane, shiftX, shiftY,
				(tile, rowStart, columns, from, to, firstColumn, at) -> copy(tile, rowStart - firstColumn, columns, from, to,
						into,
						at));
	}

	private static void copy(Tile tile, int start, int[] columns, int from, int to, float[] into, int at) {
		if (tile.samples() instanceof byte[] bytes)
			for (int x = from; x < to; x++)
				into[at + x - from] = bytes[start + columns[x]] & 255;
		else
			if (tile.samples() instanceof short[] shorts)
				for (int x = from; x < to; x++)
					into[at + x - from] = shorts[start + columns[x]] & 0xFFFF;
			else {
				float[] floats = (float[]) tile.samples();
				for (int x = from; x < to; x++)
					into[at + x - from] = floats[start + columns[x]];
			}
	}
}
