package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.annotomy.slide.RecentPixels;
import org.annotomy.slide.Tile;

/** Images that lie at places of their own on a level, whose background is white in colour, else 0. */
final class MosaicImage implements DerivedImage {

	/**
	 * An image at its place.
	 *
	 * @param x of its left edge in the level, as {@code y}
	 */
	record Area(LevelImage image, int x, int y) {}

	private record Key(LevelImage image, int column, int row, int sample) {}

	private final int width;
	private final int height;
	private final List<Area> areas;
	private final RecentPixels recent;

	/**
	 * @param areas of one kind, at least one; where they overlap, the first is seen
	 * @param recent shared by the levels of a slide
	 */
	MosaicImage(int width, int height, List<Area> areas, RecentPixels recent) {
		this.width = width;
		this.height = height;
		this.areas = List.copyOf(areas);
		this.recent = recent;
	}

	@Override
	public LevelImage part() {
		return areas.get(0).image;
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
		int across = Math.min(tileWidth(), width - left);
		int down = Math.min(tileHeight(), height - top);
		Object pixels = kind().allocate(across * down);
		if (pixels instanceof int[] rgb) Arrays.fill(rgb, 0xffffff);
		for (int i = areas.size() - 1; i >= 0; i--)
			put(areas.get(i), left, top, across, down, sample, pixels);
		return new Tile(across, down, pixels);
	}

	private void put(Area area, int left, int top, int across, int down, int sample, Object pixels) throws IOException {
		LevelImage image = area.image;
		// in pixels of the area
		int fromX = Math.max(0, left - area.x);
		int fromY = Math.max(0, top - area.y);
		int endX = Math.min(image.width(), left + across - area.x);
		int endY = Math.min(image.height(), top + down - area.y);
		if (fromX >= endX || fromY >= endY) return;
		for (int row = fromY / image.tileHeight(); row * image.tileHeight() < endY; row++)
			for (int column = fromX / image.tileWidth(); column * image.tileWidth() < endX; column++) {
				int tileX = column * image.tileWidth();
				int tileY = row * image.tileHeight();
				int tileWidth = Math.min(image.tileWidth(), image.width() - tileX);
				Object tile = tile(image, column, row, sample);
				int beginX = Math.max(fromX, tileX);
				int count = Math.min(endX, tileX + tileWidth) - beginX;
				for (int y = Math.max(fromY, tileY); y < Math.min(endY, tileY + image.tileHeight()); y++)
					System.arraycopy(tile, beginX - tileX + (y - tileY) * tileWidth, pixels,
							beginX + area.x - left + (y + area.y - top) * across, count);
			}
	}

	private Object tile(LevelImage image, int column, int row, int sample) throws IOException {
		return recent.get(new Key(image, column, row, sample), () -> image.read(column, row, sample).samples());
	}

	@Override
	public long chunks() {
		return areas.stream().mapToLong(area -> area.image.chunks()).sum();
	}

	@Override
	public byte[] stored(long index) throws IOException {
		long at = index;
		for (Area area : areas) {
			if (at < area.image.chunks()) return area.image.stored(at);
			at -= area.image.chunks();
		}
		throw new IndexOutOfBoundsException("There is no such tile.");
	}
}
