package org.annotomy.slide.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

import org.annotomy.image.ImageFormatException;

/** Several chunks in one value, with an index of where each is (Zarr 3, codec {@code sharding_indexed}). A few indices are remembered. */
final class ZarrShards {

	private static final int REMEMBERED = 32;
	private static final int MAX_CHUNKS = 1 << 20;
	private static final int ENTRY = 16;

	private final long[] shape;
	private final boolean indexFirst;
	private final CodecChain codecs;
	private final Map<String, ByteBuffer> indices = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, ByteBuffer> eldest) {
			return size() > REMEMBERED;
		}
	};

	ZarrShards(long[] shape, boolean indexFirst, CodecChain codecs) throws ImageFormatException {
		this.shape = shape;
		this.indexFirst = indexFirst;
		this.codecs = codecs;
		for (ByteCodec codec : codecs.bytes())
			if (codec != ByteCodec.CRC32C_SUM)
				throw new ImageFormatException("Zarr shards with a packed index are not supported.");
	}

	/** Elements of a shard along each axis. */
	long[] shape() {
		return shape;
	}

	/**
	 * The stored bytes of a chunk; null if it is left out.
	 *
	 * @param key of the shard
	 * @param chunk its index in the whole array
	 * @param size of a chunk along each axis
	 */
	byte[] read(ZarrStore store, String key, long[] chunk, long[] size) throws IOException {
		int place = 0;
		long count = 1;
		for (int axis = 0; axis < shape.length; axis++) {
			long across = shape[axis] / size[axis];
			if (across < 1 || shape[axis] % size[axis] != 0 || count * across > MAX_CHUNKS)
				throw new ImageFormatException("The Zarr data states shards that cannot be.");
			place = (int) (place * across + chunk[axis] % across);
			count *= across;
		}
		ByteBuffer index = index(store, key, (int) count);
		if (index == null) return null;
		long offset = index.getLong(ENTRY * place);
		long bytes = index.getLong(ENTRY * place + 8);
		if (offset == -1 && bytes == -1) return null;
		if (offset < 0 || bytes < 0 || bytes > ZarrStore.MAX_VALUE) throw ByteCodec.broken();
		return store.get(key, offset, (int) bytes);
	}

	private ByteBuffer index(ZarrStore store, String key, int count) throws IOException {
		synchronized (indices) {
			ByteBuffer known = indices.get(key);
			if (known != null) return known;
		}
		int length = ENTRY * count + 4 * codecs.bytes().size();
		byte[] stored = store.get(key, indexFirst ? 0 : -length, length);
		if (stored == null) return null;
		for (ByteCodec codec : codecs.bytes())
			stored = codec.decode(stored, length);
		ByteBuffer index = ByteBuffer.wrap(stored).order(codecs.order());
		synchronized (indices) {
			indices.put(key, index);
		}
		return index;
	}
}
