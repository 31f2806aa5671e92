package org.annotomy.dicom.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** A DICOM slide that is open. */
final class WsiSlide implements Slide {

	private static final long MAX_PICTURE = 100_000_000;

	private final WsiSeries series;
	private final SlideFacts facts;
	private final List<PyramidLevel> levels = new ArrayList<>();
	private final List<String> paths;
	private volatile boolean closed;

	WsiSlide(WsiSeries series, SlideFacts facts) {
		this.series = series;
		this.facts = facts;
		this.paths = series.levels().get(0).paths();
		WsiInstance full = series.levels().get(0).first();
		for (WsiLevel level : series.levels()) {
			WsiInstance first = level.first();
			levels.add(new PyramidLevel(first.width(), first.height(), first.tileWidth(), first.tileHeight(),
					PyramidLevel.downsample(full.width(), full.height(), first.width(), first.height())));
		}
	}

	@Override
	public SlideFacts facts() {
		return facts;
	}

	@Override
	public List<PyramidLevel> levels() {
		return List.copyOf(levels);
	}

	@Override
	public Tile readTile(TileAddress at) throws IOException {
		if (closed) throw new IOException("The slide is closed.");
		PyramidLevel level = levelOf(at);
		return series.levels().get(at.level()).read(paths.get(at.c()), at.z(), at.row(), at.column());
	}

	@Override
	public Set<String> associatedNames() {
		return Set.copyOf(series.pictures().keySet());
	}

	@Override
	public AssociatedImage readAssociated(String name) throws IOException {
		WsiLevel picture = series.pictures().get(name);
		if (picture == null) return Slide.super.readAssociated(name);
		WsiInstance first = picture.first();
		if (first.kind() != PixelKind.RGB || (long) first.width() * first.height() > MAX_PICTURE)
			throw new ImageFormatException("The picture that comes with the slide has no colours, or is too large.");
		int[] rgb = new int[first.width() * first.height()];
		for (int top = 0; top < first.height(); top += first.tileHeight())
			for (int left = 0; left < first.width(); left += first.tileWidth()) {
				Tile tile = picture.read(picture.paths().get(0), 0, top / first.tileHeight(), left / first.tileWidth());
				for (int y = 0; y < tile.height(); y++)
					System.arraycopy(tile.samples(), y * tile.width(), rgb, left + (top + y) * first.width(), tile.width());
			}
		return new AssociatedImage(first.width(), first.height(), rgb);
	}

	@Override
	public Optional<byte[]> iccProfile() throws IOException {
		DicomDataset dataset = series.levels().get(0).first().dataset();
		for (DicomDataset path : dataset.items(Tag.OPTICAL_PATH_SEQUENCE)) {
			Optional<DicomElement> profile = path.element(Tag.ICC_PROFILE);
			if (profile.isPresent()) return Optional.of(path.littleEndianBytes(profile.get()).clone());
		}
		return Optional.empty();
	}

	@Override
	public void close() throws IOException {
		closed = true;
		series.close();
	}
}
