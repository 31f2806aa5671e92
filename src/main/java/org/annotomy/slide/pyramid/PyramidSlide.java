package org.annotomy.slide.pyramid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** A slide of one level with the coarser ones that were made for it. */
final class PyramidSlide implements Slide {

	private final Slide full;
	private final Slide made;
	private final List<PyramidLevel> levels = new ArrayList<>();

	/** @param made levels from the second on */
	PyramidSlide(Slide full, Slide made) {
		this.full = full;
		this.made = made;
		PyramidLevel first = full.levels().get(0);
		levels.add(first);
		for (PyramidLevel level : made.levels())
			levels.add(new PyramidLevel(level.width(), level.height(), level.tileWidth(), level.tileHeight(),
					PyramidLevel.downsample(first.width(), first.height(), level.width(), level.height())));
	}

	@Override
	public SlideFacts facts() {
		return full.facts();
	}

	@Override
	public List<PyramidLevel> levels() {
		return List.copyOf(levels);
	}

	@Override
	public Tile readTile(TileAddress at) throws IOException {
		if (at.level() == 0) return full.readTile(at);
		return made.readTile(new TileAddress(at.level() - 1, at.column(), at.row(), at.c(), at.z(), at.t()));
	}

	@Override
	public Optional<Tile> readRows(TileAddress at, int from, int rows) throws IOException {
		return at.level() == 0 ? full.readRows(at, from, rows) : Optional.empty();
	}

	@Override
	public FileImages images() {
		return full.images();
	}

	@Override
	public Set<String> associatedNames() {
		return full.associatedNames();
	}

	@Override
	public AssociatedImage readAssociated(String name) throws IOException {
		return full.readAssociated(name);
	}

	@Override
	public Optional<byte[]> iccProfile() throws IOException {
		return full.iccProfile();
	}

	@Override
	public void close() throws IOException {
		full.close();
		made.close();
	}
}
