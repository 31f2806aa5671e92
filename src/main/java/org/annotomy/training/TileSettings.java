package org.annotomy.training;

import java.util.List;
import java.util.Objects;

import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;

/**
 * How a slide is cut into tiles.
 *
 * @param downsample pixels of level 0 per pixel of a tile, at least 1
 * @param size of a tile in its own pixels, along both axes
 * @param overlap with the next tile in its own pixels, below {@code size}
 * @param classes keys of the classes in masks, in the order of drawing: where marks overlap, the later class wins
 * @param inside key of a class: only tiles of which enough lies in its marks; null for all
 * @param leastInside the part of a tile that must lie in marks of {@code inside}, above 0 to 1
 * @param keepEmpty whether tiles without a mark of {@code classes} are kept
 * @param masks what masks hold
 */
public record TileSettings(double downsample, int size, int overlap, List<String> classes, String inside, double leastInside,
		boolean keepEmpty, Masks masks) {

	/** What the pixels of a mask hold. */
	public enum Masks {
		/** The number of the class, from 1 in the order of drawing; 0 is background. 8 bits. */
		CLASSES,
		/** The number of the mark within the tile, from 1; 0 is background. 16 bits. */
		INSTANCES,
		/** There are no masks. */
		NONE
	}

	private static final int LARGEST = 8192;
	private static final int MOST_CLASSES = 255;

	/** @throws IllegalArgumentException if a number is outside its range; in words for the user */
	public TileSettings {
		Objects.requireNonNull(masks, "masks");
		classes = List.copyOf(classes);
		if (!(downsample >= 1) || Double.isInfinite(downsample))
			throw new IllegalArgumentException("The downsample of tiles must be 1 or above, not " + downsample + ".");
		if (size < 16 || size > LARGEST)
			throw new IllegalArgumentException("Tiles have a side of 16 to " + LARGEST + " pixels, not " + size + ".");
		if (overlap < 0 || overlap >= size)
			throw new IllegalArgumentException("Tiles of " + size + " pixels cannot overlap by " + overlap + ".");
		if (classes.isEmpty() || classes.size() > MOST_CLASSES)
			throw new IllegalArgumentException("An export needs 1 to " + MOST_CLASSES + " classes, not " + classes.size() + ".");
		if (!(leastInside > 0 && leastInside <= 1))
			throw new IllegalArgumentException(
					"The part of a tile inside marks must be above 0 and at most 1, not " + leastInside + ".");
	}

	/** As written beside the tiles. */
	JsonObject json() {
		return JsonObject.builder().put("downsample", downsample).put("tileSize", size).put("overlap", overlap)
				.put("classes", JsonArray.of(classes.stream().map(JsonScalar::of).toList())).put("inside", inside)
				.put("leastInside", leastInside).put("keepEmpty", keepEmpty).put("masks", masks.name()).build();
	}
}
