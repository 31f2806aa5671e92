package org.annotomy.dicom.codec.htj2k;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** What packets have brought of one code-block: its HT cleanup and refinement segments (T.814 B.2 and B.3), each in one or more pieces. */
final class CodeBlock {

	private static final int REFINEMENT_PASSES = 2;

	private final int zeroPlanes;
	private int lengthBits = 3;
	private int placeholders;
	private int passes;
	/** Per piece: offset and length in the codestream, and 1 if it refines. */
	private int[] pieces = new int[6];
	private int used;

	/** @param zeroPlanes bit-planes above the first coded one, as the packet header says */
	CodeBlock(int zeroPlanes) {
		this.zeroPlanes = zeroPlanes;
	}

	/**
	 * Reads how many passes a packet adds and how long they are (T.800 B.10.6 and B.10.7, T.814 B.3). Passes before the first cleanup pass
	 * that has bytes are placeholders, three for each bit-plane.
	 */
	void readContribution(PacketBits bits) throws ImageFormatException {
		int added = passCount(bits);
		while (bits.bit() == 1)
			if (++lengthBits > 31) throw new ImageFormatException("A JPEG 2000 packet header is broken.");
		if (passes == 0) {
			placeholders = (added - 1) / 3;
			addPiece(0, length(bits, 3 * placeholders + 1));
			added -= 3 * placeholders + 1;
			passes = 1;
		}
		if (passes + added > 1 + REFINEMENT_PASSES)
			throw new ImageFormatException("High-Throughput JPEG 2000 with several cleanup passes per block is not supported.");
		if (added > 0) addPiece(1, length(bits, added));
		passes += added;
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

	private void addPiece(int refines, int length) {
		if (used == pieces.length) pieces = Arrays.copyOf(pieces, 2 * used);
		pieces[used] = -1;
		pieces[used + 1] = length;
		pieces[used + 2] = refines;
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

	/** How many bit-planes lie above the one down to which the cleanup pass goes. */
	int missingPlanes() {
		return zeroPlanes + placeholders;
	}

	/** 1: cleanup, 2: and significance propagation, 3: and magnitude refinement. */
	int passes() {
		return passes;
	}

	/** Bytes of the cleanup segment ({@code refines} 0) or of the refinement segment (1). */
	int length(int refines) {
		long sum = 0;
		for (int i = 0; i < used; i += 3)
			if (pieces[i + 2] == refines) sum += pieces[i + 1];
		return (int) sum;
	}

	/** Puts the cleanup segment and then the refinement segment in a row. */
	void gather(byte[] codestream, byte[] target) {
		int at = 0;
		for (int refines = 0; refines < 2; refines++)
			for (int i = 0; i < used; i += 3)
				if (pieces[i + 2] == refines) {
					System.arraycopy(codestream, pieces[i], target, at, pieces[i + 1]);
					at += pieces[i + 1];
				}
	}
}
