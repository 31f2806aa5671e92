package org.annotomy.codec.jpeg;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.annotomy.image.ImageFormatException;

/**
 * The bits between two markers, the stuffed ones taken out. Behind the end there are zeros without end: whoever reads asks
 * {@link #requireWithin} from time to time, at least before he believes what he has read.
 */
public final class EntropyBits {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
	/** So many bits can be looked at after {@link #refill}. */
	public static final int AT_HAND = 56;

	private final byte[] bytes;
	private int length;
	private int at;
	/** The next bits, the first one on top; only {@code count} of them are accounted for. */
	private long buffer;
	private int count;
	/** Where more comes from; null if there is no more before the next marker. */
	private ScanBytes source;

	/** @param capacity the length of the longest run of entropy-coded bytes that will come, or more */
	public EntropyBits(int capacity) {
		bytes = new byte[capacity + Long.BYTES];
	}

	/**
	 * Takes the bytes from there to the next marker; a zero after FF is dropped (T.81 B.1.1.5).
	 *
	 * @return where the marker is, or the length of the stream
	 */
	public int startJpeg(byte[] stream, int from) {
		int to = 0;
		int next = from;
		while (next < stream.length) {
			byte b = stream[next];
			if (b == -1) {
				if (next + 1 >= stream.length || stream[next + 1] != 0) break;
				next++;
			}
			bytes[to++] = b;
			next++;
		}
		begin(to);
		return next;
	}

	/**
	 * Takes the bytes from there to the next marker; the highest bit after FF is dropped (T.87 A.1).
	 *
	 * @return where the marker is, or the length of the stream
	 */
	public int startJpegLs(byte[] stream, int from) {
		int to = 0;
		int next = from;
		long pending = 0;
		int bits = 0;
		boolean afterFf = false;
		while (next < stream.length) {
			int b = stream[next] & 0xff;
			if (b == 0xff && (next + 1 >= stream.length || stream[next + 1] < 0)) break;
			int width = afterFf ? 7 : 8;
			pending = pending << width | b;
			bits += width;
			if (bits >= Integer.SIZE) {
				bits -= Integer.SIZE;
				LONGS.set(bytes, to, pending >>> bits << Integer.SIZE);
				to += Integer.BYTES;
			}
			afterFf = b == 0xff;
			next++;
		}
		for (; bits >= 8; bits -= 8)
			bytes[to++] = (byte) (pending >>> bits - 8);
		if (bits > 0) bytes[to++] = (byte) (pending << 8 - bits);
		begin(to);
		return next;
	}

	/**
	 * Takes bytes up to the next marker, as many as there is room for; {@link #ensure} takes the others.
	 *
	 * @param source stays behind the bytes that were taken
	 */
	void start(ScanBytes source) throws IOException {
		this.source = source;
		begin(0);
		takeMore();
	}

	/** Sees to it that so many bytes are there, unless a marker comes before. Only after {@link #start}. */
	void ensure(int least) throws IOException {
		if (source != null && length - at < least) takeMore();
	}

	/** Drops what is left before the next marker. */
	void toMarker() throws IOException {
		while (source != null) {
			begin(0);
			takeMore();
		}
	}

	/** Those that are there already come to the front. */
	private void takeMore() throws IOException {
		int left = Math.max(0, length - at);
		int gone = length - left;
		System.arraycopy(bytes, gone, bytes, 0, left);
		at -= gone;
		int most = bytes.length - Long.BYTES - left;
		int taken = source.take(bytes, left, most);
		if (taken < most) source = null;
		length = left + taken;
		LONGS.set(bytes, length, 0L);
	}

	private void begin(int end) {
		length = end;
		LONGS.set(bytes, length, 0L);
		at = 0;
		buffer = 0;
		count = 0;
	}

	/** Makes at least {@value #AT_HAND} bits available. */
	public void refill() {
		buffer |= (long) LONGS.get(bytes, Math.min(at, length)) >>> count;
		at += 63 - count >> 3;
		count |= AT_HAND;
	}

