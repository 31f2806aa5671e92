package org.annotomy.slide.pyramid;

import java.io.IOException;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** The rows of level 0 of a slide of one plane; a row of tiles is held at a time. */
final class SlideRows implements RowSource {

	private final Slide slide;
	private final PyramidLevel level;
	private final Tile[] tiles;
	private final Object row;
	private int next;

	SlideRows(Slide slide) {
		this.slide = slide;
		this.level = slide.levels().get(0);
		this.tiles = new Tile[level.columns()];
		this.row = kind().allocate(level.width());
	}

	@Override
	public int width() {
		return level.width();
	}

	@Override
	public int height() {
		return level.height();
	}

	@Override
	public PixelKind kind() {
		return slide.facts().kind();
	}

	@Override
	public Object next() throws IOException {
		int y = next % level.tileHeight();
		for (int column = 0; column < tiles.length; column++) {
			if (y == 0) tiles[column] = slide.readTile(new TileAddress(0, column, next / level.tileHeight(), 0, 0, 0));
			Tile tile = tiles[column];
			System.arraycopy(tile.samples(), y * tile.width(), row, column * level.tileWidth(), tile.width());
		}
		next++;
		return row;
	}

	@Override
	public void close() {
		// The slide stays open.
	}
}
