package org.annotomy.codec.jpeg2000;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** What packets have brought of one code-block: codeword segments of some coding passes, each in one or more pieces. */
final class CodeBlock {

	private static final int MAX_SEGMENTS = 200;

	private final BlockStyle style;
	private final int zeroPlanes;
	private int lengthBits = 3;
	private int passes;
	/** Per segment: how many passes it has, how many it may have. */
	private int[] segments = new int[4];
	private int segmentCount;
	/** Per piece: offset in the codestream, length, segment. */
	private int[] pieces = new int[6];
	private int used;

	/** @param zeroPlanes bit-planes above the first coded one, as the packet header says */
	CodeBlock(BlockStyle style, int zeroPlanes) {
		this.style = style;
		this.zeroPlanes = zeroPlanes;
	}

	/** Reads how many passes a packet adds and how long they are (T.800 B.10.6 and B.10.7, T.814 B.3). */
	void readContribution(PacketBits bits) throws ImageFormatException {
		int added = passCount(bits);
		while (bits.bit() == 1)
			if (++lengthBits > 31) throw new ImageFormatException("A JPEG 2000 packet header is broken.");
		while (added > 0) {
			int segment = openSegment(added);
			int count = Math.min(added, segments[2 * segment + 1] - segments[2 * segment]);
			addPiece(segment, length(bits, count));
			segments[2 * segment] += count;
			passes += count;
			added -= count;
		}
	}

	private int openSegment(int added) throws ImageFormatException {
		int last = segmentCount - 1;
		if (last >= 0 && segments[2 * last] < segments[2 * last + 1]) return last;
		if (segmentCount == MAX_SEGMENTS || style.highThroughput() && segmentCount == 2)
			throw new ImageFormatException("JPEG 2000 blocks with so many codeword segments are not supported.");
		if (2 * segmentCount == segments.length) segments = Arrays.copyOf(segments, 4 * segmentCount);
		segments[2 * segmentCount] = 0;
		segments[2 * segmentCount + 1] = style.segmentPasses(passes, added);
		return segmentCount++;
	}

	private int length(PacketBits bits, int count) throws ImageFormatException {
		int width = lengthBits + 31 - Integer.numberOfLeadingZeros(count);
		int length = width > 31 ? -1 : bits.bits(width);
		if (length < 0) throw new ImageFormatException("A JPEG 2000 packet header is broken.");
		return length;
	}

	/** T.800 table B.4. */
	private static int passCount(PacketBits bits) throws ImageFormatException {
		if (bits.bit() == 0) return 1;
		if (bits.bit() == 0) return 2;
		int more = bits.bits(2);
		if (more < 3) return 3 + more;
		more = bits.bits(5);
		if (more < 31) return 6 + more;
		return 37 + bits.bits(7);
	}

	private void addPiece(int segment, int length) {
		if (used == pieces.length) pieces = Arrays.copyOf(pieces, 2 * used);
		pieces[used] = -1;
		pieces[used + 1] = length;
		pieces[used + 2] = segment;
		used += 3;
	}

	/** Says where the pieces lie whose length the packet header has told. */
	void locate(ByteCursor body) throws ImageFormatException {
		for (int i = 0; i < used; i += 3)
			if (pieces[i] < 0) {
				pieces[i] = body.position();
				body.skip(pieces[i + 1]);
			}
	}

	BlockStyle style() {
		return style;
	}

	/** Bit-planes above the first coded one. */
	int zeroPlanes() {
		return zeroPlanes;
	}

	/** Codeword segments. */
	int segments() {
		return segmentCount;
	}

	/** Coding passes of a segment. */
	int passes(int segment) {
		return segment < segmentCount ? segments[2 * segment] : 0;
	}

	/** Bytes of a segment; 0 if there is none. */
	int length(int segment) {
		int sum = 0;
		for (int i = 0; i < used; i += 3)
			if (pieces[i + 2] == segment) sum += pieces[i + 1];
		return sum;
	}

	/** Puts the pieces of a segment in a row. */
	void gather(int segment, byte[] codestream, byte[] target, int at) {
		int to = at;
		for (int i = 0; i < used; i += 3)
			if (pieces[i + 2] == segment) {
				System.arraycopy(codestream, pieces[i], target, to, pieces[i + 1]);
				to += pieces[i + 1];
			}
	}
}
