package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFile;

/** OME-TIFF: one of the images of its OME-XML, with levels below each page; images named label or macro come beside it. */
final class OmeLayout {

	private static final int MAX_PLANES = 1 << 20;
	private static final int MAX_FILES = 500;

	private final TiffIndex index;
	private final OmeXml xml;
	private final OmeXml.Image image;
	private final OmeXml.Element pixels;
	private final TiffLayout layout = new TiffLayout();
	/** Planes along channels; colour is one. */
	private int planeChannels;
	private TiffDirectory[] pages;
	/** Which file each page is in. */
	private TiffIndex[] owners;
	private final Map<String, TiffIndex> others = new HashMap<>();

	private OmeLayout(TiffIndex index, int number) throws IOException {
		this.index = index;
		this.xml = OmeXml.of(index.pages().get(0));
		if (xml.images.isEmpty()) throw new ImageFormatException("The OME-XML of the file names no image.");
		List<OmeXml.Image> slides = xml.slides();
		layout.images = images(slides, number);
		this.image = slides.get(layout.images.shown());
		this.pixels = image.pixels;
	}

	private static FileImages images(List<OmeXml.Image> slides, int number) throws IOException {
		long[] pixels = new long[slides.size()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (long) slides.get(i).pixels.number("SizeX", 0) * slides.get(i).pixels.number("SizeY", 0);
		return FileImages.of(slides.stream().map(OmeXml.Image::name).toList(), pixels, number);
	}

	/** @param number of the image, as {@link FileImages} counts them */
	static TiffLayout of(TiffIndex index, int number) throws IOException {
		OmeLayout ome = new OmeLayout(index, number);
		try {
			ome.sizes();
			ome.place();
			ome.levels();
			ome.describe();
			return ome.layout;
		} catch (IOException | RuntimeException e) {
			ome.layout.close();
			throw e;
		}
	}

	private void sizes() throws IOException {
		layout.slices = pixels.number("SizeZ", 1);
		layout.timePoints = pixels.number("SizeT", 1);
		int channels = pixels.number("SizeC", 1);
		List<OmeXml.Element> named = image.channels;
		int samples = named.isEmpty() ? 1 : Math.max(1, named.get(0).number("SamplesPerPixel", 1));
		planeChannels = Math.max(1, channels / samples);
		boolean possible = layout.slices > 0 && layout.timePoints > 0 && channels > 0 && samples <= channels;
		if (!possible || (long) layout.slices * layout.timePoints * planeChannels > MAX_PLANES)
			throw new ImageFormatException("The OME-XML of the file states sizes that cannot be.");
		pages = new TiffDirectory[layout.slices * layout.timePoints * planeChannels];
		owners = new TiffIndex[pages.length];
	}

	/** Which page holds which plane (OME-TIFF specification, TiffData). */
	private void place() throws IOException {
		List<OmeXml.Element> all = image.data;
		if (all.isEmpty()) put(index, 0, 0, pages.length);
		for (OmeXml.Element data : all) {
			int page = data.number("IFD", 0);
			boolean whole = !data.attributes().containsKey("IFD") && all.size() == 1;
			put(owner(data), page, first(data), data.number("PlaneCount", whole ? pages.length : 1));
		}
		for (TiffDirectory page : pages)
			if (page == null) throw new ImageFormatException("The OME-TIFF file lacks planes that its OME-XML names.");
	}

	/** The file that holds planes: this one, or another in its folder. */
	private TiffIndex owner(OmeXml.Element data) throws IOException {
		String name = data.get("FileName", "");
		boolean here = data.get("UUID", xml.uuid).equals(xml.uuid) || name.equals(index.file().path().getFileName().toString());
		if (here) return index;
		TiffIndex known = others.get(name);
		if (known != null) return known;
		if (others.size() >= MAX_FILES)
			throw new ImageFormatException("The OME-TIFF lies in more than " + MAX_FILES + " files; that is not supported.");
		SlideFile file = index.file().sibling(name);
		layout.others.add(file);
		TiffIndex other = TiffIndex.read(file);
		others.put(name, other);
		return other;
	}

	private int first(OmeXml.Element data) throws IOException {
		return order(data.number("FirstC", 0), data.number("FirstZ", 0), data.number("FirstT", 0));
	}

	/** The place of a plane in the order of the file. */
	private int order(int c, int z, int t) throws IOException {
		if (c < 0 || z < 0 || t < 0 || c >= planeChannels || z >= layout.slices || t >= layout.timePoints)
			throw new ImageFormatException("The OME-XML of the file names a plane that cannot be.");
		int place = 0;
		int step = 1;
		for (char axis : axes()) {
			place += step * (axis == 'C' ? c : axis == 'Z' ? z : t);
			step *= size(axis);
		}
		return place;
	}

	private char[] axes() throws ImageFormatException {
		String order = pixels.get("DimensionOrder", "XYCZT");
		if (!order.matches("XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)"))
			throw new ImageFormatException("The OME-XML of the file has no order of its planes.");
		return order.substring(2).toCharArray();
	}

	private int size(char axis) {
		return axis == 'C' ? planeChannels : axis == 'Z' ? layout.slices : layout.timePoints;
	}

	/** Puts pages that follow each other to planes that do so in the order of the file. */
	private void put(TiffIndex owner, int page, int from, int count) throws IOException {
		if (page < 0 || count < 0 || count > pages.length - from || count > owner.pages().size() - page)
			throw new ImageFormatException("The OME-TIFF file lacks planes that its OME-XML names.");
		for (int i = 0; i < count; i++) {
			int rest = from + i;
			int c = 0;
			int z = 0;
			int t = 0;
			for (char axis : axes()) {
				int at = rest % size(axis);
				rest /= size(axis);
				if (axis == 'C') c = at;
				else if (axis == 'Z') z = at;
				else t = at;
			}
			int place = c + planeChannels * (z + layout.slices * t);
			pages[place] = owner.pages().get(page + i);
			owners[place] = owner;
		}
	}

	private void levels() throws IOException {
		boolean indices = pages.length > 1;
		List<List<TiffImage>> planes = new ArrayList<>();
		int count = Integer.MAX_VALUE;
		for (int i = 0; i < pages.length; i++) {
			planes.add(PageLevels.below(owners[i], pages[i], indices));
			count = Math.min(count, planes.get(planes.size() - 1).size());
		}
		if (pages.length == 1) {
			layout.add(planes.get(0));
			layout.split();
			planeChannels = layout.channels.size();
			return;
		}
		int samples = planes.get(0).get(0).kind() == PixelKind.RGB ? 1 : planes.get(0).get(0).format().samples();
		for (int level = 0; level < count; level++) {
			TiffPlane[] all = new TiffPlane[pages.length * samples];
			for (int i = 0; i < all.length; i++)
				all[i] = new TiffPlane(planes.get(i / samples).get(level), i % samples);
			layout.levels.add(all);
		}
		planeChannels *= samples;
		if (layout.kind() == PixelKind.RGB && planeChannels > 1)
			throw new ImageFormatException("OME-TIFF files with several colour pictures as channels are not supported.");
	}

	private void describe() throws IOException {
		layout.isSlide = layout.levels.size() > 1;
		layout.pixelWidthUm = pixels.micrometres("PhysicalSizeX");
		layout.pixelHeightUm = pixels.micrometres("PhysicalSizeY");
		if (layout.slices > 1) layout.sliceSpacingUm = pixels.micrometres("PhysicalSizeZ");
		layout.objective = xml.magnification(image);
		List<OmeXml.Element> named = image.channels;
		List<SlideChannel> channels = new ArrayList<>();
		for (int c = 0; c < planeChannels; c++) {
			OmeXml.Element channel = c < named.size() && layout.kind() != PixelKind.RGB ? named.get(c) : null;
			String name = channel == null ? "" : channel.get("Name", "").strip();
			if (name.isEmpty()) name = layout.kind() == PixelKind.RGB ? "RGB" : "Channel " + (c + 1);
			int colour = channel == null ? -1 : channel.number("Color", -1);
			channels.add(new SlideChannel(name, colour >>> 8, Double.NaN, Double.NaN));
		}
		layout.channels = channels;
		for (OmeXml.Image other : xml.images)
			if (other != image && other.picture() != null) addPicture(other);
	}

	private void addPicture(OmeXml.Image picture) throws IOException {
		boolean here = !picture.data.isEmpty() && picture.data.get(0).get("UUID", xml.uuid).equals(xml.uuid);
		int page = here ? picture.data.get(0).number("IFD", -1) : -1;
		if (page >= 0 && page < index.pages().size())
			layout.associated.putIfAbsent(picture.picture(), new PagePicture(index.pages().get(page)));
	}
}
