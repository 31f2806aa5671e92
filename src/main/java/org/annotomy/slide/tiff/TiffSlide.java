package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlideFile;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** A slide in a TIFF file that is open. */
final class TiffSlide implements Slide {

	private static final int MAX_PROFILE = 16 << 20;

	private final SlideFile file;
	private final SlideFacts facts;
	private final List<PyramidLevel> levels;
	private final List<TiffPlane[]> planes;
	private final TiffLayout layout;

	TiffSlide(SlideFile file, SlideFacts facts, TiffLayout layout) throws IOException {
		this.file = file;
		this.facts = facts;
		this.levels = List.copyOf(layout.pyramid());
		this.planes = List.copyOf(layout.levels);
		this.layout = layout;
	}

	@Override
	public SlideFacts facts() {
		return facts;
	}

	@Override
	public List<PyramidLevel> levels() {
		return levels;
	}

	@Override
	public Tile readTile(TileAddress address) throws IOException {
		TiffPlane from = plane(address);
		return from.image().read(address.column(), address.row(), from.sample());
	}

	private TiffPlane plane(TileAddress address) {
		levelOf(address);
		int plane = address.c() + facts.channels().size() * (address.z() + facts.slices() * address.t());
		return planes.get(address.level())[plane];
	}

	@Override
	public Optional<Tile> readRows(TileAddress address, int from, int rows) throws IOException {
		return plane(address).image().readRows(address.column(), address.row(), from, rows);
	}

	@Override
	public FileImages images() {
		return layout.images;
	}

	@Override
	public Set<String> associatedNames() {
		return Set.copyOf(layout.associated.keySet());
	}

	@Override
	public AssociatedImage readAssociated(String name) throws IOException {
		Picture picture = layout.associated.get(name);
		return picture == null ? Slide.super.readAssociated(name) : picture.read();
	}

	@Override
	public Optional<byte[]> iccProfile() throws IOException {
		byte[] profile = planes.get(0)[0].image().directory().raw(TiffTag.ICC, MAX_PROFILE);
		return profile.length == 0 ? Optional.empty() : Optional.of(profile);
	}

	@Override
	public void close() throws IOException {
		try (layout) {
			file.close();
		}
	}
}
