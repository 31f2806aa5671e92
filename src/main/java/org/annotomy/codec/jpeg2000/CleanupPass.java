package org.annotomy.codec.jpeg2000;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/**
 * The HT cleanup pass (T.814 7.3): first the significance and exponent bounds of all quads, from the MEL and VLC bits, then the magnitudes
 * and signs from the MagSgn bits. A quad is two by two samples, numbered downwards and then to the right.
 */
final class CleanupPass {

	private static final int MAX_SUFFIX_LENGTH = 4079;
	/** A suffix from here on has an extension, for exponents that do not fit 32 bits. */
	private static final int EXTENDED_SUFFIX = 28;
	private static final int U_OFF = 8;
	/** By the next three bits: bits of the prefix, bits of the suffix (from bit 2), value (from bit 5); T.814 table 3. */
	private static final int[] U_PREFIX = {3 | 5 << 2 | 5 << 5, 1 | 1 << 5, 2 | 2 << 5, 1 | 1 << 5, 3 | 1 << 2 | 3 << 5,
			1 | 1 << 5,
			2 | 2 << 5, 1 | 1 << 5};

	private final short[] firstRow = CxtVlcTable.firstRow();
	private final short[] otherRows = CxtVlcTable.otherRows();
	private final MelDecoder mel = new MelDecoder();
	private final ReverseBits vlc = new ReverseBits();
	private final ForwardBits magSgn = new ForwardBits(1);
	/** For each quad its entry of {@link CxtVlcTable} and, from bit 16 on, u. One row above and one quad left and right are zero. */
	private int[] quads = new int[0];
	private int stride;
	/** The lower samples of the row of quads above as 2μ-1, the right one of each quad combined with the left one of the next. */
	private int[] above = new int[0];

	/**
	 * Decodes the samples of a block: sign in bit 31; below it the magnitude in bit {@code position} and up, and half a step below it.
	 *
	 * @param length of the cleanup segment, which is at the beginning of {@code bytes}
	 * @param missingPlanes planes above the coded one
	 * @param samples has room for whole quads
	 */
	void decode(byte[] bytes, int length, int missingPlanes, int position, BlockSamples samples) throws ImageFormatException {
		int suffix = length < 2 ? 0 : (bytes[length - 1] & 0xff) << 4 | bytes[length - 2] & 0x0f;
		if (suffix < 2 || suffix > length || suffix > MAX_SUFFIX_LENGTH)
			throw new ImageFormatException("A High-Throughput JPEG 2000 block is broken.");
		mel.start(bytes, length - suffix, length);
		vlc.startVlc(bytes, length - suffix, length);
		magSgn.start(bytes, 0, length - suffix);
		int across = samples.quadsAcross();
		int down = samples.quadsDown();
		clear(across, down);
		firstQuadRow(across);
		for (int row = 1; row < down; row++)
			quadRow(stride * (row + 1) + 1, across);
		for (int row = 0; row < down; row++)
			magnitudes(row, across, missingPlanes + 2, position, samples);
	}

	private void clear(int across, int down) {
		stride = (across + 1 & ~1) + 2;
		int size = stride * (down + 1) + 2;
		if (quads.length < size) quads = new int[size];
		else Arrays.fill(quads, 0, size, 0);
		if (above.length < across + 2) above = new int[across + 2];
		else Arrays.fill(above, 0, across + 2, 0);
	}

	/** T.814 7.3.5, equation 1, and 7.3.6 for the first row. */
	private void firstQuadRow(int across) throws ImageFormatException {
		int at = stride + 1;
		int context = 0;
		for (int x = 0; x < across; x += 2, at += 2) {
			int left = entry(firstRow, context);
			context = left >> 4 & 1 | left >> 5 & 7;
			int right = x + 1 < across ? entry(firstRow, context) : 0;
			context = right >> 4 & 1 | right >> 5 & 7;
			boolean both = (left & right & U_OFF) != 0;
			if (both && mel.event()) bothLarge(at, left, right);
			else if (both) bothSmall(at, left, right);
			else exponents(at, left, right);
		}
	}

	/** T.814 7.3.5, equation 2. */
	private void quadRow(int start, int across) throws ImageFormatException {
		int at = start;
		int west = 0;
		for (int x = 0; x < across; x += 2, at += 2) {
			int north = quads[at - stride];
			int northEast = quads[at - stride + 1];
			int left = entry(otherRows, west | quads[at - stride - 1] >> 7 & 1 | upper(north, northEast));
			west = west(left);
			int right = 0;
			if (x + 1 < across)
				right = entry(otherRows, west | north >> 7 & 1 | upper(northEast, quads[at - stride + 2]));
			west = west(right);
			exponents(at, left, right);
		}
	}

	/** Contribution of the quads above to the context: the sample above the left column, those above and right of the right one. */
	private static int upper(int north, int northEast) {
		return north >> 5 & 1 | north >> 5 & 4 | northEast >> 3 & 4;
	}

	private static int west(int quad) {
		return quad >> 5 & 2 | quad >> 6 & 2;
	}

