package org.annotomy.linking.place;

import java.util.Objects;

/**
 * That somebody has said how two images lie to each other.
 *
 * @param from key of a member of a group; likewise {@code to}
 * @param map from the frame of the one to that of the other
 * @param words how it was found, such as {@code offset set by the user}
 */
public record Alignment(String from, String to, SpaceMap map, String words) {

	public Alignment {
		Objects.requireNonNull(from, "from");
		Objects.requireNonNull(to, "to");
		Objects.requireNonNull(map, "map");
		Objects.requireNonNull(words, "words");
		if (from.equals(to)) throw new IllegalArgumentException("An image is not aligned with itself.");
	}
}
