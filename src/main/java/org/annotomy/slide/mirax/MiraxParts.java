package org.annotomy.slide.mirax;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.SlideFile;

/**
 * What the files of a slide say, read when it is opened.
 *
 * @param settings Slidedat.ini, which stays open as the place the others are found from
 * @param images for each level that is shown
 */
record MiraxParts(SlideFile settings, SlideDat slide, SlideFile indexFile, IndexFile index, DataFiles files,
		List<StoredImages> images, PhotoPlaces places) implements Closeable {

	private static final int MAX_SETTINGS = 1 << 20;
	private static final int MAX_SIDE = 1 << 20;
	private static final int SMALLEST_TILE = 256;
	private static final int LARGEST_TILE = 512;

	/** @param settings closed if this fails */
	static MiraxParts read(SlideFile settings) throws IOException {
		List<Closeable> open = new ArrayList<>(List.of(settings));
		try {
			if (settings.size() > MAX_SETTINGS)
				throw new ImageFormatException("The slide's Slidedat.ini has " + settings.size() + " bytes, which cannot be.");
			SlideDat slide = new SlideDat(new IniFile(settings.read(0, (int) settings.size())));
			DataFiles files = new DataFiles(settings, slide.dataFiles);
			open.add(files);
			SlideFile indexFile = settings.sibling(slide.indexFile);
			open.add(indexFile);
			IndexFile index = new IndexFile(indexFile, slide);
			PhotoPlaces places = slide.positions < 0
					? PhotoPlaces.regular(slide)
					: PhotoPlaces.of(slide, files.read(index.item(slide.positions)));
			List<StoredImages> images = images(slide, index);
			LevelPieces.use(slide, images.get(0), places);
			return new MiraxParts(settings, slide, indexFile, index, files, images, places);
		} catch (IOException | RuntimeException e) {
			for (Closeable file : open)
				file.close();
			throw e;
		}
	}

	/** Coarser levels end where there are no pictures, or where a photo would be smaller than a pixel. */
	private static List<StoredImages> images(SlideDat slide, IndexFile index) throws IOException {
		List<StoredImages> images = new ArrayList<>();
		for (int level = 0; level < slide.levels.size(); level++) {
			ZoomLevel zoom = slide.levels.get(level);
			long width = slide.width(level);
			long height = slide.height(level);
			int pieces = LevelPieces.perSide(slide, level);
			boolean visible = width > 0 && height > 0 && zoom.width() >= pieces && zoom.height() >= pieces;
			StoredImages stored = visible ? index.images(level) : new StoredImages();
			if (level == 0 && (width > MAX_SIDE || height > MAX_SIDE || stored.count() == 0))
				throw new ImageFormatException("The slide holds no pictures, or states " + width + " × " + height
						+ " pixels, which cannot be.");
			if (stored.count() == 0) break;
			images.add(stored);
		}
		return images;
	}

	/** Those that are shown. */
	List<PyramidLevel> levels() {
		List<PyramidLevel> levels = new ArrayList<>();
		for (int level = 0; level < images.size(); level++) {
			ZoomLevel zoom = slide.levels.get(level);
			levels.add(
					new PyramidLevel((int) slide.width(level), (int) slide.height(level), tile(zoom.width()), tile(zoom.height()),
							(double) zoom.cells() / slide.levels.get(0).cells()));
		}
		return levels;
	}

	/** As large as the pictures, within reason: then most of them lie in one tile only where photos do not overlap. */
	private static int tile(int picture) {
		return Math.max(SMALLEST_TILE, Math.min(LARGEST_TILE, picture));
	}

	@Override
	public void close() throws IOException {
		try (settings; indexFile; files) {
			// closes all three
		}
	}
}