	/** The significance of one quad; a quad without significant neighbours takes an event to say that it has any. */
	private int entry(short[] table, int context) {
		if (context == 0 && !mel.event()) return 0;
		int entry = table[context << 7 | vlc.peek() & 0x7f] & 0xffff;
		vlc.skip(entry & 7);
		return entry;
	}

	/** Exponent bounds u of a pair of quads: both prefixes, then both suffixes (T.814 7.3.6). */
	private void exponents(int at, int left, int right) throws ImageFormatException {
		if (((left | right) & U_OFF) == 0) {
			quads[at] = left;
			quads[at + 1] = right;
			return;
		}
		int bits = vlc.peek();
		int leftPrefix = (left & U_OFF) == 0 ? 0 : U_PREFIX[bits & 7];
		bits >>>= leftPrefix & 3;
		int rightPrefix = (right & U_OFF) == 0 ? 0 : U_PREFIX[bits & 7];
		bits >>>= rightPrefix & 3;
		suffixes(at, left, leftPrefix, right, rightPrefix, bits, 0);
	}

	/** First row, both above 2. */
	private void bothLarge(int at, int left, int right) throws ImageFormatException {
		int bits = vlc.peek();
		int leftPrefix = U_PREFIX[bits & 7];
		bits >>>= leftPrefix & 3;
		int rightPrefix = U_PREFIX[bits & 7];
		bits >>>= rightPrefix & 3;
		suffixes(at, left, leftPrefix, right, rightPrefix, bits, 2);
	}

	/** First row, at least one not above 2: if it is not the left one, the right one takes a single bit. */
	private void bothSmall(int at, int left, int right) throws ImageFormatException {
		int bits = vlc.peek();
		int leftPrefix = U_PREFIX[bits & 7];
		bits >>>= leftPrefix & 3;
		int rightPrefix = U_PREFIX[bits & 7];
		if ((leftPrefix & 3) == 3) rightPrefix = 1 | (bits & 1) + 1 << 5;
		bits >>>= rightPrefix & 3;
		suffixes(at, left, leftPrefix, right, rightPrefix, bits, 0);
	}

	private void suffixes(int at, int left, int leftPrefix, int right, int rightPrefix, int bits, int more)
			throws ImageFormatException {
		int leftLength = leftPrefix >> 2 & 7;
		int rightLength = rightPrefix >> 2 & 7;
		int leftSuffix = bits & (1 << leftLength) - 1;
		int rightSuffix = bits >>> leftLength & (1 << rightLength) - 1;
		if (leftSuffix >= EXTENDED_SUFFIX || rightSuffix >= EXTENDED_SUFFIX)
			throw new ImageFormatException("A High-Throughput JPEG 2000 block is broken.");
		vlc.skip((leftPrefix & 3) + (rightPrefix & 3) + leftLength + rightLength);
		quads[at] = left | (leftPrefix >> 5) + leftSuffix + more << 16;
		quads[at + 1] = right | (rightPrefix >> 5) + rightSuffix + more << 16;
	}

	/** T.814 7.3.7 and 7.3.8. */
	private void magnitudes(int row, int across, int maxExponent, int position, BlockSamples samples)
			throws ImageFormatException {
		int[] values = samples.values();
		int lower = samples.stride();
		int to = 2 * row * lower;
		int at = stride * (row + 1) + 1;
		int rightBelow = 0;
		for (int x = 0; x < across; x++, to += 2) {
			int quad = quads[at + x];
			int pattern = quad >> 4 & 15;
			int bound = 1;
			if ((pattern & pattern - 1) != 0)
				bound = 31 - Integer.numberOfLeadingZeros(above[x] | above[x + 1] | 2);
			above[x] = rightBelow;
			rightBelow = 0;
			if (pattern == 0) {
				values[to] = 0;
				values[to + 1] = 0;
				values[to + lower] = 0;
				values[to + lower + 1] = 0;
				continue;
			}
			int exponent = bound + (quad >>> 16);
			if (exponent > maxExponent) throw new ImageFormatException("A High-Throughput JPEG 2000 block is broken.");
			values[to] = sample(quad, exponent, position);
			values[to + lower] = sample(quad >> 1, exponent, position);
			above[x] |= doubled(values[to + lower], position);
			values[to + 1] = sample(quad >> 2, exponent, position);
			values[to + lower + 1] = sample(quad >> 3, exponent, position);
			rightBelow = doubled(values[to + lower + 1], position);
		}
		above[across] = rightBelow;
	}

	/** @param quad its entry, shifted by the number of the sample */
	private int sample(int quad, int exponent, int position) {
		if ((quad & 1 << 4) == 0) return 0;
		int length = exponent - (quad >> 12 & 1);
		int bits = magSgn.bits(length);
		int magnitude = bits | (quad >> 8 & 1) << length | 1;
		return bits << 31 | magnitude + 2 << position - 1;
	}

	/** 2μ-1 of a decoded sample, 0 of none. */
	private static int doubled(int value, int position) {
		return value == 0 ? 0 : ((value & Integer.MAX_VALUE) >>> position - 1) - 2;
	}
}
