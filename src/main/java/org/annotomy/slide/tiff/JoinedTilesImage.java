package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.Arrays;

import org.annotomy.slide.RecentPixels;
import org.annotomy.slide.Tile;

/**
 * A level whose tiles overlap; those of coarser levels can hold several of level 0 side by side, which are set at their own places. Places
 * between pixels are rounded. Where tiles overlap, the one further right and below is seen.
 */
final class JoinedTilesImage implements DerivedImage {

	private record Key(TiffImage image, int column, int row, int sample) {}

	private final TiffImage image;
	private final TileSpacing spacing;
	/** Tiles of level 0 side by side in one of this level. */
	private final int perSide;
	private final int width;
	private final int height;
	private final RecentPixels recent;

	/** @param perSide up to the size of a tile in pixels */
	JoinedTilesImage(TiffImage image, TileSpacing spacing, int perSide, int width, int height, RecentPixels recent) {
		this.image = image;
		this.spacing = spacing;
		this.perSide = perSide;
		this.width = width;
		this.height = height;
		this.recent = recent;
	}

	/** As {@link #JoinedTilesImage(TiffImage, TileSpacing, int, int, int, RecentPixels)}, as large as needed for all tiles. */
	static JoinedTilesImage ofAll(TiffImage image, TileSpacing spacing, int perSide, RecentPixels recent) {
		double right = 1;
		double bottom = 1;
		for (TileSpacing.Area area : spacing.areas()) {
			right = Math.max(right, (area.x() + (area.columns() - 1) * spacing.advanceX() + image.tileWidth()) / perSide);
			bottom = Math.max(bottom, (area.y() + (area.rows() - 1) * spacing.advanceY() + image.tileHeight()) / perSide);
		}
		return new JoinedTilesImage(image, spacing, perSide, (int) Math.min(Integer.MAX_VALUE, Math.ceil(right)),
				(int) Math.min(Integer.MAX_VALUE, Math.ceil(bottom)), recent);
	}

	/** Left edge of a column of an area in this level. */
	private double x(TileSpacing.Area area, int column) {
		return (area.x() + column * spacing.advanceX()) / perSide;
	}

	private double y(TileSpacing.Area area, int row) {
		return (area.y() + row * spacing.advanceY()) / perSide;
	}

	@Override
	public LevelImage part() {
		return image;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public Tile read(int column, int row, int sample) throws IOException {
		int left = column * tileWidth();
		int top = row * tileHeight();
		Tile tile = new Tile(Math.min(tileWidth(), width - left), Math.min(tileHeight(), height - top),
				kind().allocate(Math.min(tileWidth(), width - left) * Math.min(tileHeight(), height - top)));
		if (tile.samples() instanceof int[] rgb) Arrays.fill(rgb, 0xffffff);
		for (TileSpacing.Area area : spacing.areas()) {
			int[] rows = range((double) top - area.y() / perSide, tile.height(), spacing.advanceY() / perSide,
					(double) tileHeight() / perSide,
					area.rows());
			int[] columns = range((double) left - area.x() / perSide, tile.width(), spacing.advanceX() / perSide,
					(double) tileWidth() / perSide, area.columns());
			for (int r = rows[0]; r < rows[1]; r++)
				for (int c = columns[0]; c < columns[1]; c++)
					put(area, c, r, sample, tile, left, top);
		}
		return tile;
	}

	/** Which pieces can reach into pixels {@code from} to {@code from + count} of an area. */
	private static int[] range(double from, int count, double advance, double piece, int pieces) {
		double first = Math.floor((from - piece) / advance);
		double end = Math.ceil((from + count) / advance) + 1;
		return new int[]{(int) Math.max(0, Math.min(pieces, first)), (int) Math.max(0, Math.min(pieces, end))};
	}

	private void put(TileSpacing.Area area, int c, int r, int sample, Tile tile, int left, int top) throws IOException {
		int column = area.column() + c;
		int row = area.row() + r;
		double pieceWidth = (double) tileWidth() / perSide;
		double pieceHeight = (double) tileHeight() / perSide;
		int x = round(x(area, c));
		int y = round(y(area, r));
		int fromX = Math.max(left, x);
		int fromY = Math.max(top, y);
		int endX = Math.min(left + tile.width(), round(x(area, c) + pieceWidth));
		int endY = Math.min(top + tile.height(), round(y(area, r) + pieceHeight));
		int storedColumn = column / perSide;
		int storedRow = row / perSide;
		boolean there = storedColumn * (long) tileWidth() < image.width() && storedRow * (long) tileHeight() < image.height();
		if (fromX >= endX || fromY >= endY || !there) return;
		int storedWidth = Math.min(tileWidth(), image.width() - storedColumn * tileWidth());
		int storedHeight = Math.min(tileHeight(), image.height() - storedRow * tileHeight());
		int partX = round(column % perSide * pieceWidth) - x;
		int partY = round(row % perSide * pieceHeight) - y;
		endX = Math.min(endX, storedWidth - partX);
		endY = Math.min(endY, storedHeight - partY);
		if (fromX >= endX || fromY >= endY) return;
		Object stored = recent.get(new Key(image, storedColumn, storedRow, sample),
				() -> image.read(storedColumn, storedRow, sample).samples());
		for (int at = fromY; at < endY; at++)
			System.arraycopy(stored, fromX + partX + (at + partY) * storedWidth, tile.samples(),
					fromX - left + (at - top) * tile.width(),
					endX - fromX);
	}

	private static int round(double value) {
		return (int) Math.floor(value + 0.5);
	}
}
