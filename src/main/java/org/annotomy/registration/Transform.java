package org.annotomy.registration;

import org.annotomy.geometry.Position;

/**
 * A map from the frame of one image to the frame of another, as {@link ImageFrame} describes frames: LPS mm for images with a place in a
 * patient. Images of one plane have z = 0, and transforms between them leave z as it is. Immutable; safe for threads.
 */
public sealed interface Transform permits AffineMap, ThinPlateSpline, InverseSpline, Composition {

	/** Where a place lies in the other frame. A place that has none there ({@link InverseSpline}) gives NaN coordinates. */
	Position apply(Position place);

	/**
	 * The way back.
	 *
	 * @throws IllegalArgumentException if there is none, because space collapses
	 */
	Transform inverse();

	/** What it does, in a few words for the user, such as {@code rigid: 12.3 mm, 4.5°}. */
	String describe();

	/** The map that nothing is moved by. */
	static Transform identity() {
		return AffineMap.IDENTITY;
	}

	/** First this one, then {@code next}; two affine maps become one. */
	default Transform then(Transform next) {
		return Composition.of(this, next);
	}

	/** Whether {@link #apply} gave a place. */
	static boolean isDefined(Position place) {
		return Double.isFinite(place.x()) && Double.isFinite(place.y()) && Double.isFinite(place.z());
	}
}
