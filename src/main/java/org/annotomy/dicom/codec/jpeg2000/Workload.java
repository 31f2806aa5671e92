package org.annotomy.dicom.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** How much a codestream makes a decoder allocate and do, counted before it begins. */
final class Workload {

	/** Each packet takes at least a byte; a stream that was shortened may lack some. */
	private static final long PACKETS_PER_BYTE = 2;
	private static final long FEW_PACKETS = 16384;
	private static final long BYTES_PER_BLOCK = 256;
	private static final long BYTES_PER_BLOCK_AND_LAYER = 16;
	private static final long MAX_BLOCK_BYTES = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);

	private final SizeSegment size;

	Workload(SizeSegment size) {
		this.size = size;
	}

	/** @throws ImageFormatException if {@code length} bytes cannot hold what the style promises */
	void requirePossible(CodingStyle style, long length) throws ImageFormatException {
		long precincts = 0;
		long blocks = 0;
		for (int resolution = 0; resolution <= style.levels(); resolution++) {
			int width = style.precincts()[resolution] & 15;
			int height = style.precincts()[resolution] >> 4;
			int reduction = style.levels() - resolution;
			precincts += parts(true, reduction, width) * parts(false, reduction, height);
			int band = resolution == 0 ? 0 : 1;
			blocks += (band == 0 ? 1 : 3) * parts(true, reduction, Math.min(style.blockWidth() + band, width))
					* parts(false, reduction, Math.min(style.blockHeight() + band, height));
		}
		long packets = precincts * size.components() * style.layers();
		if (packets > PACKETS_PER_BYTE * length + FEW_PACKETS)
			throw new ImageFormatException("The JPEG 2000 stream is too short for the " + packets + " packets that it states.");
		if (blocks * size.components() * (BYTES_PER_BLOCK + BYTES_PER_BLOCK_AND_LAYER * style.layers()) > MAX_BLOCK_BYTES)
			throw new ImageFormatException("The JPEG 2000 stream is cut into too many parts to be decoded.");
	}

	/** Parts of 2^{@code exponent} pixels along one side, of all tiles, at half the size {@code reduction} times. */
	private long parts(boolean across, int reduction, int exponent) {
		int tiles = across ? size.columnsOfTiles() : size.rowsOfTiles();
		long step = across ? size.tileWidth() : size.tileHeight();
		long origin = across ? size.tileX0() : size.tileY0();
		long first = across ? size.x0() : size.y0();
		long last = across ? size.x1() : size.y1();
		long parts = 0;
		for (int i = 0; i < tiles; i++) {
			long from = ceil(Math.max(first, origin + i * step), reduction);
			long to = ceil(Math.min(last, origin + (i + 1) * step), reduction);
			if (to > from) parts += ceil(to, exponent) - (from >> exponent);
		}
		return parts;
	}

	private static long ceil(long value, int exponent) {
		return value + (1L << exponent) - 1 >> exponent;
	}
}
