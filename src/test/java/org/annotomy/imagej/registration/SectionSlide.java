package org.annotomy.imagej.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** A slide without a file: a section of a block that is painted by a formula, laid on the glass in its own way and stained in its own colours. */
final class SectionSlide implements Slide {

	static final int WIDTH = 8192;
	static final int HEIGHT = 6144;
	/** Width of a pixel. */
	static final double UM = 0.5;
	private static final int TILE = 256;

	private final Affine toBlock;
	private final IntUnaryOperator stain;
	private final SlideFacts facts;
	private final List<PyramidLevel> levels = new ArrayList<>();

	/**
	 * @param toBlock from pixels of level 0 to the block
	 * @param stain from 0 (glass) to 255 (the densest tissue) to a colour
	 */
	SectionSlide(String name, Affine toBlock, IntUnaryOperator stain) {
		this.toBlock = toBlock;
		this.stain = stain;
		ImageIdentity identity = ImageIdentity.of("wsi-" + name, new ImageSize(WIDTH, HEIGHT, 1, 3, 1));
		facts = new SlideFacts(name, PixelKind.RGB, List.of(SlideChannel.named("RGB")), 1, 1, UM, UM, Double.NaN, 20,
				Map.of("Modality", "SM"), identity, null, List.of());
		for (int scale = 1; WIDTH / scale > TILE; scale *= 2)
			levels.add(new PyramidLevel(WIDTH / scale, HEIGHT / scale, TILE, TILE, scale));
	}

	private int colour(double x, double y) {
		Position at = toBlock.apply(x, y, 0);
		double u = (at.x() - WIDTH / 2.0) / 2600;
		double v = (at.y() - HEIGHT / 2.0) / 1900;
		double rim = 1 + 0.25 * Math.sin(3 * Math.atan2(v, u)) - Math.hypot(u, v);
		if (rim <= 0) return stain.applyAsInt(0);
		double pattern = Math.sin(5 * u + 2 * v) * Math.cos(4 * v - u) + 0.6 * Math.sin(9 * u * v + 2);
		return stain.applyAsInt((int) Math.max(40, Math.min(255, 140 + 70 * pattern)));
	}

	@Override
	public SlideFacts facts() {
		return facts;
	}

	@Override
	public List<PyramidLevel> levels() {
		return List.copyOf(levels);
	}

	@Override
	public Tile readTile(TileAddress address) {
		PyramidLevel level = levels.get(address.level());
		int width = level.widthOf(address.column());
		int height = level.heightOf(address.row());
		int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = colour((address.column() * TILE + i % width + 0.5) * level.downsample(),
					(address.row() * TILE + i / width + 0.5) * level.downsample());
		return new Tile(width, height, pixels);
	}

	@Override
	public void close() {
		// There is no file.
	}
}
