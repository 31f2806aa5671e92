package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.RecentPixels;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;

/**
 * Hamamatsu NDPI, as OpenSlide's notes on the format say: each level of each focal plane is a page of one JPEG stream; the lens that a page
 * states says which level it is, or that it shows the whole glass. Nothing else is taken of the scanner's own tags.
 */
final class NdpiLayout {

	/** Is in every page of an NDPI file. */
	static final int FLAG = 65420;
	private static final int LENS = 65421;
	/** Nanometres from the middle plane. */
	private static final int FOCUS = 65424;
	private static final int GLASS = -1;
	private static final int MAX_SIDE = 1 << 20;
	private static final int LARGEST_JPEG = 65_535;

	private final TiffLayout layout = new TiffLayout();
	private final RecentPixels recent = new RecentPixels();
	/** For each focal plane its levels from full size on. */
	private final Map<Integer, List<LevelImage>> planes = new TreeMap<>();

	private NdpiLayout() {}

	static TiffLayout of(TiffIndex index) throws IOException {
		NdpiLayout ndpi = new NdpiLayout();
		for (TiffDirectory page : index.pages())
			ndpi.add(page);
		ndpi.arrange();
		ndpi.describe(index.pages().get(0));
		return ndpi.layout;
	}

	private void add(TiffDirectory page) throws IOException {
		double lens = page.real(LENS);
		if (lens == GLASS) {
			layout.associated.putIfAbsent(Slide.MACRO, () -> AssociatedImage.ofJpeg(JpegStrip.of(page).whole()));
		} else if (lens > 0) {
			long[] focus = page.numbers(FOCUS, 1);
			int plane = focus.length == 0 ? 0 : (int) focus[0];
			LevelImage image = image(page);
			if (image != null) planes.computeIfAbsent(plane, p -> new ArrayList<>()).add(image);
		}
	}

	/** Null for a level that can be neither cut nor read as a whole, if it is not the finest. */
	private LevelImage image(TiffDirectory page) throws IOException {
		int compression = page.number(TiffTag.COMPRESSION, TiffCompression.JPEG);
		if (compression != TiffCompression.JPEG)
			throw new ImageFormatException("NDPI slides with the compression " + compression + " are not supported; JPEG is.");
		JpegStrip strip = JpegStrip.of(page);
		JpegStart start = strip.start();
		int width = side(page.number(TiffTag.WIDTH), start.columns());
		int height = side(page.number(TiffTag.HEIGHT), start.rows());
		if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE)
			throw new ImageFormatException("The slide states a level of " + width + " × " + height + " pixels, which cannot be.");
		if (CutJpegImage.canBeCut(start, width)) return new CutJpegImage(strip, start, width, height);
		if ((long) width * height <= WholeJpegImage.MAX_PIXELS) return new WholeJpegImage(strip, width, height, recent);
		if (!planes.isEmpty()) return null;
		throw new ImageFormatException("The slide's largest image has no restart markers at which it could be cut into tiles.");
	}

	/** The stream knows its size better, but cannot say one that is larger than JPEG allows. */
	private static int side(int ofPage, int ofStream) {
		return ofPage > LARGEST_JPEG || ofStream == 0 ? ofPage : ofStream;
	}

	/** Levels that all focal planes have, each smaller than the one before. */
	private void arrange() throws ImageFormatException {
		if (planes.isEmpty()) throw new ImageFormatException("The NDPI file holds no level of a slide.");
		for (List<LevelImage> levels : planes.values())
			levels.sort(Comparator.comparingLong(image -> -(long) image.width() * image.height()));
		List<List<LevelImage>> all = List.copyOf(planes.values());
		int count = all.stream().mapToInt(List::size).min().orElse(0);
		LevelImage before = null;
		for (int level = 0; level < count; level++) {
			LevelImage first = all.get(0).get(level);
			if (before != null && (first.width() >= before.width() || first.height() > before.height())) continue;
			TiffPlane[] of = new TiffPlane[all.size()];
			for (int z = 0; z < of.length; z++)
				of[z] = new TiffPlane(all.get(z).get(level), 0);
			layout.levels.add(of);
			before = first;
		}
	}

	private void describe(TiffDirectory first) throws IOException {
		layout.isSlide = true;
		layout.channels = List.of(SlideChannel.named("RGB"));
		layout.slices = planes.size();
		List<Integer> focus = List.copyOf(planes.keySet());
		if (focus.size() > 1)
			layout.sliceSpacingUm = ((double) focus.get(focus.size() - 1) - focus.get(0)) / (focus.size() - 1) / 1000;
		layout.size(first, Double.NaN);
		layout.objective = first.real(LENS) > 0 ? first.real(LENS) : Double.NaN;
		layout.facts.put("Vendor", "Hamamatsu");
	}
}
