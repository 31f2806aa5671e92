package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pyramid of pages or of images below the first one, as libvips, GDAL, tifffile and many scanners write it; or a single image. */
final class PlainLayout {

	private static final Pattern IMAGEJ_UNIT = Pattern.compile("(?m)^unit=(?:um|micron|microns|µm|\\\\u00B5m)\\s*$");
	private static final int DESCRIPTION = 4096;

	private PlainLayout() {}

	static TiffLayout of(TiffIndex index) throws IOException {
		TiffDirectory largest = largest(index.pages());
		List<TiffDirectory> candidates = index.below(largest);
		boolean sure = !candidates.isEmpty();
		TiffLayout layout = new TiffLayout();
		layout.add(PageLevels.of(new TiffImage(largest, false), sure ? candidates : index.pages(), false, sure));
		layout.split();
		layout.isSlide = layout.levels.size() > 1;
		long equal = 0;
		for (TiffDirectory page : index.pages())
			if (page.number(TiffTag.WIDTH, 0) == layout.first().width()
					&& page.number(TiffTag.HEIGHT, 0) == layout.first().height())
				equal++;
		if (equal > 1) {
			layout.isSlide = false;
			layout.isStack = true;
			layout.warnings.add("The file holds " + equal + " images of the same size; the first one is shown.");
		}
		layout.size(largest, unitOfImageJ(largest));
		return layout;
	}

	private static TiffDirectory largest(List<TiffDirectory> pages) throws IOException {
		TiffDirectory best = pages.get(0);
		long most = 0;
		for (TiffDirectory page : pages) {
			long pixels = (long) page.number(TiffTag.WIDTH, 0) * page.number(TiffTag.HEIGHT, 0);
			if (pixels > most) {
				most = pixels;
				best = page;
			}
		}
		return best;
	}

	private static double unitOfImageJ(TiffDirectory page) throws IOException {
		Matcher matcher = IMAGEJ_UNIT.matcher(page.text(TiffTag.DESCRIPTION, DESCRIPTION));
		return matcher.find() ? 1 : Double.NaN;
	}
}
