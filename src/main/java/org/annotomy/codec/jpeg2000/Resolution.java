package org.annotomy.codec.jpeg2000;

/**
 * One resolution of a tile-component and its precincts (T.800 B.5 and B.6).
 *
 * @param bands LL at the smallest, else HL, LH and HH
 * @param firstColumn of the precincts, which are counted from the origin; {@code firstRow} likewise
 * @param columns of precincts; {@code rows} likewise
 */
record Resolution(int index, Area area, Subband[] bands, int firstColumn, int firstRow, int columns, int rows) {

	static Resolution of(Area tileComponent, CodingStyle style, Subband[] all, int index) {
		Area area = tileComponent.downsampled(style.levels() - index, 0, 0);
		Subband[] bands = index == 0
				? new Subband[]{all[0]}
				: new Subband[]{all[3 * index - 2], all[3 * index - 1], all[3 * index]};
		int width = style.precinctWidth(index);
		int height = style.precinctHeight(index);
		int firstColumn = area.x0() >> width;
		int firstRow = area.y0() >> height;
		int columns = area.isEmpty() ? 0 : (area.x1() - 1 >> width) + 1 - firstColumn;
		int rows = area.isEmpty() ? 0 : (area.y1() - 1 >> height) + 1 - firstRow;
		return new Resolution(index, area, bands, firstColumn, firstRow, columns, rows);
	}

	long precincts() {
		return (long) columns * rows;
	}
}
