package org.annotomy.codec.jpeg;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** Huffman tables that came lately: the streams of a file mostly have the same ones, and to make one takes long. Safe for use by several threads. */
final class HuffmanCache {

	private static final int MOST = 16;

	private volatile HuffmanTable[] tables = {};

	/** The table with these codes. @param counts of codes, for lengths 1 to 16; @param symbols in the order of their codes */
	HuffmanTable of(int[] counts, byte[] symbols) throws ImageFormatException {
		HuffmanTable[] known = tables;
		for (HuffmanTable table : known)
			if (table.isOf(counts, symbols)) return table;
		HuffmanTable made = new HuffmanTable(counts, symbols);
		int kept = Math.min(known.length, MOST - 1);
		HuffmanTable[] more = Arrays.copyOfRange(known, known.length - kept, known.length + 1);
		more[kept] = made;
		tables = more;
		return made;
	}
}
