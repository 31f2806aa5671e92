package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlideFile;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** A slide in a TIFF file that is open. */
final class TiffSlide implements Slide {

	private static final long MAX_PICTURE = 100_000_000;
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
		levelOf(address);
		int plane = address.c() + facts.channels().size() * (address.z() + facts.slices() * address.t());
		TiffPlane from = planes.get(address.level())[plane];
		return from.image().read(address.column(), address.row(), from.sample());
	}

	@Override
	public Set<String> associatedNames() {
		return Set.copyOf(layout.associated.keySet());
	}

	@Override
	public AssociatedImage readAssociated(String name) throws IOException {
		TiffDirectory directory = layout.associated.get(name);
		if (directory == null) return Slide.super.readAssociated(name);
		TiffImage image = new TiffImage(directory, false);
		if ((long) image.width() * image.height() > MAX_PICTURE)
			throw new ImageFormatException("The picture that comes with the slide is too large: " + image.width() + " × "
					+ image.height() + " pixels.");
		int[] rgb = new int[image.width() * image.height()];
		for (int top = 0, row = 0; top < image.height(); top += image.tileHeight(), row++)
			for (int left = 0, column = 0; left < image.width(); left += image.tileWidth(), column++)
				put(image.read(column, row, 0), image.kind(), rgb, left + top * image.width(), image.width());
		return new AssociatedImage(image.width(), image.height(), rgb);
	}

	private static void put(Tile tile, PixelKind kind, int[] rgb, int at, int stride) throws ImageFormatException {
		for (int y = 0; y < tile.height(); y++)
			for (int x = 0; x < tile.width(); x++) {
				int i = x + y * tile.width();
				rgb[at + x + y * stride] = switch (kind) {
					case RGB -> ((int[]) tile.samples())[i];
					case GREY_8 -> (((byte[]) tile.samples())[i] & 0xff) * 0x10101;
					case GREY_16 -> (((short[]) tile.samples())[i] >> 8 & 0xff) * 0x10101;
					default -> throw new ImageFormatException("The picture that comes with the slide has no colours.");
				};
			}
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
