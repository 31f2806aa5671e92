package org.annotomy.codec.blosc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.annotomy.codec.lz.Lz4;
import org.annotomy.codec.zstd.Zstd;
import org.annotomy.image.ImageFormatException;

/**
 * Decodes Blosc 1 (README_HEADER of c-blosc): blocks of LZ4, zlib or zstd whose bytes or bits are shuffled. BloscLZ and Snappy are refused.
 */
public final class Blosc {

	private static final int HEADER = 16;
	private static final int BYTE_SHUFFLE = 1;
	private static final int STORED = 2;
	private static final int BIT_SHUFFLE = 4;
	private static final int NOT_SPLIT = 16;
	private static final int MAX_SPLITS = 16;
	private static final int MIN_SPLIT = 128;

	private final byte[] from;
	private final ByteBuffer numbers;
	private final int flags;
	private final int typeSize;
	private final int blockSize;
	private final byte[] to;
	private final byte[] shuffled;

	private Blosc(byte[] from, int most) throws ImageFormatException {
		if (from.length < HEADER) throw broken();
		this.from = from;
		this.numbers = ByteBuffer.wrap(from).order(ByteOrder.LITTLE_ENDIAN);
		this.flags = from[2] & 0xff;
		this.typeSize = Math.max(1, from[3] & 0xff);
		int size = numbers.getInt(4);
		int block = numbers.getInt(8);
		if (size < 0 || size > most || size > 0 && block < 1) throw broken();
		this.blockSize = Math.min(block, size);
		this.to = new byte[size];
		this.shuffled = new byte[blockSize];
	}

	/**
	 * The bytes of a buffer.
	 *
	 * @param most bytes that are expected at the most
	 * @throws ImageFormatException if the buffer is broken, larger, or of a kind that is not supported
	 */
	public static byte[] decode(byte[] from, int most) throws ImageFormatException {
		try {
			Blosc blosc = new Blosc(from, most);
			blosc.run();
			return blosc.to;
		} catch (IndexOutOfBoundsException e) {
			throw new ImageFormatException("The Blosc buffer is broken.", e);
		}
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("The Blosc buffer is broken.");
	}

	private void run() throws ImageFormatException {
		if ((flags & STORED) != 0) {
			if (to.length > from.length - HEADER) throw broken();
			System.arraycopy(from, HEADER, to, 0, to.length);
			return;
		}
		for (int start = 0, index = 0; start < to.length; start += blockSize, index++) {
			int size = Math.min(blockSize, to.length - start);
			int at = numbers.getInt(HEADER + 4 * index);
			if (at < HEADER) throw broken();
			boolean bits = (flags & BIT_SHUFFLE) != 0 && size / typeSize % 8 == 0;
			boolean bytes = (flags & BYTE_SHUFFLE) != 0 && typeSize > 1;
			if (!bits && !bytes) block(at, size, to, start);
			else {
				block(at, size, shuffled, 0);
				if (bytes) Shuffle.bytes(shuffled, size, typeSize, to, start);
				else Shuffle.bits(shuffled, size, typeSize, to, start);
			}
		}
	}

	/** A block may be cut into one stream for each byte of the type. */
	private void block(int begin, int size, byte[] target, int start) throws ImageFormatException {
		boolean split = (flags & NOT_SPLIT) == 0 && typeSize <= MAX_SPLITS && blockSize / typeSize >= MIN_SPLIT
				&& size == blockSize;
		int streams = split ? typeSize : 1;
		int each = size / streams;
		int at = begin;
		for (int i = 0; i < streams; i++) {
			int stored = numbers.getInt(at);
			at += 4;
			if (stored < 0 || stored > from.length - at) throw broken();
			int to0 = start + i * each;
			int count = stored == each ? copy(at, target, to0, each) : expand(at, stored, target, to0, each);
			if (count != each) throw broken();
			at += stored;
		}
	}

	private int copy(int at, byte[] target, int start, int size) {
		System.arraycopy(from, at, target, start, size);
		return size;
	}

	private int expand(int at, int stored, byte[] target, int start, int size) throws ImageFormatException {
		switch (flags >>> 5) {
			case 1 -> {
				return Lz4.decode(from, at, at + stored, target, start, start + size) - start;
			}
			case 3 -> {
				return inflate(at, stored, target, start, size);
			}
			case 4 -> {
				byte[] expanded = new byte[size];
				int count = Zstd.decode(from, at, stored, expanded);
				System.arraycopy(expanded, 0, target, start, count);
				return count;
			}
			default -> throw new ImageFormatException(
					"Blosc buffers packed by BloscLZ or Snappy are not supported; LZ4, zlib and zstd are.");
		}
	}

	private int inflate(int at, int stored, byte[] target, int start, int size) throws ImageFormatException {
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(from, at, stored);
			int count = 0;
			while (count < size) {
				int n = inflater.inflate(target, start + count, size - count);
				if (n == 0) break;
				count += n;
			}
			return count;
		} catch (DataFormatException e) {
			throw new ImageFormatException("The Blosc buffer is broken.", e);
		} finally {
			inflater.end();
		}
	}
}
