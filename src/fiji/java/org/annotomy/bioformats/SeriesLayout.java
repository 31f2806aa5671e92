package org.annotomy.bioformats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;

import loci.formats.FormatTools;
import loci.formats.IFormatReader;

/**
 * Which of the images of a file (series) is the slide, and how it is built: its levels, and its channels.
 *
 * @param series number of the slide
 * @param images of the file: those series that are no picture beside a slide
 * @param levels from full resolution to the coarsest, each smaller than the one before
 * @param kind of the samples
 * @param channels that the samples of a pixel are shared out to
 * @param samples of a pixel that one read gives
 * @param deepColour whether the colours have more than 8 bits
 * @param pictures series of pictures beside the slide, by the names of {@link Slide}
 */
record SeriesLayout(int series, FileImages images, List<PyramidLevel> levels, PixelKind kind, int channels, int samples,
		boolean deepColour,
		Map<String, Integer> pictures) {

	private static final int MAX_SIDE = 1 << 20;
	private static final int LEAST_TILE = 192;
	private static final int MOST_TILE = 2048;
	private static final int USUAL_TILE = 512;
	private static final int MAX_CHANNELS = 1000;
	private static final int MAX_PLANES = 1 << 20;

	/**
	 * Looks at all series; leaves the reader at the slide.
	 *
	 * @param names of the series, as the file has them; empty where it has none
	 * @param number of the image that is wanted, as {@link FileImages} counts them
	 * @throws ImageFormatException if there is no image, or its size cannot be
	 */
	static SeriesLayout of(IFormatReader reader, List<String> names, int number) throws ImageFormatException {
		Map<String, Integer> pictures = new LinkedHashMap<>();
		List<Integer> slides = new ArrayList<>();
		for (int series = 0; series < reader.getSeriesCount(); series++) {
			reader.setSeries(series);
			String picture = picture(name(names, series));
			if (picture != null) pictures.putIfAbsent(picture, series);
			else if (!reader.isThumbnailSeries()) slides.add(series);
		}
		if (slides.isEmpty()) throw new ImageFormatException("The file holds no image but pictures beside a slide.");
		long[] pixels = new long[slides.size()];
		for (int i = 0; i < pixels.length; i++) {
			reader.setSeries(slides.get(i));
			pixels[i] = (long) reader.getSizeX() * reader.getSizeY();
		}
		FileImages images = FileImages.of(slides.stream().map(series -> name(names, series)).toList(), pixels, number);
		int slide = slides.get(images.shown());
		reader.setSeries(slide);
		return of(reader, slide, images, pictures);
	}

	private static String name(List<String> names, int series) {
		return series < names.size() ? names.get(series) : "";
	}

	private static String picture(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.contains(Slide.LABEL)) return Slide.LABEL;
		if (lower.contains(Slide.MACRO) || lower.contains("overview")) return Slide.MACRO;
		return lower.contains(Slide.THUMBNAIL) ? Slide.THUMBNAIL : null;
	}

	private static SeriesLayout of(IFormatReader reader, int slide, FileImages images, Map<String, Integer> pictures)
			throws ImageFormatException {
		boolean palette = reader.isIndexed() && !reader.isFalseColor();
		int samples = Math.max(1, reader.getRGBChannelCount());
		int type = reader.getPixelType();
		boolean deep = type == FormatTools.UINT16;
		boolean colour = palette || samples >= 3 && samples <= 4 && (deep || type == FormatTools.UINT8);
		int channels = Math.max(1, reader.getEffectiveSizeC()) * (colour ? 1 : samples);
		long planes = (long) channels * reader.getSizeZ() * reader.getSizeT();
		if (channels > MAX_CHANNELS || reader.getSizeZ() < 1 || reader.getSizeT() < 1 || planes > MAX_PLANES)
			throw new ImageFormatException("The file states a count of channels or planes that cannot be.");
		PixelKind kind = colour
				? PixelKind.RGB
				: type == FormatTools.UINT8 ? PixelKind.GREY_8 : deep ? PixelKind.GREY_16 : PixelKind.GREY_FLOAT;
		return new SeriesLayout(slide, images, levels(reader), kind, channels, samples, colour && deep && !palette, pictures);
	}

	/** A resolution that is no smaller than the one before it, or of another kind, is no level. */
	private static List<PyramidLevel> levels(IFormatReader reader) throws ImageFormatException {
		List<PyramidLevel> levels = new ArrayList<>();
		int type = reader.getPixelType();
		int samples = reader.getRGBChannelCount();
		for (int resolution = 0; resolution < reader.getResolutionCount(); resolution++) {
			reader.setResolution(resolution);
			int width = reader.getSizeX();
			int height = reader.getSizeY();
			if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE)
				throw new ImageFormatException(
						"The file states an image of " + width + " × " + height + " pixels; that cannot be shown.");
			PyramidLevel full = levels.isEmpty() ? null : levels.get(0);
			PyramidLevel last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
			boolean same = reader.getPixelType() == type && reader.getRGBChannelCount() == samples;
			if (last != null && !(same && width < last.width() && height <= last.height())) break;
			double downsample = full == null ? 1 : PyramidLevel.downsample(full.width(), full.height(), width, height);
			boolean tiled = reader.getOptimalTileWidth() < width && isFair(reader.getOptimalTileWidth())
					&& isFair(reader.getOptimalTileHeight());
			levels.add(new PyramidLevel(width, height, tiled ? reader.getOptimalTileWidth() : USUAL_TILE,
					tiled ? reader.getOptimalTileHeight() : USUAL_TILE, downsample));
		}
		reader.setResolution(0);
		return List.copyOf(levels);
	}

	/** Bio-Formats cuts any rectangle out: where its tiles are strips or whole images, ours are squares. */
	private static boolean isFair(int side) {
		return side >= LEAST_TILE && side <= MOST_TILE;
	}
}
