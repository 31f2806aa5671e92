package org.annotomy.linking.place;

import java.util.Objects;

import org.annotomy.registration.Transform;

/**
 * Leads from the frame of one image to that of another.
 *
 * @param errorMm how far off it may be, in the unit of the frame: 0 in a shared frame of reference, NaN if nobody knows
 */
public record SpaceMap(Transform transform, double errorMm) {

	/** Both are one frame. */
	public static final SpaceMap SAME = new SpaceMap(Transform.identity(), 0);

	public SpaceMap {
		Objects.requireNonNull(transform, "transform");
	}

	/** The way back. @throws IllegalArgumentException if space collapses on the way here */
	public SpaceMap inverse() {
		return new SpaceMap(transform.inverse(), errorMm);
	}

	/** First this way, then another one; errors add up. */
	public SpaceMap then(SpaceMap next) {
		return new SpaceMap(transform.then(next.transform), errorMm + next.errorMm);
	}
}
