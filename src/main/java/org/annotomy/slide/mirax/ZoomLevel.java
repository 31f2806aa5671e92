package org.annotomy.slide.mirax;

import org.annotomy.image.ImageFormatException;

/**
 * What Slidedat.ini says of a level.
 *
 * @param cells how many cells of the grid of pictures lie side by side in one picture of this level: a power of two
 * @param pixelWidthUm NaN if unknown
 * @param pixelHeightUm NaN if unknown
 * @param fill colour of 0xRRGGBB where there is no picture
 * @param width of each picture
 * @param height of each picture
 */
record ZoomLevel(int cells, double pixelWidthUm, double pixelHeightUm, int fill, TileFormat format, int width, int height) {

	private static final int MAX_SIDE = 8192;
	private static final long MAX_PIXELS = 1 << 24;
	private static final int WHITE = 0xffffff;

	/** @param exponent sum of those of the finer levels */
	static ZoomLevel of(IniFile ini, String section, int exponent) throws ImageFormatException {
		int width = ini.number(section, "DIGITIZER_WIDTH", 1, MAX_SIDE);
		int height = ini.number(section, "DIGITIZER_HEIGHT", 1, MAX_SIDE);
		if ((long) width * height > MAX_PIXELS)
			throw new ImageFormatException("The slide has pictures of " + width + " × " + height
					+ " pixels, which are too large to be read one by one.");
		int bgr = ini.number(section, "IMAGE_FILL_COLOR_BGR", WHITE);
		int fill = (bgr & 0xff) << 16 | bgr & 0xff00 | bgr >> 16 & 0xff;
		return new ZoomLevel(1 << exponent, positive(ini.real(section, "MICROMETER_PER_PIXEL_X")),
				positive(ini.real(section, "MICROMETER_PER_PIXEL_Y")), fill, TileFormat.of(ini.text(section, "IMAGE_FORMAT")),
				width, height);
	}

	private static double positive(double value) {
		return value > 0 ? value : Double.NaN;
	}
}
