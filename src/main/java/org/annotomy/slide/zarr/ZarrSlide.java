package org.annotomy.slide.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** A multiscale image that is open. Chunks that hold several planes are kept for a while, so that each is not unpacked for every plane. */
final class ZarrSlide implements Slide {

	private static final long KEPT_BYTES = 64L << 20;

	private record Place(int level, List<Long> index) {}

	private final ZarrStore store;
	private final ZarrImage image;
	private final SlideFacts facts;
	private final List<PyramidLevel> levels;
	private final boolean colour;
	private final Map<Place, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
	private long keptBytes;
	private volatile boolean closed;

	ZarrSlide(ZarrStore store, ZarrImage image, SlideFacts facts) {
		this.store = store;
		this.image = image;
		this.facts = facts;
		this.levels = List.copyOf(image.levels());
		this.colour = facts.kind() == PixelKind.RGB;
	}

	@Override
	public SlideFacts facts() {
		return facts;
	}

	@Override
	public List<PyramidLevel> levels() {
		return levels;
	}

	@Override
	public Tile readTile(TileAddress at) throws IOException {
		if (closed) throw new IOException("The slide is closed.");
		PyramidLevel level = levelOf(at);
		int width = level.widthOf(at.column());
		int height = level.heightOf(at.row());
		Object pixels = facts.kind().allocate(width * height);
		for (int c = 0; c < (colour ? 3 : 1); c++)
			put(at, colour ? c : at.c(), pixels, width, height);
		return new Tile(width, height, pixels);
	}

	/** Puts one channel of a chunk into the tile. */
	private void put(TileAddress at, int c, Object pixels, int width, int height) throws IOException {
		ZarrArray array = image.arrays().get(at.level());
		long[] index = new long[array.axes()];
		long[] strides = new long[array.axes()];
		long stride = array.type().bytes();
		for (int axis = strides.length - 1; axis >= 0; axis--) {
			strides[axis] = stride;
			stride *= array.chunk(axis);
		}
		long from = 0;
		int[] places = {at.t(), c, slice(at), 0, 0};
		for (int i = 0; i < 3; i++) {
			int axis = image.axis("tcz".charAt(i));
			if (axis < 0) continue;
			index[axis] = places[i] / array.chunk(axis);
			from += places[i] % array.chunk(axis) * strides[axis];
		}
		index[image.axis('y')] = at.row();
		index[image.axis('x')] = at.column();
		ByteBuffer chunk = ByteBuffer.wrap(chunk(at.level(), array, index)).order(array.order());
		Sampler sampler = new Sampler(array.type(), chunk, (int) strides[image.axis('x')]);
		for (int y = 0; y < height; y++)
			sampler.row((int) (from + y * strides[image.axis('y')]), pixels, y * width, width, colour ? 16 - 8 * c : 0);
	}

	/** Coarser levels can have fewer slices. */
	private int slice(TileAddress at) {
		return (int) ((long) at.z() * image.size(at.level(), 'z') / image.size(0, 'z'));
	}

	private byte[] chunk(int level, ZarrArray array, long[] index) throws IOException {
		boolean several = colour && image.axis('c') >= 0 && array.chunk(image.axis('c')) > 1;
		for (char axis : "tcz".toCharArray())
			several |= image.axis(axis) >= 0 && array.chunk(image.axis(axis)) > 1 && array.size(image.axis(axis)) > 1;
		if (!several) return array.read(index);
		Place place = new Place(level, java.util.Arrays.stream(index).boxed().toList());
		synchronized (kept) {
			byte[] known = kept.get(place);
			if (known != null) return known;
		}
		byte[] read = array.read(index);
		keep(place, read);
		return read;
	}

	private void keep(Place place, byte[] chunk) {
		synchronized (kept) {
			if (chunk.length > KEPT_BYTES || kept.put(place, chunk) != null) return;
			keptBytes += chunk.length;
			var oldest = kept.values().iterator();
			while (keptBytes > KEPT_BYTES) {
				keptBytes -= oldest.next().length;
				oldest.remove();
			}
		}
	}

	@Override
	public Optional<String> remark() {
		return store.remark();
	}

	@Override
	public void close() throws IOException {
		closed = true;
		synchronized (kept) {
			kept.clear();
			keptBytes = 0;
		}
		store.close();
	}

	/** Takes elements that lie some bytes apart. */
	private record Sampler(ZarrType type, ByteBuffer chunk, int step) {

		void row(int from, Object pixels, int to, int width, int shift) {
			if (pixels instanceof int[] rgb) {
				for (int x = 0; x < width; x++)
					rgb[to + x] |= (chunk.get(from + x * step) & 0xff) << shift;
			} else if (pixels instanceof byte[] bytes) {
				for (int x = 0; x < width; x++)
					bytes[to + x] = chunk.get(from + x * step);
			} else if (pixels instanceof short[] shorts) {
				for (int x = 0; x < width; x++)
					shorts[to + x] = chunk.getShort(from + x * step);
			} else {
				float[] floats = (float[]) pixels;
				for (int x = 0; x < width; x++)
					floats[to + x] = type.real(chunk, from + x * step);
			}
		}
	}
}
