package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.RecentPixels;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;

/**
 * Leica SCN, as OpenSlide's notes on the format say: a collection as large as the glass, on which regions lie that were scanned, each with
 * levels in pages of their own; and a picture of the whole glass. Of the description no bar code, date or name is taken.
 */
final class ScnLayout {

	private static final String NAMESPACE = "leica-microsystems.com/scn";
	private static final int START = 4096;
	private static final int MAX_BYTES = 16 << 20;
	private static final int MAX_SIDE = 1 << 20;

	private final TiffIndex index;
	private final ScnXml xml;
	/** The regions that are shown. */
	private final List<ScnXml.Region> regions;
	private final TiffLayout layout = new TiffLayout();
	private final RecentPixels recent = new RecentPixels();
	/** Pages that were read, each once. */
	private final Map<Integer, TiffImage> images = new HashMap<>();

	private ScnLayout(TiffIndex index, int number) throws IOException {
		this.index = index;
		this.xml = new ScnXml(XmlElement.parse(index.pages().get(0).raw(TiffTag.DESCRIPTION, MAX_BYTES)));
		layout.images = images(xml.scans, number);
		this.regions = xml.scans.get(layout.images.shown());
	}

	/** Regions that cannot be shown together are images of their own, named by how they were scanned. */
	private static FileImages images(List<List<ScnXml.Region>> scans, int number) throws ImageFormatException {
		long[] pixels = scans.stream().mapToLong(scan -> (long) scan.stream().mapToDouble(ScnXml.Region::pixels).sum()).toArray();
		return FileImages.of(scans.stream().map(scan -> scan.get(0).kind().words()).toList(), pixels, number);
	}

	static boolean isScn(TiffDirectory page) throws IOException {
		return page.has(TiffTag.DESCRIPTION) && page.text(TiffTag.DESCRIPTION, START).contains(NAMESPACE);
	}

	/** @param number of the image, as {@link FileImages} counts them */
	static TiffLayout of(TiffIndex index, int number) throws IOException {
		ScnLayout scn = new ScnLayout(index, number);
		for (int level = 0; level < scn.regions.get(0).widths().size(); level++)
			scn.addLevel(level);
		scn.describe();
		return scn.layout;
	}

	/** The planes of a level, on a canvas as large as the collection. */
	private void addLevel(int level) throws IOException {
		double nmPerPixel = nmPerPixel(level);
		double width = Math.ceil(xml.collectionWidthNm / nmPerPixel);
		double height = Math.ceil(xml.collectionHeightNm / nmPerPixel);
		if (!(width >= 1 && width <= MAX_SIDE && height >= 1 && height <= MAX_SIDE))
			throw new ImageFormatException("The slide states a level of " + width + " × " + height + " pixels, which cannot be.");
		List<Integer> channels = regions.get(0).channels();
		List<Integer> slices = regions.get(0).slices();
		TiffPlane[] planes = new TiffPlane[channels.size() * slices.size()];
		for (int z = 0; z < slices.size(); z++)
			for (int c = 0; c < channels.size(); c++) {
				List<MosaicImage.Area> areas = new ArrayList<>();
				for (ScnXml.Region region : regions)
					areas.add(new MosaicImage.Area(image(region.page(level, channels.get(c), slices.get(z))),
							(int) (region.xNm() / nmPerPixel), (int) (region.yNm() / nmPerPixel)));
				requireOneKind(areas);
				planes[c + z * channels.size()] = new TiffPlane(new MosaicImage((int) width, (int) height, areas, recent), 0);
			}
		TiffPlane[] before = layout.levels.isEmpty() ? null : layout.levels.get(layout.levels.size() - 1);
		if (before == null || width < before[0].image().width() && height <= before[0].image().height())
			layout.levels.add(planes);
	}

	/** The finest of the regions. */
	private double nmPerPixel(int level) {
		return regions.stream().mapToDouble(region -> region.nmPerPixel(level)).min().orElse(Double.NaN);
	}

	private TiffImage image(int page) throws IOException {
		if (page < 0 || page >= index.pages().size())
			throw new ImageFormatException("The slide names an image that is not in the file.");
		if (!images.containsKey(page)) images.put(page, new TiffImage(index.pages().get(page), false));
		return images.get(page);
	}

	private static void requireOneKind(List<MosaicImage.Area> areas) throws ImageFormatException {
		for (MosaicImage.Area area : areas)
			if (area.image().kind() != areas.get(0).image().kind())
				throw new ImageFormatException("The regions of the slide differ in their kind of pixels; that is not supported.");
	}

	private void describe() throws IOException {
		layout.isSlide = true;
		ScnXml.Region first = regions.get(0);
		layout.slices = first.slices().size();
		boolean colours = layout.kind() == PixelKind.RGB;
		if (colours && first.channels().size() > 1)
			throw new ImageFormatException("Slides with several colour pictures as channels are not supported.");
		List<SlideChannel> channels = new ArrayList<>();
		for (int channel : first.channels())
			channels.add(colours ? SlideChannel.named("RGB") : first.channel(channel));
		layout.channels = channels;
		layout.facts.put("Vendor", "Leica");
		layout.objective = first.kind().magnification();
		layout.pixelWidthUm = layout.pixelHeightUm = nmPerPixel(0) / 1000;
		layout.size(layout.first().directory(), Double.NaN);
		if (xml.macroPage >= 0 && xml.macroPage < index.pages().size())
			layout.associated.put(Slide.MACRO, new PagePicture(index.pages().get(xml.macroPage)));
	}
}
