package org.annotomy.slide.mirax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PyramidLevel;

/**
 * Where the pieces of pictures lie at one level. A picture of a coarse level holds several photos side by side; each of them is a piece that
 * has its own place. Places between pixels are rounded: pieces are moved by half a pixel at most, not smoothed.
 */
final class LevelPieces {

	private static final int MOST = 1 << 24;

	/**
	 * A part of a picture and its place.
	 *
	 * @param cell of the grid; where pieces overlap, that with the highest one is seen
	 * @param image which picture
	 * @param left of the piece in the picture, as {@code top}
	 * @param x where it lies in the level, as {@code y}
	 */
	record Piece(int cell, int image, int left, int top, int x, int y, int width, int height) {}

	private final SlideDat slide;
	private final ZoomLevel zoom;
	private final PyramidLevel level;
	private final StoredImages images;
	private final PhotoPlaces places;
	/** Of a picture, on a side. */
	private final int perSide;
	/** For each piece its picture, and its column and row in it in 16 bits each. */
	private int[] imageOf = new int[64];
	private int[] partOf = new int[64];
	private int count;
	/** A tile of the level in the upper half, a piece that reaches into it in the lower; sorted. */
	private long[] entries = new long[256];
	private int entryCount;

	/** @param index of the level */
	LevelPieces(SlideDat slide, int index, PyramidLevel level, StoredImages images, PhotoPlaces places)
			throws ImageFormatException {
		this.slide = slide;
		this.zoom = slide.levels.get(index);
		this.level = level;
		this.images = images;
		this.places = places;
		this.perSide = perSide(slide, index);
		for (int image = 0; image < images.count(); image++)
			addPieces(image);
		entries = Arrays.copyOf(entries, entryCount);
		Arrays.sort(entries);
	}

	/** How many pieces a picture of a level has on a side. */
	static int perSide(SlideDat slide, int index) {
		return slide.isScattered() ? Math.max(1, slide.levels.get(index).cells() / slide.divisions) : 1;
	}

	/** Notes which photos have pictures. @param images of level 0 */
	static void use(SlideDat slide, StoredImages images, PhotoPlaces places) {
		int cells = slide.levels.get(0).cells();
		for (int i = 0; i < images.count(); i++)
			for (int row = images.cell(i) / slide.columns, y = 0; y < cells && row + y < slide.rows; y += slide.divisions)
				for (int column = images.cell(i) % slide.columns, x = 0; x < cells
						&& column + x < slide.columns; x += slide.divisions) {
							int photo = places.photo(slide, column + x, row + y);
							if (photo >= 0) places.use(photo);
						}
	}

	private void addPieces(int image) throws ImageFormatException {
		int column = images.cell(image) % slide.columns;
		int row = images.cell(image) / slide.columns;
		for (int y = 0; y < perSide && row + y * slide.divisions < slide.rows; y++)
			for (int x = 0; x < perSide && column + x * slide.divisions < slide.columns; x++)
				if (isUsed(column + x * slide.divisions, row + y * slide.divisions)) add(image, x, y);
	}

	/** Whether a piece that begins at a cell shows a photo. */
	private boolean isUsed(int column, int row) {
		if (places.photo(slide, column, row) < 0) return false;
		int span = slide.isScattered() ? 1 : zoom.cells();
		for (int y = 0; y < span && row + y < slide.rows; y += slide.divisions)
			for (int x = 0; x < span && column + x < slide.columns; x += slide.divisions)
				if (places.isUsed(places.photo(slide, column + x, row + y))) return true;
		return false;
	}

	private void add(int image, int x, int y) throws ImageFormatException {
		if (count == imageOf.length) {
			imageOf = Arrays.copyOf(imageOf, 2 * count);
			partOf = Arrays.copyOf(partOf, 2 * count);
		}
		imageOf[count] = image;
		partOf[count] = x << 16 | y;
		Piece piece = piece(count);
		int firstColumn = Math.max(0, piece.x) / level.tileWidth();
		int firstRow = Math.max(0, piece.y) / level.tileHeight();
		int endX = Math.min(level.width(), piece.x + piece.width);
		int endY = Math.min(level.height(), piece.y + piece.height);
		for (int row = firstRow; row * level.tileHeight() < endY; row++)
			for (int column = firstColumn; column * level.tileWidth() < endX; column++)
				addEntry((long) (row * level.columns() + column) << 32 | count);
		count++;
	}

	private void addEntry(long entry) throws ImageFormatException {
		if (entryCount == MOST) throw new ImageFormatException("The slide's level has more pieces than can be shown.");
		if (entryCount == entries.length) entries = Arrays.copyOf(entries, 2 * entryCount);
		entries[entryCount++] = entry;
	}

	private Piece piece(int index) {
		int cell = images.cell(imageOf[index]);
		int partX = partOf[index] >>> 16;
		int partY = partOf[index] & 0xffff;
		int column = cell % slide.columns + partX * slide.divisions;
		int row = cell / slide.columns + partY * slide.divisions;
		int photo = places.photo(slide, column, row);
		ZoomLevel full = slide.levels.get(0);
		double x = (places.x(photo) + (double) full.width() * (column % slide.divisions)) / zoom.cells();
		double y = (places.y(photo) + (double) full.height() * (row % slide.divisions)) / zoom.cells();
		double width = (double) zoom.width() / perSide;
		double height = (double) zoom.height() / perSide;
		int left = round(x);
		int top = round(y);
		return new Piece(column + row * slide.columns, imageOf[index], round(width * partX), round(height * partY), left, top,
				round(x + width) - left, round(y + height) - top);
	}

	/** Places far outside of the slide stay far outside. */
	private static int round(double value) {
		return (int) Math.floor(Math.max(-1e9, Math.min(1e9, value)) + 0.5);
	}

	/** The pieces that reach into a tile, from the lowest to the one that is seen. */
	List<Piece> in(int column, int row) {
		long tile = row * level.columns() + column;
		int at = Arrays.binarySearch(entries, tile << 32);
		List<Piece> pieces = new ArrayList<>();
		for (int i = at < 0 ? -1 - at : at; i < entries.length && entries[i] >> 32 == tile; i++)
			pieces.add(piece((int) entries[i]));
		pieces.sort(Comparator.comparingInt(Piece::cell));
		return pieces;
	}
}
