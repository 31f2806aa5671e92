package org.annotomy.slide.mirax;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.RecentPixels;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** A MIRAX slide that is open: tiles are put together from the pictures that reach into them. */
final class MiraxSlide implements Slide {

	/** So many pictures may reach into a tile of their size. */
	private static final int MAX_IMAGES = 64;

	private final MiraxParts parts;
	private final SlideFacts facts;
	private final List<PyramidLevel> levels;
	private final LevelPieces[] pieces;
	private final RecentPixels decoded = new RecentPixels();

	MiraxSlide(MiraxParts parts, SlideFacts facts) {
		this.parts = parts;
		this.facts = facts;
		this.levels = List.copyOf(parts.levels());
		this.pieces = new LevelPieces[levels.size()];
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
		PyramidLevel level = levelOf(address);
		int left = address.column() * level.tileWidth();
		int top = address.row() * level.tileHeight();
		int width = level.widthOf(address.column());
		int height = level.heightOf(address.row());
		int[] rgb = new int[width * height];
		Arrays.fill(rgb, parts.slide().levels.get(address.level()).fill());
		List<LevelPieces.Piece> all = pieces(address.level()).in(address.column(), address.row());
		requireFew(all, address.level());
		for (LevelPieces.Piece piece : all) {
			ZoomLevel zoom = parts.slide().levels.get(address.level());
			int fromX = Math.max(left, piece.x());
			int fromY = Math.max(top, piece.y());
			int endX = Math.min(left + width, piece.x() + Math.min(piece.width(), zoom.width() - piece.left()));
			int endY = Math.min(top + height, piece.y() + Math.min(piece.height(), zoom.height() - piece.top()));
			if (fromX >= endX || fromY >= endY) continue;
			int[] image = image(address.level(), piece.image());
			for (int y = fromY; y < endY; y++)
				System.arraycopy(image, piece.left() + fromX - piece.x() + (piece.top() + y - piece.y()) * zoom.width(), rgb,
						fromX - left + (y - top) * width, endX - fromX);
		}
		return new Tile(width, height, facts.kind() == PixelKind.RGB ? rgb : component(rgb, address.c()));
	}

	/** A broken file can put all its pictures in one place. */
	private void requireFew(List<LevelPieces.Piece> all, int index) throws ImageFormatException {
		Set<Integer> images = new HashSet<>();
		for (LevelPieces.Piece piece : all)
			images.add(piece.image());
		ZoomLevel zoom = parts.slide().levels.get(index);
		PyramidLevel level = levels.get(index);
		if (images.size() > MAX_IMAGES + 8L * level.tileWidth() * level.tileHeight() / ((long) zoom.width() * zoom.height()))
			throw new ImageFormatException("The slide is broken: too many of its photos lie in one place.");
	}

	private synchronized LevelPieces pieces(int level) throws ImageFormatException {
		if (pieces[level] == null)
			pieces[level] = new LevelPieces(parts.slide(), level, levels.get(level), parts.images().get(level), parts.places());
		return pieces[level];
	}

	private int[] image(int level, int image) throws IOException {
		ZoomLevel zoom = parts.slide().levels.get(level);
		StoredItem item = parts.images().get(level).item(image);
		return decoded.get((long) level << 32 | image, () -> {
			try {
				return zoom.format().rgb(parts.files().read(item), zoom.width(), zoom.height());
			} catch (RuntimeException e) {
				throw new ImageFormatException("A picture of the slide is broken.", e);
			}
		});
	}

	private byte[] component(int[] rgb, int channel) {
		int shift = 16 - 8 * parts.slide().filters.get(channel).component();
		byte[] samples = new byte[rgb.length];
		for (int i = 0; i < samples.length; i++)
			samples[i] = (byte) (rgb[i] >> shift);
		return samples;
	}

	@Override
	public Set<String> associatedNames() {
		return Set.copyOf(parts.slide().pictures.keySet());
	}

	@Override
	public AssociatedImage readAssociated(String name) throws IOException {
		Integer record = parts.slide().pictures.get(name);
		if (record == null) return Slide.super.readAssociated(name);
		return AssociatedImage.ofJpeg(parts.files().read(parts.index().item(record)));
	}

	@Override
	public void close() throws IOException {
		parts.close();
	}
}
