package org.annotomy.slide.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/**
 * Picks the sample under the middle of each drawn pixel out of tiles. What a tile at hand does not have is taken from coarser levels. Each
 * pixel belongs to exactly one tile, so there are no seams. For use by one thread.
 */
final class TileSampler {

	/** Where the samples of a drawn picture go. */
	interface Target {

		/** Copies {@code columns.length} samples of one row of a tile to {@code at} and the following. */
		void row(Tile tile, int rowStart, int[] columns, int from, int to, int firstColumn, int at);
	}

	private record Missing(TileAddress address, double distance) {}

	/** Which pixel of a level lies under each drawn column and row; −1 outside the slide. */
	private record LevelMap(int[] columns, int[] rows) {}

	private final List<PyramidLevel> levels;
	private final int slideWidth;
	private final int slideHeight;
	private final Function<TileAddress, Tile> tiles;
	private final Consumer<TileAddress> request;
	private final List<Missing> missing = new ArrayList<>();
	private LevelMap[] maps;
	private SlideView view;
	private double shiftX;
	private double shiftY;
	private int channel;
	private PlaneChoice plane;
	private Target target;
	private int wanted;

	/**
	 * @param tiles gives null for a tile that is not at hand
	 * @param request is told of those of the wanted level, the one that matters most last
	 */
	TileSampler(Slide slide, Function<TileAddress, Tile> tiles, Consumer<TileAddress> request) {
		levels = slide.levels();
		slideWidth = levels.get(0).width();
		slideHeight = levels.get(0).height();
		this.tiles = tiles;
		this.request = request;
	}

	/**
	 * @param level from which to take samples
	 * @param sampleShiftX from the middle of a drawn pixel to where it is sampled, in drawn pixels; likewise {@code sampleShiftY}
	 * @return how many tiles were missing
	 */
	int sample(SlideView drawn, int level, int c, PlaneChoice choice, double sampleShiftX, double sampleShiftY, Target into) {
		view = drawn;
		wanted = level;
		channel = c;
		plane = choice;
		shiftX = sampleShiftX;
		shiftY = sampleShiftY;
		target = into;
		maps = new LevelMap[levels.size()];
		missing.clear();
		LevelMap map = map(level);
		int left = first(map.columns);
		int top = first(map.rows);
		if (left >= 0 && top >= 0) fill(level, left, top, end(map.columns), end(map.rows));
		missing.sort(Comparator.comparingDouble(Missing::distance).reversed());
		missing.forEach(m -> request.accept(m.address()));
		return missing.size();
	}

	/** Fills the drawn pixels {@code left ≤ x < right, top ≤ y < bottom}, all of them inside the slide. */
	private void fill(int level, int left, int top, int right, int bottom) {
		PyramidLevel pixels = levels.get(level);
		LevelMap map = map(level);
		for (int y = top; y < bottom;) {
			int row = map.rows[y] / pixels.tileHeight();
			int endY = endOfTile(map.rows, y, bottom, (row + 1L) * pixels.tileHeight());
			for (int x = left; x < right;) {
				int column = map.columns[x] / pixels.tileWidth();
				int endX = endOfTile(map.columns, x, right, (column + 1L) * pixels.tileWidth());
				TileAddress address = new TileAddress(level, column, row, channel, plane.z(), plane.t());
				Tile tile = tiles.apply(address);
				if (tile != null) copy(tile, pixels, map, column, row, x, y, endX, endY);
				else coarser(address, x, y, endX, endY);
				x = endX;
			}
			y = endY;
		}
	}

	private void coarser(TileAddress address, int left, int top, int right, int bottom) {
		if (address.level() == wanted) {
			double dx = (left + right) / 2.0 - view.width() / 2.0;
			double dy = (top + bottom) / 2.0 - view.height() / 2.0;
			missing.add(new Missing(address, dx * dx + dy * dy));
		}
		if (address.level() + 1 < levels.size()) fill(address.level() + 1, left, top, right, bottom);
	}

	private void copy(Tile tile, PyramidLevel level, LevelMap map, int column, int row, int left, int top, int right,
			int bottom) {
		int firstColumn = column * level.tileWidth();
		int firstRow = row * level.tileHeight();
		for (int y = top; y < bottom; y++)
			target.row(tile, (map.rows[y] - firstRow) * tile.width(), map.columns, left, right, firstColumn,
					y * view.width() + left);
	}

	/** The first place at or after {@code from} whose pixel is no longer in the tile. */
	private static int endOfTile(int[] places, int from, int to, long tileEnd) {
		int low = from + 1;
		int high = to;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (places[middle] < tileEnd) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private LevelMap map(int level) {
		if (maps[level] == null) {
			PyramidLevel l = levels.get(level);
			maps[level] = new LevelMap(places(view.x(), shiftX, view.width(), slideWidth, l.downsample(), l.width()),
					places(view.y(), shiftY, view.height(), slideHeight, l.downsample(), l.height()));
		}
		return maps[level];
	}

	private int[] places(double origin, double shift, int count, int slideSize, double levelDownsample, int levelSize) {
		int[] places = new int[count];
		for (int i = 0; i < count; i++) {
			double middle = origin + (i + 0.5) * view.downsample();
			boolean inside = middle >= 0 && middle < slideSize;
			double at = Math.max(0, (middle + shift * view.downsample()) / levelDownsample);
			places[i] = inside ? (int) Math.min(levelSize - 1.0, at) : -1;
		}
		return places;
	}

	private static int first(int[] places) {
		for (int i = 0; i < places.length; i++)
			if (places[i] >= 0) return i;
		return -1;
	}

	private static int end(int[] places) {
		int end = places.length;
		while (places[end - 1] < 0)
			end--;
		return end;
	}
}
