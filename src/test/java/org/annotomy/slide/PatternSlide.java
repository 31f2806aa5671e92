package org.annotomy.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.ImageFormatException;

/** A slide without a file: each pixel of level 0 says where it is, coarser levels take the upper left pixel of those they span. */
public class PatternSlide implements Slide {

	private static final int TILE = 256;

	private final SlideFacts facts;
	private final List<PyramidLevel> levels = new ArrayList<>();
	private final AtomicInteger read = new AtomicInteger();
	private volatile boolean broken;
	private volatile boolean closed;

	public PatternSlide(int width, int height) {
		this(width, height, null);
	}

	/** @param sidecar beside which the labels lie */
	public PatternSlide(int width, int height, Path sidecar) {
		ImageIdentity identity = ImageIdentity.of("wsi", new ImageSize(width, height, 1, 3, 1));
		facts = new SlideFacts("pattern", PixelKind.RGB, List.of(SlideChannel.named("RGB")), 1, 1, 0.25, 0.25, Double.NaN, 40,
				Map.of("Modality", "SM"), identity, sidecar, List.of());
		for (int scale = 1; levels.isEmpty() || width / scale > TILE || height / scale > TILE; scale *= 2)
			levels.add(new PyramidLevel(Math.max(1, width / scale), Math.max(1, height / scale), TILE, TILE, scale));
	}

	/** The colour of a pixel of level 0: stripes of 16 pixels in red along x and in green along y. */
	public static int colour(int x, int y) {
		return ((x >> 4 & 255) << 16) | ((y >> 4 & 255) << 8) | ((x >> 12 ^ y >> 12) & 255);
	}

	/** How many tiles were read so far. */
	public int tilesRead() {
		return read.get();
	}

	/** From now on no tile of level 0 can be read. */
	public void breakTiles() {
		broken = true;
	}

	public boolean isClosed() { return closed; }

	@Override
	public SlideFacts facts() {
		return facts;
	}

	@Override
	public List<PyramidLevel> levels() {
		return List.copyOf(levels);
	}

	@Override
	public Tile readTile(TileAddress address) throws IOException {
		if (closed) throw new IOException("The slide is closed.");
		read.incrementAndGet();
		if (broken && address.level() == 0) throw new ImageFormatException("A tile of the slide is broken.");
		PyramidLevel level = levels.get(address.level());
		if (address.column() >= level.columns() || address.row() >= level.rows())
			throw new IndexOutOfBoundsException("There is no such tile.");
		int width = level.widthOf(address.column());
		int height = level.heightOf(address.row());
		int[] pixels = new int[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				pixels[x + y * width] = colour((int) ((address.column() * TILE + x) * level.downsample()),
						(int) ((address.row() * TILE + y) * level.downsample()));
		return new Tile(width, height, pixels);
	}

	@Override
	public void close() {
		closed = true;
	}
}
