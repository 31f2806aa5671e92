package org.annotomy.codec.jpeg;

import org.annotomy.image.ImageFormatException;

/** The tables in force: DHT, DQT and DRI segments change them (T.81 B.2.4). */
final class JpegTables {

	private static final int HUFFMAN = 0xc4;
	private static final int QUANTIZATION = 0xdb;
	/** Where the k-th coefficient of a block stands in it, row by row. */
	private static final int[] ZIGZAG = {0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34,
			27,
			20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39,
			46,
			53, 60, 61, 54, 47, 55, 62, 63};

	private final HuffmanTable[] dc = new HuffmanTable[4];
	private final HuffmanTable[] ac = new HuffmanTable[4];
	private final Divisors[] quantization = new Divisors[4];
	private final HuffmanCache cache;
	private int restartInterval;

	JpegTables() {
		this(new HuffmanCache());
	}

	/** @param cache where tables may be that are defined here */
	JpegTables(HuffmanCache cache) {
		this.cache = cache;
	}

	/** Those of a stream before its own definitions. @param others in force in all streams */
	JpegTables(JpegTables others) {
		this(others.cache);
		System.arraycopy(others.dc, 0, dc, 0, dc.length);
		System.arraycopy(others.ac, 0, ac, 0, ac.length);
		System.arraycopy(others.quantization, 0, quantization, 0, quantization.length);
		restartInterval = others.restartInterval;
	}

	static int zigzag(int k) {
		return ZIGZAG[k];
	}

	/** Takes over what the segment says; other segments are none of its business. */
	void read(MarkerSegments segment) throws ImageFormatException {
		switch (segment.marker()) {
			case HUFFMAN -> readHuffman(segment);
			case QUANTIZATION -> readQuantization(segment);
			case MarkerSegments.RESTART_INTERVAL -> restartInterval = segment.u16(0);
			default -> { /* APPn, COM … */ }
		}
	}

	private void readHuffman(MarkerSegments segment) throws ImageFormatException {
		int at = 0;
		while (at < segment.length()) {
			int kind = segment.u8(at++);
			if (kind >>> 4 > 1 || (kind & 15) > 3)
				throw new ImageFormatException("A Huffman table of the JPEG stream is broken.");
			int[] counts = new int[16];
			int total = 0;
			for (int i = 0; i < counts.length; i++)
				total += counts[i] = segment.u8(at++);
			if (total > 256) throw new ImageFormatException("A Huffman table of the JPEG stream is broken.");
			(kind >>> 4 == 0 ? dc : ac)[kind & 15] = cache.of(counts, segment.bytes(at, total));
			at += total;
		}
	}

	private void readQuantization(MarkerSegments segment) throws ImageFormatException {
		int at = 0;
		while (at < segment.length()) {
			int kind = segment.u8(at++);
			if (kind >>> 4 > 1 || (kind & 15) > 3)
				throw new ImageFormatException("A quantization table of the JPEG stream is broken.");
			int width = 1 + (kind >>> 4);
			int[] table = new int[64];
			for (int k = 0; k < table.length; k++, at += width)
				table[ZIGZAG[k]] = width == 1 ? segment.u8(at) : segment.u16(at);
			quantization[kind & 15] = new Divisors(table);
		}
	}

	HuffmanTable dc(int number) throws ImageFormatException {
		return required(dc, number);
	}

	/** The table of first coefficients of blocks. */
	HuffmanTable categories(int number) throws ImageFormatException {
		HuffmanTable table = dc(number);
		if (!table.isOfCategories()) throw new ImageFormatException("A Huffman table of the JPEG stream is broken.");
		return table;
	}

	HuffmanTable ac(int number) throws ImageFormatException {
		return required(ac, number);
	}

	Divisors quantization(int number) throws ImageFormatException {
		return required(quantization, number);
	}

	/** In MCUs; 0 for none. */
	int restartInterval() {
		return restartInterval;
	}

	private static <T> T required(T[] tables, int number) throws ImageFormatException {
		if (number >= tables.length || tables[number] == null)
			throw new ImageFormatException("The JPEG stream lacks a table that it needs.");
		return tables[number];
	}
}
