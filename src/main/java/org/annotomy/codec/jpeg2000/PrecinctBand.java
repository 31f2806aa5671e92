package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** The code-blocks of one precinct in one sub-band, with their tag trees (T.800 B.7 and B.10). */
final class PrecinctBand {

	private final Subband band;
	private final Area area;
	private final int firstColumn;
	private final int firstRow;
	private final int columns;
	private final int rows;
	private final TagTree inclusion;
	private final TagTree zeroPlanes;
	/** Null where nothing has come yet. */
	private final CodeBlock[] blocks;
	private final BlockStyle style;

	PrecinctBand(Subband band, Area area, BlockStyle style) {
		this.style = style;
		this.band = band;
		this.area = area;
		this.firstColumn = area.x0() >> band.blockWidth();
		this.firstRow = area.y0() >> band.blockHeight();
		this.columns = (area.x1() - 1 >> band.blockWidth()) + 1 - firstColumn;
		this.rows = (area.y1() - 1 >> band.blockHeight()) + 1 - firstRow;
		this.inclusion = new TagTree(columns, rows);
		this.zeroPlanes = new TagTree(columns, rows);
		this.blocks = new CodeBlock[columns * rows];
	}

	Subband band() {
		return band;
	}

	int count() {
		return blocks.length;
	}

	/** Null if nothing of it came in any packet. */
	CodeBlock block(int index) {
		return blocks[index];
	}

	/** The place of a block in the coordinates of the sub-band. */
	Area area(int index) {
		int column = firstColumn + index % columns;
		int row = firstRow + index / columns;
		return new Area((int) Math.max(area.x0(), (long) column << band.blockWidth()),
				(int) Math.max(area.y0(), (long) row << band.blockHeight()),
				(int) Math.min(area.x1(), column + 1L << band.blockWidth()),
				(int) Math.min(area.y1(), row + 1L << band.blockHeight()));
	}

	/** Reads from a packet header whether a block is in the packet (T.800 B.10.4 and B.10.5); null if it is not. */
	CodeBlock readInclusion(PacketBits bits, int index, int layer) throws ImageFormatException {
		if (blocks[index] != null) return bits.bit() == 1 ? blocks[index] : null;
		int x = index % columns;
		int y = index / columns;
		if (!inclusion.isLess(bits, x, y, layer + 1)) return null;
		blocks[index] = new CodeBlock(style, zeroPlanes.value(bits, x, y));
		return blocks[index];
	}
}
