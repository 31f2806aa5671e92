package org.annotomy.slide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;

/** A slide of several grey channels without a file, two focus planes deep; samples say where they are. */
public final class GreySlide implements Slide {

	private static final int TILE = 128;

	private final SlideFacts facts;
	private final List<PyramidLevel> levels = new ArrayList<>();

	public GreySlide(PixelKind kind, int width, int height, int channels) {
		ImageIdentity identity = ImageIdentity.of("wsi", new ImageSize(width, height, 2, channels, 1));
		List<SlideChannel> names = IntStream.range(0, channels).mapToObj(c -> SlideChannel.named("channel " + c)).toList();
		facts = new SlideFacts("grey", kind, names, 2, 1, 0.5, 0.5, 1, 20, Map.of("Modality", "SM"), identity, null, List.of());
		for (int scale = 1; levels.isEmpty() || width / scale > TILE || height / scale > TILE; scale *= 2)
			levels.add(new PyramidLevel(Math.max(1, width / scale), Math.max(1, height / scale), TILE, TILE, scale));
	}

	/** From 0 to 999, of the first focus plane; the second has 1000 more. */
	public static int sample(int x, int y, int c) {
		return (x * 7 + y * 3 + c * 250) % 1000;
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
		Object samples = facts.kind().allocate(width * height);
		for (int i = 0; i < width * height; i++) {
			int value = 1000 * address.z() + sample((int) ((address.column() * TILE + i % width) * level.downsample()),
					(int) ((address.row() * TILE + i / width) * level.downsample()), address.c());
			if (samples instanceof byte[] b) b[i] = (byte) (value / 4);
			else if (samples instanceof short[] s) s[i] = (short) value;
			else((float[]) samples)[i] = value;
		}
		return new Tile(width, height, samples);
	}

	@Override
	public void close() {
		// Holds nothing.
	}
}
