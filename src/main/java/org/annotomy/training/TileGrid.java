package org.annotomy.training;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Box;

/** Where the tiles of a slide lie: side by side from its upper left corner, row by row; the last ones reach beyond its edge. */
final class TileGrid {

	private static final int MOST = 4_000_000;

	private TileGrid() {}

	/**
	 * The tiles that touch a region, in pixels of level 0.
	 *
	 * @throws IllegalArgumentException if there are too many
	 */
	static List<Box> tiles(int width, int height, Box region, TileSettings settings) {
		double side = settings.size() * settings.downsample();
		double step = (settings.size() - settings.overlap()) * settings.downsample();
		double count = Math.ceil(width / step) * Math.ceil(height / step);
		if (count > MOST)
			throw new IllegalArgumentException("The slide would fall into " + (long) count + " tiles, more than " + MOST
					+ ". Take larger tiles, less overlap or a higher downsample.");
		List<Box> tiles = new ArrayList<>();
		for (double y = 0; y < height; y += step)
			for (double x = 0; x < width; x += step) {
				boolean touches = x < region.maxX() && y < region.maxY() && x + side > region.x() && y + side > region.y();
				if (touches) tiles.add(new Box(x, y, side, side));
			}
		return tiles;
	}
}
