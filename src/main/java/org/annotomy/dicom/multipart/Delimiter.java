package org.annotomy.dicom.multipart;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A line feed, two hyphens and the boundary, found by the algorithm of Horspool (1980, doi:10.1002/spe.4380100608). */
final class Delimiter {

	private final byte[] pattern;
	private final int[] shift = new int[256];

	Delimiter(String boundary) {
		pattern = ("\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
		Arrays.fill(shift, pattern.length);
		for (int i = 0; i < pattern.length - 1; i++)
			shift[pattern[i] & 0xff] = pattern.length - 1 - i;
	}

	int length() {
		return pattern.length;
	}

	/** Index of the first occurrence in {@code [from, to)}, or -1. */
	int find(byte[] bytes, int from, int to) {
		int last = pattern.length - 1;
		for (int at = from; at + last < to; at += shift[bytes[at + last] & 0xff]) {
			int i = last;
			while (i >= 0 && bytes[at + i] == pattern[i])
				i--;
			if (i < 0) return at;
		}
		return -1;
	}
}
