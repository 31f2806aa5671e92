package org.annotomy.slide.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Reads rectangles of a level as one array, waiting for the tiles. A few threads read them, each one tile at a time, so that beside the
 * rectangle only the loader's cache takes memory. Safe for use by several threads.
 */
public final class RegionReader {

	/** More pixels at once are refused: they would not fit into one ImageJ image of a usual heap. */
	public static final long MOST_PIXELS = 512L << 20;

	private static final String READING = "Reading tiles";
	/** Of a band of a picture: so many that its tiles usually fit into the cache. */
	private static final int BAND_PIXELS = 4 << 20;
	private static final int LEAST_BAND_ROWS = 64;

	private final Slide slide;
	private final TileLoader loader;

	public RegionReader(Slide slide, TileLoader loader) {
		this.slide = slide;
		this.loader = loader;
	}

	/**
	 * Samples of one channel as they are stored.
	 *
	 * @param x left edge in pixels of that level; likewise {@code y}. The rectangle lies inside the level
	 * @return {@code int[]} of 0xRRGGBB, {@code byte[]}, {@code short[]} or {@code float[]} as the slide's {@link PixelKind} says
	 * @throws IllegalArgumentException if the rectangle leaves the level, or has more than {@link #MOST_PIXELS} pixels
	 * @throws IOException if a tile cannot be read; in words for the user
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public Object read(int level, int x, int y, int width, int height, int c, PlaneChoice plane, Progress progress)
			throws IOException {
		PyramidLevel pixels = slide.levels().get(level);
		require(pixels, x, y, width, height);
		Object region = slide.facts().kind().allocate(width * height);
		int firstColumn = x / pixels.tileWidth();
		int firstRow = y / pixels.tileHeight();
		int columns = (x + width - 1) / pixels.tileWidth() - firstColumn + 1;
		int rows = (y + height - 1) / pixels.tileHeight() - firstRow + 1;
		Workers.forEach(columns * rows, progress, READING, i -> {
			int column = firstColumn + i % columns;
			int row = firstRow + i / columns;
			int top = row * pixels.tileHeight() - y;
			int from = Math.max(0, -top);
			int end = Math.min(pixels.heightOf(row), height - top);
			TileRows rowsOf = loader.load(new TileAddress(level, column, row, c, plane.z(), plane.t()), from, end - from);
			copy(rowsOf.pixels(), column * pixels.tileWidth() - x, top + rowsOf.from(), region, width, height);
		});
		return region;
	}

	private static void require(PyramidLevel level, int x, int y, int width, int height) {
		if (x < 0 || y < 0 || width < 1 || height < 1 || x > level.width() - width || y > level.height() - height)
			throw new IllegalArgumentException("The region does not lie inside the level of " + level.width() + " × "
					+ level.height() + " pixels.");
		if ((long) width * height > MOST_PIXELS)
			throw new IllegalArgumentException("A region of " + width + " × " + height
					+ " pixels is too large to be read at once. Take a coarser level or a smaller region.");
	}

	/** Copies the part of a tile at ({@code left}, {@code top}) that lies in the region. */
	private static void copy(Tile tile, int left, int top, Object region, int width, int height) {
		int from = Math.max(0, left);
		int count = Math.min(width, left + tile.width()) - from;
		for (int y = Math.max(0, top); y < Math.min(height, top + tile.height()); y++)
			System.arraycopy(tile.samples(), (y - top) * tile.width() + from - left, region, y * width + from, count);
	}

	/**
	 * A picture of any rectangle as it looks, with all its tiles.
	 *
	 * @return {@code view.width() · view.height()} colours 0xFFRRGGBB
	 * @throws IOException if a tile cannot be read; in words for the user
	 */
	public int[] picture(SlideView view, PlaneChoice plane, SlideLook look) throws IOException {
		return picture(view, plane, look, Progress.NONE);
	}

	/**
	 * Likewise, with progress: drawn in bands from top to bottom.
	 *
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public int[] picture(SlideView view, PlaneChoice plane, SlideLook look, Progress progress) throws IOException {
		int[] pixels = new int[Math.multiplyExact(view.width(), view.height())];
		SlideRenderer renderer = new SlideRenderer(slide, this::loaded, address -> {}, () -> {});
		int rows = Math.min(view.height(), Math.max(LEAST_BAND_ROWS, BAND_PIXELS / view.width()));
		int[] band = rows == view.height() ? pixels : new int[rows * view.width()];
		for (int top = 0; top < view.height(); top += rows) {
			int height = Math.min(rows, view.height() - top);
			draw(renderer, new SlideView(view.x(), view.y() + top * view.downsample(), view.downsample(), view.width(), height),
					plane, look, band, progress.part((double) top / view.height(), (double) (top + height) / view.height()));
			if (band != pixels) System.arraycopy(band, 0, pixels, top * view.width(), height * view.width());
		}
		return pixels;
	}

	private void draw(SlideRenderer renderer, SlideView view, PlaneChoice plane, SlideLook look, int[] pixels, Progress progress)
			throws IOException {
		progress.checkCancelled();
		readAhead(view, plane, look, progress);
		try {
			renderer.render(view, plane, look, true, pixels);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
		progress.update(1, READING);
	}

	/** Has several threads read the tiles of a picture, if the cache holds all of them: the renderer itself waits for one after the other. */
	private void readAhead(SlideView view, PlaneChoice plane, SlideLook look, Progress progress) throws IOException {
		int level = slide.levelFor(view.downsample());
		PyramidLevel pixels = slide.levels().get(level);
		double scale = view.downsample() / pixels.downsample();
		int[] columns = tiles(view.x() / pixels.downsample(), view.width() * scale, pixels.tileWidth(), pixels.columns());
		int[] rows = tiles(view.y() / pixels.downsample(), view.height() * scale, pixels.tileHeight(), pixels.rows());
		int[] channels = IntStream.range(0, look.channels().size()).filter(c -> isShown(look, c)).toArray();
		long count = (long) columns[1] * rows[1] * channels.length;
		long bytes = count * pixels.tileWidth() * pixels.tileHeight() * slide.facts().kind().bytes();
		if (count == 0 || bytes > loader.maxBytes() / 2) return;
		Workers.forEach((int) count, progress, READING, i -> {
			int place = i / channels.length;
			loader.load(new TileAddress(level, columns[0] + place % columns[1], rows[0] + place / columns[1],
					channels[i % channels.length], plane.z(), plane.t()));
		});
	}

	private boolean isShown(SlideLook look, int channel) {
		return slide.facts().kind() == PixelKind.RGB ? channel == look.shownColour() : look.channels().get(channel).visible();
	}

	/** The first tile along an axis that a picture touches, and how many. */
	private static int[] tiles(double start, double length, int tile, int count) {
		int first = (int) Math.max(0, Math.floor(start / tile));
		int end = (int) Math.min(count, Math.ceil((start + length) / tile));
		return new int[]{first, Math.max(0, end - first)};
	}

	private Tile loaded(TileAddress address) {
		try {
			return loader.load(address);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
