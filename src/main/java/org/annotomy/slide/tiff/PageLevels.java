package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds which images are coarser copies of another one. */
final class PageLevels {

	private static final int REDUCED = 1;
	private static final int MASK = 4;
	private static final double SHAPE = 0.02;

	private PageLevels() {}

	/** The images of a plane from full size to the coarsest, those below its page among them. */
	static List<TiffImage> below(TiffIndex index, TiffDirectory page, boolean indices) throws IOException {
		List<TiffDirectory> candidates = index.below(page);
		return of(new TiffImage(page, indices), candidates, indices, true);
	}

	/**
	 * @param full the image at full size
	 * @param candidates in any order
	 * @param sure whether they are known to be levels of it; else those must be tiled or marked as reduced
	 */
	static List<TiffImage> of(TiffImage full, List<TiffDirectory> candidates, boolean indices, boolean sure) throws IOException {
		List<TiffImage> levels = new ArrayList<>();
		for (TiffDirectory candidate : candidates) {
			int kind = candidate.number(TiffTag.SUBFILE_TYPE, 0);
			boolean marked = sure || (kind & REDUCED) != 0 || candidate.has(TiffTag.TILE_WIDTH);
			if (candidate == full.directory() || (kind & MASK) != 0 || !marked || !hasShape(full, candidate)) continue;
			TiffImage image = new TiffImage(candidate, indices);
			if (image.kind() == full.kind() && image.format().samples() == full.format().samples()) levels.add(image);
		}
		levels.sort(Comparator.comparingLong(i -> -(long) i.width() * i.height()));
		List<TiffImage> smaller = new ArrayList<>(List.of(full));
		for (TiffImage image : levels) {
			TiffImage last = smaller.get(smaller.size() - 1);
			if (image.width() < last.width() && image.height() <= last.height()) smaller.add(image);
		}
		return smaller;
	}

	/** Sizes are rounded in files: down, up, or to whole tiles' fractions. */
	private static boolean hasShape(TiffImage full, TiffDirectory candidate) throws IOException {
		int width = candidate.number(TiffTag.WIDTH);
		int height = candidate.number(TiffTag.HEIGHT);
		if (width < 1 || height < 1 || width >= full.width() || height > full.height()) return false;
		double expected = (double) full.height() * width / full.width();
		double off = Math.abs(expected - height);
		return off <= 1.5 || off <= SHAPE * expected || Math.abs((double) full.width() * height / full.height() - width) <= 1.5;
	}
}
