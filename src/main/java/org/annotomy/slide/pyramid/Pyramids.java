package org.annotomy.slide.pyramid;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.task.Progress;

/** Coarser levels for images that have one size only. */
public final class Pyramids {

	/** Smaller pictures fit into memory as a whole: they are left to ImageJ. */
	static final long LARGE_PIXELS = 64_000_000;

	private Pyramids() {}

	/** Whether an image of that size is a slide even if it has one size only. */
	public static boolean isLarge(int width, int height) {
		return (long) width * height >= LARGE_PIXELS;
	}

	/**
	 * The slide with coarser levels, which are made once and kept in the user's folder; the slide itself if it has some, is small, or has
	 * several planes.
	 *
	 * @param full closed with what is returned; also if this fails
	 * @param file that it was read from
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static Slide completed(Slide full, Path file, Progress progress) throws IOException {
		return completed(full, file, PyramidCache.ofUser(), progress);
	}

	static Slide completed(Slide full, Path file, PyramidCache cache, Progress progress) throws IOException {
		try {
			boolean single = full.facts().channels().size() == 1 && full.facts().slices() == 1 && full.facts().timePoints() == 1;
			PyramidLevel level = full.levels().get(0);
			if (full.levels().size() > 1 || !single || PyramidBuilder.isSmall(level)) return full;
			PyramidCache.Kept made = cache.get(file, full.images(),
					(to, most) -> PyramidBuilder.build(new SlideRows(full), false, to, most, progress),
					progress);
			return new PyramidSlide(full, made.open(progress));
		} catch (IOException | RuntimeException e) {
			full.close();
			throw e;
		}
	}
}
