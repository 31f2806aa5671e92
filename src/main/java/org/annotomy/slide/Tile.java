package org.annotomy.slide;

import java.lang.reflect.Array;
import java.util.Objects;

/**
 * The pixels of one tile of one channel, row by row, top row first; shared with a cache, so not to be changed. A tile at the right or lower
 * edge of its level ends with the level.
 *
 * @param samples {@code width · height} samples, as the {@link PixelKind} of the slide says
 */
public record Tile(int width, int height, Object samples) {

	/** @throws IllegalArgumentException if there are not {@code width · height} samples */
	public Tile {
		Objects.requireNonNull(samples, "samples");
		if (width < 1 || height < 1 || Array.getLength(samples) != width * height)
			throw new IllegalArgumentException("A tile of " + width + " × " + height + " pixels cannot have "
					+ Array.getLength(samples) + " samples.");
	}
}
