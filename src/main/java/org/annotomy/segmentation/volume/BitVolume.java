package org.annotomy.segmentation.volume;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * A binary volume with one bit for each voxel: an eighth of a mask, and 64 voxels are looked at at once. Each row (x) begins a new word;
 * bits behind the end of a row are 0. Rows are counted y first: row {@code y + ny * z}.
 */
public final class BitVolume {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final long LOW_SEVEN = 0x7f7f7f7f7f7f7f7fL;
	private static final long GATHER = 0x0102040810204080L;
	private static final long[] SPREAD = spread();
	private static final String PACKING = "Marking voxels";
	private static final int LEAST_ROWS = 64;

	private final VolumeSize size;
	private final int words;
	private final long[] bits;

	/** Without a voxel. */
	public BitVolume(VolumeSize size) {
		this.size = size;
		this.words = (size.nx() + 63) >>> 6;
		this.bits = new long[(int) Math.min(Integer.MAX_VALUE, (long) words * size.ny() * size.nz())];
	}

	/** The voxels that are not 0. */
	public static BitVolume of(byte[] mask, VolumeSize size, Progress progress) {
		requireLength(mask.length, size);
		return filled(size, progress, (volume, row) -> volume.packRow(mask, row));
	}

	/** The voxels whose values lie from {@code low} to {@code high}, both included. */
	public static BitVolume range(short[] values, VolumeSize size, double low, double high, Progress progress) {
		requireLength(values.length, size);
		int first = (int) Math.max(Short.MIN_VALUE, Math.ceil(low));
		int last = (int) Math.min(Short.MAX_VALUE, Math.floor(high));
		if (!(low <= high) || first > last) return new BitVolume(size);
		return filled(size, progress, (volume, row) -> volume.rangeRow(values, row, first, last - first));
	}

	/** Likewise; NaN lies in no range. */
	public static BitVolume range(float[] values, VolumeSize size, double low, double high, Progress progress) {
		requireLength(values.length, size);
		return filled(size, progress, (volume, row) -> volume.rangeRow(values, row, low, high));
	}

	/** Work on one row of a volume. */
	@FunctionalInterface
	private interface RowWork {
		void run(BitVolume volume, int row);
	}

	private static BitVolume filled(VolumeSize size, Progress progress, RowWork work) {
		BitVolume volume = new BitVolume(size);
		Ranges.forEach(volume.rows(), Ranges.pieces(volume.rows(), LEAST_ROWS), progress, PACKING, (piece, from, to) -> {
			for (int row = from; row < to; row++) {
				if ((row & 0xfff) == 0) progress.checkCancelled();
				work.run(volume, row);
			}
		});
		return volume;
	}

	public VolumeSize size() {
		return size;
	}

	public int rows() {
		return size.ny() * size.nz();
	}

	/** How many words a row has. */
	public int words() {
		return words;
	}

	/** All rows one after the other; not copied. Bit {@code x & 63} of word {@code x >>> 6} of a row is voxel x. */
	public long[] bits() {
		return bits;
	}

	public boolean get(int x, int row) {
		return (bits[row * words + (x >>> 6)] >>> x & 1) != 0;
	}

	public void set(int x, int row) {
		bits[row * words + (x >>> 6)] |= 1L << x;
	}

	/** Sets the voxels of a row from {@code from} to before {@code to}. */
	public void set(int row, int from, int to) {
		for (int x = from; x < to; x = (x | 63) + 1)
			bits[row * words + (x >>> 6)] |= part(x, to);
	}

	/** Likewise, to not set. */
	public void clear(int row, int from, int to) {
		for (int x = from; x < to; x = (x | 63) + 1)
			bits[row * words + (x >>> 6)] &= ~part(x, to);
	}

	/** The bits of a word from a voxel to before another, or to the end of the word. */
	private static long part(int from, int to) {
		long upwards = -1L << from;
		return (from | 63) < to ? upwards : upwards & -1L >>> -to;
	}

	/** The first voxel of a row at or behind {@code x} that is set; nx if none is. */
	public int nextSet(int row, int x) {
		return next(row, x, 0);
	}

	/** The first voxel of a row at or behind {@code x} that is not set; nx if all are. */
	public int nextClear(int row, int x) {
		return next(row, x, -1L);
	}

