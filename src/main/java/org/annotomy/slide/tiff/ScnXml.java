package org.annotomy.slide.tiff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.SlideChannel;

/** What the description of a Leica SCN file says of its regions. */
final class ScnXml {

	private static final double SAME_RESOLUTION = 0.02;
	private static final int MAX_LEVELS = 64;
	private static final int MAX_DIMENSIONS = 5000;
	private static final int MAX_REGIONS = 500;

	/** How a region was scanned. @param lens its magnification; empty if it is not known */
	record Kind(String light, String lens) {

		/** NaN if it is not known. */
		double magnification() {
			return StatedNumber.positive(lens);
		}

		/** Such as {@code brightfield 20×}. */
		String words() {
			return magnification() > 0 ? light + " " + lens + "×" : light;
		}
	}

	/** One level, channel and slice of a region. */
	private record Dimension(long width, int page, int channel, int slice) {}

	/**
	 * A part of the glass that was scanned.
	 *
	 * @param xNm from the left of the collection
	 * @param yNm from the top of the collection
	 * @param widths of the levels in pixels, from full size to the coarsest
	 */
	record Region(XmlElement element, long widthNm, long heightNm, long xNm, long yNm, Kind kind, List<Dimension> dimensions,
			List<Long> widths) {

		/** @param dimensions at least one */
		static Region of(XmlElement element, XmlElement view, Kind kind, List<Dimension> dimensions)
				throws ImageFormatException {
			List<Long> widths = dimensions.stream().map(Dimension::width).distinct().sorted(Comparator.reverseOrder()).toList();
			if (widths.size() > MAX_LEVELS)
				throw new ImageFormatException("The slide states " + widths.size() + " levels, which cannot be.");
			return new Region(element, view.number("sizeX"), view.number("sizeY"), view.number("offsetX"), view.number("offsetY"),
					kind, dimensions, widths);
		}

		double nmPerPixel(int level) {
			return (double) widthNm / widths.get(level);
		}

		/** At full size. */
		double pixels() {
			return (double) widths.get(0) * widths.get(0) / widthNm * heightNm;
		}

		/** Numbers of the channels, in their order. */
		List<Integer> channels() {
			return List.copyOf(new TreeSet<>(dimensions.stream().map(Dimension::channel).toList()));
		}

		/** Numbers of the slices, in their order. */
		List<Integer> slices() {
			return List.copyOf(new TreeSet<>(dimensions.stream().map(Dimension::slice).toList()));
		}

		/** How the file describes a channel. */
		SlideChannel channel(int number) {
			XmlElement settings = element.at("scanSettings", "channelSettings");
			if (settings != null)
				for (XmlElement channel : settings.all("channel")) {
					String name = channel.attribute("name");
					String rgb = channel.attribute("rgb");
					if (channel.real("index") != number || name == null || name.isBlank()) continue;
					boolean coloured = rgb != null && rgb.matches("#[0-9a-fA-F]{6}");
					return new SlideChannel(name.strip(), coloured ? Integer.parseInt(rgb.substring(1), 16) : 0xFFFFFF,
							Double.NaN, Double.NaN);
				}
			return SlideChannel.named("Channel " + (number + 1));
		}

		/** Which page holds a plane. @throws ImageFormatException if none does */
		int page(int level, int channel, int slice) throws ImageFormatException {
			for (Dimension dimension : dimensions)
				if (dimension.width == widths.get(level) && dimension.channel == channel && dimension.slice == slice)
					return dimension.page;
			throw new ImageFormatException("The slide lacks an image that its description names.");
		}
	}

	final long collectionWidthNm;
	final long collectionHeightNm;
	/** Regions that can be shown together, of one kind and resolution each; at least one, none of them empty. */
	final List<List<Region>> scans = new ArrayList<>();
	/** Of the picture of the whole glass; -1 if there is none. */
	int macroPage = -1;

	private int count;

	/** @throws ImageFormatException if there is no region */
	ScnXml(XmlElement root) throws ImageFormatException {
		XmlElement collection = root.at("collection");
		if (collection == null) throw new ImageFormatException("The slide's description names no collection of images.");
		collectionWidthNm = collection.number("sizeX");
		collectionHeightNm = collection.number("sizeY");
		for (XmlElement image : collection.all("image"))
			add(image);
		if (scans.isEmpty())
			throw new ImageFormatException("The slide holds no region that was scanned, only the picture of its glass.");
	}

	private void add(XmlElement image) throws ImageFormatException {
		XmlElement view = image.at("view");
		XmlElement pixels = image.at("pixels");
		if (view == null || pixels == null) throw new ImageFormatException("The slide's description of an image is broken.");
		List<Dimension> dimensions = new ArrayList<>();
		for (XmlElement dimension : pixels.all("dimension"))
			dimensions.add(new Dimension(Math.max(1, dimension.number("sizeX")), whole(dimension, "ifd"), index(dimension, "c"),
					index(dimension, "z")));
		if (dimensions.isEmpty()) return;
		if (dimensions.size() > MAX_DIMENSIONS)
			throw new ImageFormatException("The slide's description of an image has too many parts.");
		String light = text(image.at("scanSettings", "illuminationSettings", "illuminationSource"), "brightfield");
		String lens = text(image.at("scanSettings", "objectiveSettings", "objective"), "");
		Region region = Region.of(image, view, new Kind(light, lens), dimensions);
		boolean whole = region.xNm == 0 && region.yNm == 0 && region.widthNm == collectionWidthNm
				&& region.heightNm == collectionHeightNm;
		if (whole) {
			if (macroPage < 0 && light.equals("brightfield"))
				macroPage = region.page(0, dimensions.get(0).channel, dimensions.get(0).slice);
		} else place(region);
	}

	private void place(Region region) throws ImageFormatException {
		if (++count > MAX_REGIONS)
			throw new ImageFormatException("The slide states more than " + MAX_REGIONS + " regions; that is not supported.");
		for (List<Region> scan : scans)
			if (isLike(scan.get(0), region)) {
				scan.add(region);
				return;
			}
		scans.add(new ArrayList<>(List.of(region)));
	}

	private static String text(XmlElement element, String otherwise) {
		return element == null ? otherwise : element.text();
	}

	private static int index(XmlElement dimension, String key) throws ImageFormatException {
		return dimension.attribute(key) == null ? 0 : whole(dimension, key);
	}

	private static int whole(XmlElement element, String key) throws ImageFormatException {
		return (int) Math.min(Integer.MAX_VALUE, element.number(key));
	}

	/** Whether two regions can be shown on one canvas. */
	private static boolean isLike(Region one, Region other) {
		if (!one.kind.equals(other.kind) || one.widths.size() != other.widths.size()) return false;
		for (int level = 0; level < one.widths.size(); level++)
			if (Math.abs(one.nmPerPixel(level) / other.nmPerPixel(level) - 1) > SAME_RESOLUTION) return false;
		return true;
	}
}
