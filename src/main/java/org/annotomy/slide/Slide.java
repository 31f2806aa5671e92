package org.annotomy.slide;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.annotomy.image.ImageFormatException;

/**
 * A gigapixel image: a pyramid of tiles, read on demand. Safe for use by several threads. Whoever opens it closes it; tiles asked for
 * afterwards fail with an {@link IOException}.
 */
public interface Slide extends Closeable {

	/** The picture of the glass with its label beside the tissue. */
	String MACRO = "macro";

	/** The picture of the label, which can show a patient's name. */
	String LABEL = "label";

	/** A small picture of the tissue. */
	String THUMBNAIL = "thumbnail";

	SlideFacts facts();

	/** From full resolution (level 0) to the coarsest; at least one, each smaller than the one before. */
	List<PyramidLevel> levels();

	/**
	 * Reads and decodes one tile; nothing is kept. What the file leaves out (sparse pyramids) is background: in colour
	 * white or what the file says, else 0.
	 *
	 * @throws ImageFormatException if the tile is broken; in words for the user. Other tiles can still be read
	 * @throws IndexOutOfBoundsException if there is no such tile
	 */
	Tile readTile(TileAddress address) throws IOException;

	/**
	 * Some rows of a tile, where they take clearly less time than all of it.
	 *
	 * @param from first row within the tile; it and the others are rows of the tile, and not all of them
	 * @return as wide as the tile and as high as {@code rows}; empty where they would take as long as the tile, or it is broken: then
	 *         {@link #readTile} tells
	 * @throws IndexOutOfBoundsException if there is no such tile
	 */
	default Optional<Tile> readRows(TileAddress address, int from, int rows) throws IOException {
		return Optional.empty();
	}

	/** The level that a tile belongs to. @throws IndexOutOfBoundsException if there is no such tile */
	default PyramidLevel levelOf(TileAddress address) {
		PyramidLevel level = levels().get(address.level());
		boolean inside = address.column() < level.columns() && address.row() < level.rows()
				&& address.c() < facts().channels().size() && address.z() < facts().slices()
				&& address.t() < facts().timePoints();
		if (!inside) throw new IndexOutOfBoundsException("There is no such tile.");
		return level;
	}

	/** The images of the file, of which this is one. */
	default FileImages images() {
		return FileImages.ONE;
	}

	/** Names of the pictures that come with the slide, such as {@link #LABEL}. */
	default Set<String> associatedNames() {
		return Set.of();
	}

	/** Reads a picture that comes with the slide. @throws IllegalArgumentException if there is none of this name */
	default AssociatedImage readAssociated(String name) throws IOException {
		throw new IllegalArgumentException("The slide has no picture \"" + name + "\".");
	}

	/** The colour profile (ICC) of the pixels, if the file has one; a copy. */
	default Optional<byte[]> iccProfile() throws IOException {
		return Optional.empty();
	}

	/** What is strange about the tiles read so far, a sentence for the user; empty if nothing is. It may become true, or cease to be. */
	default Optional<String> remark() {
		return Optional.empty();
	}

	/** The level to draw at when one screen pixel spans {@code downsample} pixels of level 0: the coarsest that is still fine enough. */
	default int levelFor(double downsample) {
		int best = 0;
		for (int i = 1; i < levels().size(); i++)
			if (levels().get(i).downsample() <= downsample * (1 + 1e-6)) best = i;
		return best;
	}
}
