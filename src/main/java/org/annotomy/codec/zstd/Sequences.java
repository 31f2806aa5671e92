package org.annotomy.codec.zstd;

import org.annotomy.image.ImageFormatException;

/** The sequences of a block: so many literals, then so many bytes from so far back (RFC 8878 section 3.1.1.3.2). */
final class Sequences {

	private static final int[] LITERAL_COUNTS = {4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2,
			1, 1, 1, 1, 1, -1, -1, -1, -1};
	private static final int[] MATCH_COUNTS = {1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
			1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1};
	private static final int[] OFFSET_COUNTS = {1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1,
			-1,
			-1, -1};
	/** More bits of the codes from 16 on. */
	private static final int[] LITERAL_BITS = {1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
	/** More bits of the codes from 32 on. */
	private static final int[] MATCH_BITS = {1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

	private final int[] literalBases = bases(16, 0, LITERAL_BITS);
	private final int[] matchBases = bases(32, 3, MATCH_BITS);
	private final FseTable[] tables = new FseTable[3];
	private final int[] before = {1, 4, 8};

	private static int[] bases(int direct, int first, int[] bits) {
		int[] bases = new int[direct + bits.length];
		int base = first;
		for (int code = 0; code < bases.length; code++) {
			bases[code] = base;
			base += code < direct ? 1 : 1 << bits[code - direct];
		}
		return bases;
	}

	/** @return where the output ends now */
	int run(byte[] from, int begin, int end, Literals literals, byte[] to, int start) throws ImageFormatException {
		int at = begin;
		int count = from[at++] & 0xff;
		if (count == 255) {
			count = (from[at] & 0xff | (from[at + 1] & 0xff) << 8) + 0x7f00;
			at += 2;
		} else if (count >= 128) count = count - 128 << 8 | from[at++] & 0xff;
		int[] used = {0, start};
		if (count > 0) {
			int modes = from[at++] & 0xff;
			at = table(0, modes >> 6, from, at, end, LITERAL_COUNTS, 6, 9);
			at = table(1, modes >> 4 & 3, from, at, end, OFFSET_COUNTS, 5, 8);
			at = table(2, modes >> 2 & 3, from, at, end, MATCH_COUNTS, 6, 9);
			execute(new BackwardBits(from, at, end), count, literals, to, used);
		}
		int rest = literals.count() - used[0];
		if (rest < 0 || rest > to.length - used[1]) throw Zstd.broken();
		System.arraycopy(literals.bytes, used[0], to, used[1], rest);
		return used[1] + rest;
	}

	private int table(int which, int mode, byte[] from, int at, int end, int[] counts, int log, int maxLog)
			throws ImageFormatException {
		switch (mode) {
			case 0 -> tables[which] = FseTable.of(counts, log);
			case 1 -> {
				tables[which] = FseTable.only(from[at] & 0x7f);
				return at + 1;
			}
			case 2 -> {
				FseHeader header = FseHeader.read(from, at, end, maxLog, which == 1 ? 32 : counts.length);
				tables[which] = header.table();
				return header.end();
			}
			default -> {
				if (tables[which] == null) throw Zstd.broken();
			}
		}
		return at;
	}

	/** @param used how many literals were used and where the output ends; both move on */
	private void execute(BackwardBits in, int count, Literals literals, byte[] to, int[] used) throws ImageFormatException {
		int literalState = tables[0].first(in);
		int offsetState = tables[1].first(in);
		int matchState = tables[2].first(in);
		for (int i = 0; i < count; i++) {
			int offsetCode = tables[1].symbol(offsetState);
			int matchCode = tables[2].symbol(matchState);
			int literalCode = tables[0].symbol(literalState);
			if (offsetCode > 31) throw Zstd.broken();
			long value = (1L << offsetCode) + in.read(offsetCode);
			int match = matchBases[matchCode] + (int) in.read(matchCode < 32 ? 0 : MATCH_BITS[matchCode - 32]);
			int literal = literalBases[literalCode] + (int) in.read(literalCode < 16 ? 0 : LITERAL_BITS[literalCode - 16]);
			copy(offset(value, literal == 0), literal, match, literals, to, used);
			if (i + 1 == count) break;
			literalState = tables[0].next(literalState, in);
			matchState = tables[2].next(matchState, in);
			offsetState = tables[1].next(offsetState, in);
		}
		if (in.left() != 0) throw Zstd.broken();
	}

	/** Offsets up to 3 name one of the last three (RFC 8878 section 3.1.1.5). */
	private int offset(long value, boolean noLiterals) throws ImageFormatException {
		int recent = value > 3 ? 3 : (int) value - 1 + (noLiterals ? 1 : 0);
		long offset = value > 3 ? value - 3 : recent < 3 ? before[recent] : before[0] - 1;
		if (offset < 1 || offset > Integer.MAX_VALUE) throw Zstd.broken();
		if (recent > 1) before[2] = before[1];
		if (recent > 0) before[1] = before[0];
		before[0] = (int) offset;
		return (int) offset;
	}

	private static void copy(int offset, int literal, int match, Literals literals, byte[] to, int[] used)
			throws ImageFormatException {
		int at = used[1];
		boolean fits = literal <= literals.count() - used[0] && (long) literal + match <= to.length - at
				&& offset <= at + literal;
		if (!fits) throw Zstd.broken();
		System.arraycopy(literals.bytes, used[0], to, at, literal);
		at += literal;
		if (offset >= match) System.arraycopy(to, at - offset, to, at, match);
		else
			for (int i = 0; i < match; i++)
				to[at + i] = to[at + i - offset];
		used[0] += literal;
		used[1] = at + match;
	}
}
