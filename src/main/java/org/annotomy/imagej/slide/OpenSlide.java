package org.annotomy.imagej.slide;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.slide.Slide;
import org.annotomy.slide.render.Looks;
import org.annotomy.slide.render.RegionReader;
import org.annotomy.slide.render.SlideLook;
import org.annotomy.slide.render.TileLoader;

/** A slide in use: its tiles on demand in a bounded cache. Owns both. */
public final class OpenSlide implements Closeable {

	private final Slide slide;
	private final TileLoader tiles;
	private final RegionReader regions;
	private final SlideLook firstLook;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/**
	 * @param slide closed with this; also if this fails
	 * @throws IOException if the tiles that show the range of the channels cannot be read
	 */
	public OpenSlide(Slide slide) throws IOException {
		this(slide, TileLoader.usualBytes());
	}

	/** @param cacheBytes for tiles */
	OpenSlide(Slide slide, long cacheBytes) throws IOException {
		this.slide = slide;
		tiles = new TileLoader(slide, cacheBytes, this::tileLoaded);
		regions = new RegionReader(slide, tiles);
		try {
			firstLook = Looks.first(slide, tiles);
		} catch (IOException | RuntimeException e) {
			close();
			throw e;
		}
	}

	public Slide slide() {
		return slide;
	}

	public TileLoader tiles() {
		return tiles;
	}

	public RegionReader regions() {
		return regions;
	}

	/** How it is shown to begin with. */
	public SlideLook firstLook() {
		return firstLook;
	}

	/** Hears of each tile that came in the background, on the thread that read it. */
	void onTile(Runnable listener) {
		listeners.add(listener);
	}

	void offTile(Runnable listener) {
		listeners.remove(listener);
	}

	private void tileLoaded() {
		listeners.forEach(Runnable::run);
	}

	/** Forgets the tiles and closes the file. */
	@Override
	public void close() throws IOException {
		listeners.clear();
		tiles.close();
		slide.close();
	}
}
