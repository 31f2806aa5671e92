package org.annotomy.linking.place;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Position;

/** What is known of where a place of one image lies in another one. */
public sealed interface Expected {

	/**
	 * It lies there.
	 *
	 * @param voxel of the other image, centres at whole numbers; it may lie outside of it
	 * @param errorMm how far off it may be; 0 for a shared frame of reference, NaN if nobody knows
	 */
	record Exact(Position voxel, double errorMm) implements Expected {}

	/**
	 * It lies somewhere in an area: a line or arc with its tolerance, such as that of equal distance from the nipple.
	 *
	 * @param area in pixels of the other image, pixel-corner frame
	 * @param slice of the other image, from 0
	 * @param words what the area is, for the rater
	 */
	record Band(Shape area, int slice, String words) implements Expected {}

	/** Nobody knows. @param reason one sentence for the rater that says what to do */
	record Unknown(String reason) implements Expected {}
}
