package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** The SIZ marker segment (T.800 A.5.1): the image on the reference grid, its tiles and components. All numbers are checked. */
final class ImageSize {

	private static final int MAX_TILES = 65535;
	private static final int MAX_COMPONENTS = 16384;
	private static final int MAX_PRECISION = 28;

	private final Area image;
	private final int tileX;
	private final int tileY;
	private final int tileWidth;
	private final int tileHeight;
	private final int[] precisions;
	private final boolean[] signs;
	/** How many points of the reference grid a sample spans, along x and y. */
	private final int[] stepsX;
	private final int[] stepsY;

	/** @param segment from behind the length on */
	ImageSize(ByteCursor segment) throws ImageFormatException {
		segment.skip(2);
		int x1 = segment.coordinate();
		int y1 = segment.coordinate();
		this.image = new Area(segment.coordinate(), segment.coordinate(), x1, y1);
		this.tileWidth = (int) Math.min(Integer.MAX_VALUE, segment.unsignedInt());
		this.tileHeight = (int) Math.min(Integer.MAX_VALUE, segment.unsignedInt());
		this.tileX = segment.coordinate();
		this.tileY = segment.coordinate();
		int components = segment.unsignedShort();
		if (image.isEmpty() || components == 0 || components > MAX_COMPONENTS)
			throw new ImageFormatException("The JPEG 2000 header states an empty image.");
		requireTiles();
		this.precisions = new int[components];
		this.signs = new boolean[components];
		this.stepsX = new int[components];
		this.stepsY = new int[components];
		for (int c = 0; c < components; c++)
			readComponent(segment, c);
	}

	private void requireTiles() throws ImageFormatException {
		boolean placed = tileX <= image.x0() && tileY <= image.y0() && (long) tileX + tileWidth > image.x0()
				&& (long) tileY + tileHeight > image.y0();
		if (tileWidth == 0 || tileHeight == 0 || !placed)
			throw new ImageFormatException("The JPEG 2000 header states tiles outside the image.");
		if ((long) tilesAcross() * tilesDown() > MAX_TILES)
			throw new ImageFormatException("The JPEG 2000 header states more than " + MAX_TILES + " tiles.");
	}

	private void readComponent(ByteCursor segment, int component) throws ImageFormatException {
		int depth = segment.unsignedByte();
		precisions[component] = (depth & 0x7f) + 1;
		signs[component] = depth > 0x7f;
		if (precisions[component] > MAX_PRECISION)
			throw new ImageFormatException(
					"JPEG 2000 with " + precisions[component] + " bits per sample is not supported; up to " + MAX_PRECISION
							+ " are. Convert the file to an uncompressed transfer syntax first.");
		stepsX[component] = segment.unsignedByte();
		stepsY[component] = segment.unsignedByte();
		if (stepsX[component] < 1 || stepsY[component] < 1 || image(component).isEmpty())
			throw new ImageFormatException("The JPEG 2000 header states a component without samples.");
	}

	private int tilesAcross() {
		return (int) (((long) image.x1() - tileX + tileWidth - 1) / tileWidth);
	}

	private int tilesDown() {
		return (int) (((long) image.y1() - tileY + tileHeight - 1) / tileHeight);
	}

	Area image() {
		return image;
	}

	/** The samples of a component (T.800 equation B-2). */
	Area image(int component) {
		return image.divided(stepsX[component], stepsY[component]);
	}

	int stepX(int component) {
		return stepsX[component];
	}

	int stepY(int component) {
		return stepsY[component];
	}

	int tiles() {
		return tilesAcross() * tilesDown();
	}

	int components() {
		return precisions.length;
	}

	int precision(int component) {
		return precisions[component];
	}

	boolean isSigned(int component) {
		return signs[component];
	}

	/** The samples of a component in a tile (T.800 equation B-12). */
	Area tile(int index, int component) {
		return tile(index).divided(stepsX[component], stepsY[component]);
	}

	/** The part of the image in a tile (T.800 B.3). */
	Area tile(int index) {
		long x = tileX + (long) (index % tilesAcross()) * tileWidth;
		long y = tileY + (long) (index / tilesAcross()) * tileHeight;
		return new Area((int) Math.max(x, image.x0()), (int) Math.max(y, image.y0()), (int) Math.min(x + tileWidth, image.x1()),
				(int) Math.min(y + tileHeight, image.y1()));
	}
}
