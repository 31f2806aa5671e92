package org.annotomy.imagej.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.annotomy.geometry.Point;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** A slide of round cores of tissue on pale glass. Pixels of 1 µm. */
final class CoresSlide implements Slide {

	static final int SIDE = 12_000;
	private static final int TILE = 512;
	private static final int GLASS = 0xF0EEF2;
	private static final int TISSUE = 0xC878B0;

	private final List<PyramidLevel> levels = new ArrayList<>();
	private final List<Point> middles;
	private final double radius;
	private final Path sidecar;

	CoresSlide(List<Point> middles, double radius, Path sidecar) {
		this.middles = List.copyOf(middles);
		this.radius = radius;
		this.sidecar = sidecar;
		for (int scale = 1; scale <= 16; scale *= 4)
			levels.add(new PyramidLevel(SIDE / scale, SIDE / scale, TILE, TILE, scale));
	}

	@Override
	public SlideFacts facts() {
		return new SlideFacts("cores", PixelKind.RGB, List.of(SlideChannel.named("RGB")), 1, 1, 1, 1, Double.NaN, 10,
				Map.of("Modality", "SM"), ImageIdentity.of("wsi", new ImageSize(SIDE, SIDE, 1, 3, 1)), sidecar, List.of());
	}

	@Override
	public List<PyramidLevel> levels() {
		return levels;
	}

	@Override
	public Tile readTile(TileAddress address) {
		PyramidLevel level = levels.get(address.level());
		int width = level.widthOf(address.column());
		int height = level.heightOf(address.row());
		int[] pixels = new int[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				pixels[x + y * width] = colour((address.column() * TILE + x + 0.5) * level.downsample(),
						(address.row() * TILE + y + 0.5) * level.downsample());
		return new Tile(width, height, pixels);
	}

	private int colour(double x, double y) {
		for (Point middle : middles)
			if (Math.hypot(x - middle.x(), y - middle.y()) < radius) return TISSUE;
		return GLASS;
	}

	@Override
	public void close() {
		// There is nothing to close.
	}
}
