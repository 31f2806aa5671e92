package org.annotomy.slide.pyramid;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/**
 * A slide that stands for another file.
 *
 * @param also closed with the slide
 */
record RenamedSlide(Slide slide, SlideFacts facts, Closeable also) implements Slide {

	@Override
	public List<PyramidLevel> levels() {
		return slide.levels();
	}

	@Override
	public Tile readTile(TileAddress address) throws IOException {
		return slide.readTile(address);
	}

	@Override
	public void close() throws IOException {
		try (also) {
			slide.close();
		}
	}
}
