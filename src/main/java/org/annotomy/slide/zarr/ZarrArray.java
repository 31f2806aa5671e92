package org.annotomy.slide.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.annotomy.codec.blosc.Shuffle;
import org.annotomy.image.ImageFormatException;

/** An array of a hierarchy: how it is cut into chunks and how these are stored. */
final class ZarrArray {

	private static final int MAX_SIDE = 1 << 30;

	private final ZarrStore store;
	private final String path;
	private final ZarrHeader header;

	private ZarrArray(ZarrStore store, String path, ZarrHeader header) throws ImageFormatException {
		this.store = store;
		this.path = path;
		this.header = header;
		long bytes = header.type().bytes();
		for (int axis = 0; axis < header.shape().length; axis++) {
			long side = header.shape()[axis];
			if (side < 1 || side > MAX_SIDE || header.chunks()[axis] < 1)
				throw new ImageFormatException("The Zarr data states an array that cannot be.");
			bytes = bytes * header.chunks()[axis];
			if (bytes > ZarrStore.MAX_VALUE)
				throw new ImageFormatException("The Zarr data has chunks that are too large to be read one by one.");
		}
	}

	/** @throws ImageFormatException if there is no array at the path, or it is of a kind that is not supported */
	static ZarrArray open(ZarrStore store, String path) throws IOException {
		byte[] three = store.get(path + "/zarr.json");
		if (three != null) return new ZarrArray(store, path, ZarrHeader.ofThree(ZarrGroup.json(three)));
		byte[] two = store.get(path + "/.zarray");
		if (two == null) throw new ImageFormatException("The Zarr data lacks an array that its description names.");
		return new ZarrArray(store, path, ZarrHeader.ofTwo(ZarrGroup.json(two)));
	}

	ZarrType type() {
		return header.type();
	}

	int axes() {
		return header.shape().length;
	}

	int size(int axis) {
		return (int) header.shape()[axis];
	}

	int chunk(int axis) {
		return (int) header.chunks()[axis];
	}

	/** The order of the bytes in {@link #read}'s answer. */
	ByteOrder order() {
		return header.order();
	}

	/**
	 * The elements of one chunk, the last axis fastest; also those that lie outside the array.
	 *
	 * @param index of the chunk along each axis
	 */
	byte[] read(long[] index) throws IOException {
		byte[] stored = stored(index);
		return stored == null ? empty() : decode(stored);
	}

	/** A chunk as it is stored; null if it is left out. */
	byte[] stored(long[] index) throws IOException {
		ZarrShards shards = header.shards();
		if (shards == null) return store.get(path + "/" + header.keys().of(index));
		long[] shard = new long[index.length];
		for (int i = 0; i < index.length; i++)
			shard[i] = index[i] * header.chunks()[i] / shards.shape()[i];
		return shards.read(store, path + "/" + header.keys().of(shard), index, header.chunks());
	}

	private int bytes() {
		long bytes = type().bytes();
		for (long side : header.chunks())
			bytes *= side;
		return (int) bytes;
	}

	private byte[] decode(byte[] stored) throws IOException {
		byte[] bytes = stored;
		int size = bytes();
		for (ByteCodec codec : header.codecs())
			bytes = codec.decode(bytes, size + 64);
		if (header.shuffled() > 1) {
			byte[] ordered = new byte[bytes.length];
			Shuffle.bytes(bytes, bytes.length, header.shuffled(), ordered, 0);
			bytes = ordered;
		}
		if (bytes.length != size)
			throw new ImageFormatException(
					"A part of the Zarr data is broken: it holds " + bytes.length + " bytes instead of " + size + ".");
		return header.axisOrder() == null ? bytes : transposed(bytes);
	}

	/** Axes may be stored in another order: brings them back. */
	private byte[] transposed(byte[] from) {
		int n = axes();
		int width = type().bytes();
		long[] strides = new long[n];
		long stride = width;
		for (int i = n - 1; i >= 0; i--) {
			strides[header.axisOrder()[i]] = stride;
			stride *= header.chunks()[header.axisOrder()[i]];
		}
		byte[] to = new byte[from.length];
		long[] at = new long[n];
		for (int out = 0; out < to.length; out += width) {
			long in = 0;
			for (int i = 0; i < n; i++)
				in += at[i] * strides[i];
			System.arraycopy(from, (int) in, to, out, width);
			for (int i = n - 1; i >= 0 && ++at[i] == header.chunks()[i]; i--)
				at[i] = 0;
		}
		return to;
	}

	private byte[] empty() {
		ByteBuffer bytes = ByteBuffer.allocate(bytes()).order(order());
		if (header.fill() == 0) return bytes.array();
		type().put(bytes, 0, header.fill());
		byte[] all = bytes.array();
		for (int i = type().bytes(); i < all.length; i++)
			all[i] = all[i - type().bytes()];
		return all;
	}
}