	/** The next 64 bits, of which those at hand are right. */
	public long ahead() {
		return buffer;
	}

	/** @param bits at hand */
	public void skip(int bits) {
		buffer <<= bits;
		count -= bits;
	}

	/** @param bits at hand, 0 to 32 */
	public int take(int bits) {
		int value = (int) (buffer >>> 1 >>> 63 - bits);
		buffer <<= bits;
		count -= bits;
		return value;
	}

	/** As {@link #take}, after a refill. */
	public int read(int bits) {
		if (count < bits) refill();
		return take(bits);
	}

	/** @throws ImageFormatException if more bits have been taken than there were */
	public void requireWithin() throws ImageFormatException {
		if (8L * at - count > 8L * length) throw new ImageFormatException("The compressed data of the image ends too early.");
	}

	/**
	 * Differences of lossless JPEG, all by the same table (T.81 H.1.2.2).
	 *
	 * @param row takes the differences
	 */
	void differences(HuffmanTable table, int[] row, int n) throws ImageFormatException {
		int[] quick = table.differences();
		long ahead = buffer;
		int known = count;
		int next = at;
		int end = length;
		byte[] from = bytes;
		for (int i = 0; i < n; i++) {
			if (known < 32) {
				ahead |= (long) LONGS.get(from, Math.min(next, end)) >>> known;
				next += 63 - known >> 3;
				known |= AT_HAND;
			}
			int entry = quick[(int) (ahead >>> 64 - HuffmanTable.DIFFERENCE_BITS)];
			if (entry == 0) entry = table.longDifference(ahead);
			int taken = entry & 63;
			ahead <<= taken;
			known -= taken;
			row[i] = entry >> 6;
		}
		buffer = ahead;
		count = known;
		at = next;
	}

	/**
	 * A block, sequentially coded (T.81 F.2.2).
	 *
	 * @param divisors of a component
	 * @param blocks takes the difference of the first coefficient as it is, the others times their divisors
	 * @param x which block
	 * @return whether there is one behind the first that is not zero
	 */
	boolean block(HuffmanTable dc, HuffmanTable ac, Divisors divisors, BlockRow blocks, int x)
			throws ImageFormatException {
		if (count < 32) refill();
		int[] quick = dc.coefficients();
		int entry = quick[(int) (buffer >>> 64 - HuffmanTable.COEFFICIENT_BITS)];
		if (entry == 0) entry = dc.longCoefficient(buffer);
		int[][] rows = blocks.rows();
		int wide = blocks.blocks();
		rows[0][x] = entry >> 16;
		long ahead = buffer << (entry & 0xff);
		int known = count - (entry & 0xff);
		int next = at;
		int end = length;
		byte[] from = bytes;
		quick = ac.coefficients();
		int[] divisorAndPlace = divisors.withPlaces();
		int any = 0;
		for (int k = 1; k < 64;) {
			if (known < HuffmanTable.COEFFICIENT_BITS) {
				ahead |= (long) LONGS.get(from, Math.min(next, end)) >>> known;
				next += 63 - known >> 3;
				known |= AT_HAND;
			}
			entry = quick[(int) (ahead >>> 64 - HuffmanTable.COEFFICIENT_BITS)];
			if (entry == 0) {
				ahead |= (long) LONGS.get(from, Math.min(next, end)) >>> known;
				next += 63 - known >> 3;
				known |= AT_HAND;
				entry = ac.longCoefficient(ahead);
			}
			int taken = entry & 0xff;
			ahead <<= taken;
			known -= taken;
			k += entry >> 8 & 0xff;
			int value = entry >> 16;
			if (value == 0) continue;
			int place = divisorAndPlace[k];
			rows[place >> 3 & 7][(place & 7) * wide + x] = value * (place >> 6);
			any |= value;
			k++;
		}
		buffer = ahead;
		count = known;
		at = next;
		return any != 0;
	}

	/** One difference. */
	int difference(HuffmanTable table) throws ImageFormatException {
		if (count < 32) refill();
		int entry = table.longDifference(buffer);
		skip(entry & 63);
		return entry >> 6;
	}
}
