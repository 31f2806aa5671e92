package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.RecentPixels;
import org.annotomy.slide.Slide;

/**
 * Ventana BIF, as OpenSlide's notes and code say: pages that call themselves levels; XML of level 0 says how its tiles overlap, or that they do
 * not where it is missing. Of the scanner's XML only lens and pixel size are taken.
 */
final class BifLayout {

	private static final int XMP = 700;
	private static final int START = 4096;
	private static final int MAX_BYTES = 16 << 20;
	private static final int LOOKED_AT = 8;
	private static final int MAX_SIDE = 1 << 20;
	private static final Pattern LEVEL = Pattern.compile("(?:^|\\s)level=(\\d{1,3})(?:\\s|$)");
	private static final Pattern LENS = Pattern.compile("(?:^|\\s)mag=([0-9.]{1,20})(?:\\s|$)");

	private final TiffLayout layout = new TiffLayout();
	private final RecentPixels recent = new RecentPixels();
	private final List<TiffImage> images = new ArrayList<>();
	private final List<Double> lenses = new ArrayList<>();

	private BifLayout() {}

	/** The page with the scanner's XML; null if this is another file. */
	static TiffDirectory scan(TiffIndex index) throws IOException {
		for (TiffDirectory page : index.pages().subList(0, Math.min(LOOKED_AT, index.pages().size())))
			if (page.has(XMP) && page.text(XMP, START).contains("<iScan")) return page;
		return null;
	}

	/** @param scan of {@link #scan} */
	static TiffLayout of(TiffIndex index, TiffDirectory scan) throws IOException {
		BifLayout bif = new BifLayout();
		for (TiffDirectory page : index.pages())
			bif.add(page);
		bif.addLevels();
		bif.describe(XmlElement.parse(scan.raw(XMP, MAX_BYTES)));
		return bif.layout;
	}

	private void add(TiffDirectory page) throws IOException {
		String said = page.text(TiffTag.DESCRIPTION, 256);
		Matcher level = LEVEL.matcher(said);
		Matcher lens = LENS.matcher(said);
		if (level.find() && lens.find()) {
			if (Integer.parseInt(level.group(1)) != images.size() || !page.has(TiffTag.TILE_WIDTH)) throw broken();
			images.add(new TiffImage(page, false));
			lenses.add(StatedNumber.positive(lens.group(1)));
		} else
			if (said.equals("Label Image") || said.equals("Label_Image"))
				layout.associated.putIfAbsent(Slide.MACRO, new PagePicture(page));
			else
				if (said.equals("Thumbnail")) layout.associated.putIfAbsent(Slide.THUMBNAIL, new PagePicture(page));
	}

	private void addLevels() throws IOException {
		if (images.isEmpty()) throw broken();
		TiffImage full = images.get(0);
		TileSpacing joints = full.directory().has(XMP)
				? new BifXml(XmlElement.parse(full.directory().raw(XMP, MAX_BYTES)), full.tileWidth(), full.tileHeight())
						.spacing()
				: null;
		List<LevelImage> levels = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			TiffImage image = images.get(i);
			double downsample = lenses.get(0) / lenses.get(i);
			int perSide = (int) Math.rint(downsample);
			boolean same = image.tileWidth() == full.tileWidth() && image.tileHeight() == full.tileHeight()
					&& image.kind() == full.kind()
					&& image.samples() == full.samples();
			if (!same || !(Math.abs(downsample - perSide) < 0.01) || perSide < 1) throw broken();
			LevelImage level = joints == null ? image : JoinedTilesImage.ofAll(image, joints, perSide, recent);
			LevelImage before = levels.isEmpty() ? null : levels.get(levels.size() - 1);
			if (level.width() > MAX_SIDE || level.height() > MAX_SIDE) throw broken();
			if (before != null && (level.width() >= before.width() || perSide > Math.min(full.tileWidth(), full.tileHeight())))
				break;
			levels.add(level);
		}
		layout.add(levels);
		layout.split();
	}

	private void describe(XmlElement root) {
		layout.isSlide = true;
		layout.facts.put("Vendor", "Ventana");
		XmlElement scan = root.name().equals("iScan") ? root : root.at("iScan");
		if (scan == null) return;
		double size = StatedNumber.positive(scan.attribute("ScanRes"));
		if (size > 0) layout.pixelWidthUm = layout.pixelHeightUm = size;
		double lens = StatedNumber.positive(scan.attribute("Magnification"));
		if (lens > 0) layout.objective = lens;
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("The BIF file holds levels that are not as in files of this kind.");
	}
}
