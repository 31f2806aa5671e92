package org.annotomy.slide.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFile;

/** What the images of a TIFF file are to each other: which are levels of which plane, which are pictures beside the slide. Planes may lie in several files. */
final class TiffLayout implements Closeable {

	/** For each level the planes: channels fastest, then slices, then time points. */
	final List<TiffPlane[]> levels = new ArrayList<>();
	final Map<String, Picture> associated = new LinkedHashMap<>();
	final Map<String, String> facts = new LinkedHashMap<>();
	final List<String> warnings = new ArrayList<>();
	/** Files besides the chosen one that hold planes. */
	final List<SlideFile> others = new ArrayList<>();
	/** Of the file, of which the layout is that of one. */
	FileImages images = FileImages.ONE;
	List<SlideChannel> channels = List.of();
	int slices = 1;
	int timePoints = 1;
	double pixelWidthUm = Double.NaN;
	double pixelHeightUm = Double.NaN;
	double sliceSpacingUm = Double.NaN;
	double objective = Double.NaN;
	/** Whether the file says by its kind that it is a slide, however small. */
	boolean isSlide;
	/** Whether there are several images of full size. */
	boolean isStack;

	/** Closes the other files. */
	@Override
	public void close() throws IOException {
		for (SlideFile other : others)
			other.close();
	}

	LevelImage first() {
		return levels.get(0)[0].image();
	}

	PixelKind kind() {
		return first().kind();
	}

	/** Adds a plane of one channel, slice and time point: its images from full size to the coarsest. */
	void add(List<? extends LevelImage> images) {
		for (LevelImage image : images)
			levels.add(new TiffPlane[]{new TiffPlane(image, 0)});
	}

	/** Channels for an image whose pixels have several samples that are no colours. */
	void split() {
		int samples = kind() == PixelKind.RGB ? 1 : first().samples();
		channels = new ArrayList<>();
		for (int c = 0; c < samples; c++)
			channels.add(SlideChannel.named(kind() == PixelKind.RGB ? "RGB" : samples == 1 ? "Grey" : "Channel " + (c + 1)));
		if (samples == 1) return;
		for (int level = 0; level < levels.size(); level++) {
			TiffPlane[] planes = new TiffPlane[samples];
			for (int c = 0; c < samples; c++)
				planes[c] = new TiffPlane(levels.get(level)[0].image(), c);
			levels.set(level, planes);
		}
	}

	/**
	 * Takes the pixel size from a page's resolution. One that no scanner has, such as 72 dpi, says nothing.
	 *
	 * @param otherwise µm of the unit if the page names none; NaN if it is not known
	 */
	void size(TiffDirectory page, double otherwise) throws IOException {
		double unit = switch (page.number(TiffTag.RESOLUTION_UNIT, 2)) {
			case 2 -> 25_400;
			case 3 -> 10_000;
			default -> otherwise;
		};
		double x = unit / page.real(TiffTag.X_RESOLUTION);
		double y = unit / page.real(TiffTag.Y_RESOLUTION);
		if (!(x >= 0.01 && x <= 100 && y >= 0.01 && y <= 100)) return;
		pixelWidthUm = x;
		pixelHeightUm = y;
	}

	/** @throws ImageFormatException if the planes of a level differ in size, tiles or kind of samples */
	List<PyramidLevel> pyramid() throws IOException {
		List<PyramidLevel> pyramid = new ArrayList<>();
		LevelImage full = first();
		for (TiffPlane[] planes : levels) {
			LevelImage image = planes[0].image();
			for (TiffPlane plane : planes)
				requireSame(image, plane.image());
			pyramid.add(new PyramidLevel(image.width(), image.height(), image.tileWidth(), image.tileHeight(),
					PyramidLevel.downsample(full.width(), full.height(), image.width(), image.height())));
		}
		return pyramid;
	}

	private static void requireSame(LevelImage one, LevelImage other) throws ImageFormatException {
		boolean same = one.width() == other.width() && one.height() == other.height() && one.kind() == other.kind()
				&& one.tileWidth() == other.tileWidth() && one.tileHeight() == other.tileHeight();
		if (!same)
			throw new ImageFormatException("The TIFF file holds planes of one picture that differ in size or kind of pixels.");
	}
}