	private int next(int row, int x, long flip) {
		if (x >= size.nx()) return size.nx();
		int at = row * words + (x >>> 6);
		int end = (row + 1) * words;
		long word = (bits[at] ^ flip) & -1L << x;
		while (word == 0) {
			if (++at == end) return size.nx();
			word = bits[at] ^ flip;
		}
		return Math.min(size.nx(), (at - row * words << 6) + Long.numberOfTrailingZeros(word));
	}

	/** The first voxel of the run of set voxels that reaches up to {@code x}, itself set. */
	public int runStart(int row, int x) {
		int at = row * words + (x >>> 6);
		long clear = ~bits[at] & -1L >>> ~x;
		while (clear == 0) {
			if (--at < row * words) return 0;
			clear = ~bits[at];
		}
		return (at - row * words << 6) + 64 - Long.numberOfLeadingZeros(clear);
	}

	/** How many voxels are set. */
	public long count() {
		long count = 0;
		for (long word : bits)
			count += Long.bitCount(word);
		return count;
	}

	/** The voxels that are not set. */
	public BitVolume complement() {
		BitVolume other = new BitVolume(size);
		long last = (size.nx() & 63) == 0 ? -1L : (1L << size.nx()) - 1;
		for (int i = 0; i < bits.length; i++)
			other.bits[i] = ~bits[i];
		for (int i = words - 1; i >= 0 && i < bits.length; i += words)
			other.bits[i] &= last;
		return other;
	}

	/** Takes out what is not in another volume of the same size. */
	public void retain(BitVolume other) {
		for (int i = 0; i < bits.length; i++)
			bits[i] &= other.bits[i];
	}

	/** One byte for each voxel, 0 or 1. */
	public byte[] toMask(Progress progress) {
		byte[] mask = new byte[size.arrayLength()];
		Ranges.forEach(rows(), Ranges.pieces(rows(), LEAST_ROWS), progress, PACKING, (piece, from, to) -> {
			for (int row = from; row < to; row++)
				unpackRow(mask, row);
		});
		return mask;
	}

	private void packRow(byte[] mask, int row) {
		int nx = size.nx();
		int from = row * nx;
		int at = row * words;
		int x = 0;
		for (; x + 8 <= nx; x += 8) {
			long eight = (long) LONGS.get(mask, from + x);
			if (eight == 0) continue;
			long ones = ((eight & LOW_SEVEN) + LOW_SEVEN | eight) >>> 7 & ~LOW_SEVEN >>> 7;
			bits[at + (x >>> 6)] |= ones * GATHER >>> 56 << x;
		}
		for (; x < nx; x++)
			if (mask[from + x] != 0) bits[at + (x >>> 6)] |= 1L << x;
	}

	private void unpackRow(byte[] mask, int row) {
		int nx = size.nx();
		int from = row * nx;
		int at = row * words;
		int x = 0;
		for (; x + 8 <= nx; x += 8) {
			int eight = (int) (bits[at + (x >>> 6)] >>> x) & 0xff;
			if (eight != 0) LONGS.set(mask, from + x, SPREAD[eight]);
		}
		for (; x < nx; x++)
			mask[from + x] = (byte) (bits[at + (x >>> 6)] >>> x & 1);
	}

	private void rangeRow(short[] values, int row, int first, int width) {
		int nx = size.nx();
		int from = row * nx;
		for (int x = 0, at = row * words; x < nx; x += 64, at++) {
			long word = 0;
			int end = Math.min(64, nx - x);
			for (int i = 0; i < end; i++) {
				int over = values[from + x + i] - first;
				word |= (long) (~(over | width - over) >>> 31) << i;
			}
			bits[at] = word;
		}
	}

	private void rangeRow(float[] values, int row, double low, double high) {
		int nx = size.nx();
		int from = row * nx;
		for (int x = 0; x < nx; x++) {
			double value = values[from + x];
			if (value >= low && value <= high) bits[row * words + (x >>> 6)] |= 1L << x;
		}
	}

	private static void requireLength(int length, VolumeSize size) {
		if (length != size.arrayLength())
			throw new IllegalArgumentException("There are " + length + " values for " + size.voxels() + " voxels.");
	}

	private static long[] spread() {
		long[] spread = new long[256];
		for (int i = 0; i < 256; i++)
			for (int bit = 0; bit < 8; bit++)
				spread[i] |= (long) (i >>> bit & 1) << 8 * bit;
		return spread;
	}
}
