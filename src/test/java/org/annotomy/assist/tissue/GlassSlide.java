package org.annotomy.assist.tissue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** Nothing but bright glass with the grain of the camera. */
final class GlassSlide implements Slide {

	private final SlideFacts facts;
	private final PyramidLevel level;

	GlassSlide(int width, int height) {
		level = new PyramidLevel(width, height, 256, 256, 1);
		facts = new SlideFacts("glass", PixelKind.RGB, List.of(SlideChannel.named("RGB")), 1, 1, 0.25, 0.25, Double.NaN, 40,
				Map.of(),
				ImageIdentity.of("wsi", new ImageSize(width, height, 1, 3, 1)), null, List.of());
	}

	@Override
	public SlideFacts facts() {
		return facts;
	}

	@Override
	public List<PyramidLevel> levels() {
		return List.of(level);
	}

	@Override
	public Tile readTile(TileAddress address) {
		int width = level.widthOf(address.column());
		int height = level.heightOf(address.row());
		Random random = new Random(31L * address.column() + address.row());
		int[] rgb = new int[width * height];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = 0xF0F0F0 + 0x010101 * random.nextInt(6);
		return new Tile(width, height, rgb);
	}

	@Override
	public void close() {
		// Nothing to close.
	}
}
