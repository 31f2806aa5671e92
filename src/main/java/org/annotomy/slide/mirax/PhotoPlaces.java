package org.annotomy.slide.mirax;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import org.annotomy.image.ImageFormatException;

/**
 * Where the photos of the camera lie, in pixels of the finest grid (level 0 of a slide that was not saved coarser), and which of them have
 * pictures. Photos are counted row by row.
 */
final class PhotoPlaces {

	/** A flag, then x and y. */
	private static final int ITEM = 9;
	private static final int MOST = 1 << 21;

	private final int across;
	private final int down;
	private final long[] x;
	private final long[] y;
	/** Those that the file says have pictures; empty if it says so of none, as older slides do. */
	private final BitSet flagged = new BitSet();
	private final BitSet used = new BitSet();

	private PhotoPlaces(SlideDat slide) throws ImageFormatException {
		across = slide.photosAcross();
		down = slide.photosDown();
		if ((long) across * down > MOST)
			throw new ImageFormatException(
					"The slide states " + across + " × " + down + " photos; up to " + MOST + " are supported.");
		x = new long[across * down];
		y = new long[across * down];
	}

	/** Side by side but for the overlap that the slide states. */
	static PhotoPlaces regular(SlideDat slide) throws ImageFormatException {
		PhotoPlaces places = new PhotoPlaces(slide);
		ZoomLevel full = slide.levels.get(0);
		double stepX = (double) full.width() * slide.divisions - slide.overlapX;
		double stepY = (double) full.height() * slide.divisions - slide.overlapY;
		for (int i = 0; i < places.x.length; i++) {
			places.x[i] = (long) (i % places.across * stepX);
			places.y[i] = (long) (i / places.across * stepY);
		}
		return places;
	}

	/** As the slide's record of them says. @param stored its bytes */
	static PhotoPlaces of(SlideDat slide, byte[] stored) throws IOException {
		PhotoPlaces places = new PhotoPlaces(slide);
		byte[] plain = slide.packedPositions ? inflate(stored, ITEM * places.x.length) : stored;
		if (plain.length != ITEM * places.x.length)
			throw new ImageFormatException("The slide's list of photos has another length than the slide states.");
		ByteBuffer items = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
		long scale = slide.levels.get(0).cells();
		for (int i = 0; i < places.x.length; i++) {
			if (items.get() == 1) places.flagged.set(i);
			places.x[i] = items.getInt() * scale;
			places.y[i] = items.getInt() * scale;
		}
		return places;
	}

	private static byte[] inflate(byte[] stored, int size) throws IOException {
		try (InflaterInputStream inflating = new InflaterInputStream(new ByteArrayInputStream(stored))) {
			return inflating.readNBytes(size + 1);
		} catch (EOFException | ZipException e) {
			throw new ImageFormatException("The slide's list of photos is broken.", e);
		}
	}

	/** The photo that a cell of the grid belongs to; -1 if the grid ends within it. */
	int photo(SlideDat slide, int column, int row) {
		int photoColumn = column / slide.divisions;
		int photoRow = row / slide.divisions;
		return photoColumn < across && photoRow < down ? photoColumn + photoRow * across : -1;
	}

	/**
	 * Notes that a photo has a picture of level 0. Where pictures hold several photos, some of them are empty: these lie at the corner of the
	 * slide, which only the first photo can.
	 */
	void use(int photo) {
		boolean empty = photo != 0 && x[photo] == 0 && y[photo] == 0 || !flagged.isEmpty() && !flagged.get(photo);
		if (!empty) used.set(photo);
	}

	/** Whether a photo has pictures. */
	boolean isUsed(int photo) {
		return photo >= 0 && used.get(photo);
	}

	long x(int photo) {
		return x[photo];
	}

	long y(int photo) {
		return y[photo];
	}
}
