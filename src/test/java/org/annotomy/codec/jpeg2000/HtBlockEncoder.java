package org.annotomy.codec.jpeg2000;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes one high-throughput code-block as T.814 describes decoding, sample by sample and bit by bit: the twin of the decoder. It also keeps
 * what a decoder must make of the block.
 */
final class HtBlockEncoder {

	/** One code word of Annex C. */
	private record Word(int pattern, int offset, int known, int ones, String bits) {}

	private static final int[] MEL_EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

	private final List<List<Word>> words = readWords();
	private final int[][] magnitudes;
	private final boolean[][] negative;
	private final int width;
	private final int height;
	private final int plane;
	private final ForwardBytes magSgn = new ForwardBytes(false);
	private final ForwardBytes mel = new ForwardBytes(true);
	private final ReverseBytes vlc = new ReverseBytes(0x0f, 4);
	private int melState;
	private int melRun;

	/**
	 * @param samples by row and column
	 * @param plane down to which the cleanup pass goes
	 */
	HtBlockEncoder(int[][] samples, int plane) {
		this.height = samples.length;
		this.width = samples[0].length;
		this.plane = plane;
		this.magnitudes = new int[height][width];
		this.negative = new boolean[height][width];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				magnitudes[y][x] = Math.abs(samples[y][x]);
				negative[y][x] = samples[y][x] < 0;
			}
	}

	private static List<List<Word>> readWords() {
		List<List<Word>> all = new ArrayList<>();
		try (InputStream in = CxtVlcTable.class.getResourceAsStream("cxt-vlc.txt")) {
			for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList())
				if (line.startsWith("[")) all.add(new ArrayList<>());
				else
					if (!line.startsWith("#"))
						for (String word : line.split(" "))
							all.get(all.size() - 1)
									.add(new Word(hex(word, 0), hex(word, 1), hex(word, 2), hex(word, 3), word.substring(5)));
		} catch (IOException e) {
			throw new AssertionError(e);
		}
		return all;
	}

	private static int hex(String word, int at) {
		return Character.digit(word.charAt(at), 16);
	}

	private int magnitude(int y, int x) {
		return y < 0 || x < 0 || y >= height || x >= width ? 0 : magnitudes[y][x] >> plane;
	}

	private int significant(int y, int x) {
		return magnitude(y, x) > 0 ? 1 : 0;
	}

	/** Bits that 2μ-1 needs. */
	private int exponent(int y, int x) {
		return magnitude(y, x) == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(2 * magnitude(y, x) - 1);
	}

	/** The cleanup segment. */
	byte[] cleanup() {
		for (int y = 0; y < height; y += 2)
			for (int x = 0; x < width; x += 4) {
				int left = quad(y, x);
				int right = x + 2 < width ? quad(y, x + 2) : 0;
				exponents(left, right, y == 0);
			}
		if (melRun > 0) mel.bit(1);
		byte[] first = magSgn.finish(1);
		byte[] events = mel.finish(0);
		byte[] last = vlc.finish();
		int suffix = events.length + last.length + 1;
		byte[] segment = new byte[first.length + suffix];
		System.arraycopy(first, 0, segment, 0, first.length);
		System.arraycopy(events, 0, segment, first.length, events.length);
		System.arraycopy(last, 0, segment, first.length + events.length, last.length);
		segment[segment.length - 1] = (byte) (suffix >> 4);
		segment[segment.length - 2] = (byte) (segment[segment.length - 2] & 0xf0 | suffix & 0x0f);
		return segment;
	}

	/** Writes a quad; gives u. */
	private int quad(int y, int x) {
		int pattern = 0;
		int largest = 0;
		for (int n = 0; n < 4; n++) {
			pattern |= significant(y + (n & 1), x + (n >> 1)) << n;
			largest = Math.max(largest, exponent(y + (n & 1), x + (n >> 1)));
		}
		int context = context(y, x);
		if (context == 0) event(pattern == 0 ? 0 : 1);
		if (context == 0 && pattern == 0) return 0;
		int bound = 1;
		if (Integer.bitCount(pattern) > 1 && y > 0) {
			int above = 0;
			for (int k = -1; k <= 2; k++)
				above = Math.max(above, exponent(y - 1, x + k));
			bound = Math.max(1, above - 1);
		}
		int limit = Math.max(bound, largest);
		Word word = word(context, pattern, limit > bound ? 1 : 0, y, x, limit);
		for (char bit : word.bits.toCharArray())
			vlc.bit(bit - '0');
		for (int n = 0; n < 4; n++)
			if ((pattern >> n & 1) == 1) {
				int row = y + (n & 1);
				int column = x + (n >> 1);
				int value = magnitude(row, column) - 1 << 1 | (negative[row][column] ? 1 : 0);
				for (int bit = 0; bit < limit - (word.known >> n & 1); bit++)
					magSgn.bit(value >> bit & 1);
			}
		return limit - bound;
	}

	private int context(int y, int x) {
		if (y == 0)
			return significant(0, x - 2) | significant(1, x - 2) | significant(0, x - 1) << 1 | significant(1, x - 1) << 2;
		return significant(y - 1, x - 1) | significant(y - 1, x) | (significant(y, x - 1) | significant(y + 1, x - 1)) << 1
				| (significant(y - 1, x + 1) | significant(y - 1, x + 2)) << 2;
	}

	/** Of the code words that fit, the one that says most. */
	private Word word(int context, int pattern, int offset, int y, int x, int limit) {
		int reached = 0;
		for (int n = 0; n < 4; n++)
			if (offset == 1 && exponent(y + (n & 1), x + (n >> 1)) == limit) reached |= 1 << n;
		Word best = null;
		for (Word word : words.get((y == 0 ? 0 : 8) + context))
			if (word.pattern == pattern && word.offset == offset && (reached & word.known) == word.ones
					&& (best == null || Integer.bitCount(word.known) > Integer.bitCount(best.known)))
				best = word;
		return best;
	}

	private void exponents(int left, int right, boolean first) {
		int less = 0;
		if (first && left > 0 && right > 0) {
			boolean both = left > 2 && right > 2;
			event(both ? 1 : 0);
			less = both ? 2 : 0;
			if (!both && left > 2) {
				prefix(left);
				vlc.bit(right - 1);
				suffix(left);
				return;
			}
		}
		prefix(left - less);
		prefix(right - less);
		suffix(left - less);
		suffix(right - less);
	}

	private void prefix(int u) {
		for (int i = 1; i < Math.min(u, 4) && i < 3; i++)
			vlc.bit(0);
		if (u > 0) vlc.bit(u < 5 ? 1 : 0);
	}

	private void suffix(int u) {
		if (u == 3 || u == 4) vlc.bit(u - 3);
		for (int bit = 0; u >= 5 && bit < 5; bit++)
			vlc.bit(u - 5 >> bit & 1);
	}

	private void event(int one) {
		int exponent = MEL_EXPONENTS[melState];
		if (one == 1) {
			mel.bit(0);
			for (int bit = exponent - 1; bit >= 0; bit--)
				mel.bit(melRun >> bit & 1);
			melRun = 0;
			melState = Math.max(0, melState - 1);
		} else if (++melRun == 1 << exponent) {
			mel.bit(1);
			melRun = 0;
			melState = Math.min(12, melState + 1);
		}
	}

	/** What follows the cleanup pass in the plane below it. */
	Refinement refinement(boolean both, boolean causal) {
		return new Refinement(both, causal);
	}

	/** Significance propagation and, if {@code both}, magnitude refinement. */
	final class Refinement {

		private final boolean[][] found = new boolean[height][width];
		private final boolean[][] visited = new boolean[height][width];
		private final boolean both;
		private final byte[] propagation;
		private final byte[] refinement;

		private Refinement(boolean both, boolean causal) {
			this.both = both;
			ForwardBytes bits = new ForwardBytes(false);
			for (int y = 0; y < height; y += 4)
				for (int x = 0; x < width; x += 4)
					propagate(y, x, causal, bits);
			this.propagation = bits.finish(0);
			ReverseBytes refining = new ReverseBytes(0, 0);
			for (int y = 0; both && y < height; y += 4)
				for (int x = 0; x < width; x++)
					for (int row = y; row < Math.min(y + 4, height); row++)
						if (significant(row, x) == 1) refining.bit(magnitudes[row][x] >> plane - 1 & 1);
			this.refinement = both ? refining.finish() : new byte[0];
		}

		private void propagate(int y, int x, boolean causal, ForwardBytes bits) {
			List<int[]> added = new ArrayList<>();
			for (int column = x; column < Math.min(x + 4, width); column++)
				for (int row = y; row < Math.min(y + 4, height); row++)
					if (significant(row, column) == 0 && hasNeighbour(row, column, causal ? y + 3 : height)) {
						visited[row][column] = true;
						int bit = magnitudes[row][column] >> plane - 1 & 1;
						bits.bit(bit);
						if (bit == 1) {
							found[row][column] = true;
							added.add(new int[]{row, column});
						}
					}
			for (int[] sample : added)
				bits.bit(negative[sample[0]][sample[1]] ? 1 : 0);
		}

		private boolean hasNeighbour(int y, int x, int lastRow) {
			for (int row = y - 1; row <= Math.min(y + 1, lastRow); row++)
				for (int column = x - 1; column <= x + 1; column++) {
					if (row == y && column == x || row < 0 || column < 0 || row >= height || column >= width) continue;
					if (significant(row, column) == 1 || found[row][column]) return true;
				}
			return false;
		}

		byte[] propagation() {
			return propagation;
		}

		byte[] segment() {
			byte[] segment = java.util.Arrays.copyOf(propagation, propagation.length + refinement.length);
			System.arraycopy(refinement, 0, segment, propagation.length, refinement.length);
			return segment;
		}

		/** Twice the magnitude of a sample, as a decoder of all these passes has it. */
		int doubled(int y, int x) {
			int lowest = significant(y, x) == 1 && !both ? plane : plane - 1;
			if (significant(y, x) == 0 && !found[y][x]) return 0;
			return (magnitudes[y][x] >> lowest) * 2 + 1 << lowest;
		}
	}

	/** Bytes written from the first on; after FF the next has seven bits. */
	private static final class ForwardBytes {

		private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
		private final boolean highFirst;
		private int current;
		private int used;
		private int room = 8;

		ForwardBytes(boolean highFirst) {
			this.highFirst = highFirst;
		}

		void bit(int bit) {
			current = highFirst ? current << 1 | bit : current | bit << used;
			if (++used < room) return;
			bytes.write(current);
			room = current == 0xff ? 7 : 8;
			current = 0;
			used = 0;
		}

		byte[] finish(int padding) {
			while (used > 0)
				bit(padding);
			byte[] all = bytes.toByteArray();
			boolean implied = padding == 1 && all.length > 0 && all[all.length - 1] == (byte) 0xff;
			return implied ? java.util.Arrays.copyOf(all, all.length - 1) : all;
		}
	}

	/** Bytes written from the last on; seven ones before a byte above 8F are followed by a stuffed bit. */
	private static final class ReverseBytes {

		private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
		private int current;
		private int used;
		private boolean above8f = true;

		ReverseBytes(int begun, int used) {
			this.current = begun;
			this.used = used;
		}

		void bit(int bit) {
			current |= bit << used;
			if (++used < 8 && !(used == 7 && above8f && current == 0x7f)) return;
			bytes.write(current);
			above8f = current > 0x8f;
			current = 0;
			used = 0;
		}

		byte[] finish() {
			while (used > 0)
				bit(0);
			byte[] all = bytes.toByteArray();
			for (int i = 0; i < all.length / 2; i++) {
				byte swapped = all[i];
				all[i] = all[all.length - 1 - i];
				all[all.length - 1 - i] = swapped;
			}
			return all;
		}
	}
}
