package org.annotomy.codec.zstd;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/**
 * Decodes Zstandard (RFC 8878) into memory of a known size: all frames one after the other, skippable ones left out. Checksums are not
 * compared. Frames that need a dictionary are refused.
 */
public final class Zstd {

	private static final int MAGIC = 0xfd2fb528;
	private static final int SKIPPABLE = 0x184d2a50;
	private static final int MAX_BLOCK = 128 << 10;

	private final byte[] from;
	private final int end;
	private final byte[] to;
	private int at;
	private int out;

	private Zstd(byte[] from, byte[] to) {
		this.from = Arrays.copyOf(from, from.length + BackwardBits.PADDING);
		this.end = from.length;
		this.to = to;
	}

	/**
	 * @return how many bytes came out
	 * @throws ImageFormatException if the stream is broken, cut short or holds more than {@code to} can take
	 */
	public static int decode(byte[] from, int start, int length, byte[] to) throws ImageFormatException {
		try {
			Zstd stream = new Zstd(Arrays.copyOfRange(from, start, start + length), to);
			while (stream.at < stream.end)
				stream.frame();
			return stream.out;
		} catch (IndexOutOfBoundsException e) {
			throw new ImageFormatException("The zstd stream is broken.", e);
		}
	}

	static ImageFormatException broken() {
		return new ImageFormatException("The zstd stream is broken.");
	}

	private void frame() throws ImageFormatException {
		int magic = (int) number(4);
		if ((magic & 0xfffffff0) == SKIPPABLE) {
			long skipped = number(4);
			if (skipped > end - at) throw broken();
			at += (int) skipped;
			return;
		}
		if (magic != MAGIC) throw broken();
		int head = (int) number(1);
		boolean single = (head & 0x20) != 0;
		if (!single) at++;
		if ((head & 8) != 0) throw broken();
		int dictionary = (head & 3) == 3 ? 4 : head & 3;
		if (number(dictionary) != 0) throw new ImageFormatException("zstd streams with a dictionary are not supported.");
		at += head >> 6 == 0 ? single ? 1 : 0 : 1 << (head >> 6);
		blocks(new Literals(), new Sequences());
		if ((head & 4) != 0) at += 4;
		if (at > end) throw broken();
	}

	private void blocks(Literals literals, Sequences sequences) throws ImageFormatException {
		boolean last = false;
		while (!last) {
			int head = (int) number(3);
			last = (head & 1) == 1;
			int size = head >> 3;
			int type = head >> 1 & 3;
			int stored = type == 1 ? 1 : size;
			if (type == 3 || size > MAX_BLOCK || stored > end - at || type < 2 && size > to.length - out) throw broken();
			switch (type) {
				case 0 -> {
					System.arraycopy(from, at, to, out, size);
					out += size;
				}
				case 1 -> {
					Arrays.fill(to, out, out + size, from[at]);
					out += size;
				}
				default -> out = sequences.run(from, literals.read(from, at, at + size), at + size, literals, to, out);
			}
			at += stored;
		}
	}

	private long number(int bytes) throws ImageFormatException {
		if (bytes > end - at) throw broken();
		long value = 0;
		for (int i = 0; i < bytes; i++)
			value |= (from[at++] & 0xffL) << 8 * i;
		return value;
	}
}
