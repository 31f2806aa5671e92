package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.slide.Slide;

/**
 * Aperio SVS, as its descriptions and OpenSlide's notes on the format say: tiled images are levels, the second image in strips is the
 * thumbnail, the others say what they are. Of the description only magnification and pixel size are taken: it can also hold names.
 */
final class AperioLayout {

	private static final int DESCRIPTION = 1 << 16;
	private static final Pattern NUMBER = Pattern.compile("\\|\\s*(AppMag|MPP)\\s*=\\s*([0-9.]{1,20})");

	private AperioLayout() {}

	static boolean isAperio(TiffDirectory page) throws IOException {
		return page.has(TiffTag.DESCRIPTION) && page.text(TiffTag.DESCRIPTION, 16).startsWith("Aperio")
				&& page.has(TiffTag.TILE_WIDTH);
	}

	static TiffLayout of(TiffIndex index) throws IOException {
		TiffLayout layout = new TiffLayout();
		List<TiffDirectory> tiled = new ArrayList<>();
		for (int i = 0; i < index.pages().size(); i++) {
			TiffDirectory page = index.pages().get(i);
			if (page.has(TiffTag.TILE_WIDTH)) tiled.add(page);
			else if (i == 1) layout.associated.put(Slide.THUMBNAIL, new PagePicture(page));
			else addPicture(layout, page);
		}
		layout.add(PageLevels.of(new TiffImage(tiled.get(0), false), tiled.subList(1, tiled.size()), false, true));
		layout.split();
		layout.isSlide = true;
		layout.facts.put("Vendor", "Aperio");
		describe(layout, tiled.get(0).text(TiffTag.DESCRIPTION, DESCRIPTION));
		return layout;
	}

	private static void addPicture(TiffLayout layout, TiffDirectory page) throws IOException {
		String[] lines = page.text(TiffTag.DESCRIPTION, DESCRIPTION).toLowerCase(Locale.ROOT).split("\\R", 2);
		String said = lines.length > 1 ? lines[1].strip() : "";
		int kind = page.number(TiffTag.SUBFILE_TYPE, 0);
		if (said.startsWith(Slide.LABEL)) layout.associated.putIfAbsent(Slide.LABEL, new PagePicture(page));
		else if (said.startsWith(Slide.MACRO)) layout.associated.putIfAbsent(Slide.MACRO, new PagePicture(page));
		else if (kind == 1) layout.associated.putIfAbsent(Slide.LABEL, new PagePicture(page));
		else if (kind == 9) layout.associated.putIfAbsent(Slide.MACRO, new PagePicture(page));
	}

	private static void describe(TiffLayout layout, String description) {
		Matcher numbers = NUMBER.matcher(description);
		while (numbers.find()) {
			double value = StatedNumber.positive(numbers.group(2));
			if (numbers.group(1).equals("MPP")) layout.pixelWidthUm = layout.pixelHeightUm = value;
			else layout.objective = value;
		}
	}
}
