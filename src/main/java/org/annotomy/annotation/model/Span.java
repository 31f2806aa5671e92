package org.annotomy.annotation.model;

import java.util.List;

/**
 * The slices and time points that an object reaches over, both ends included, from 0.
 *
 * @param keySlices slices that were drawn by hand; may be empty
 * @param interpolated whether the slices between the keys are to be filled in
 */
public record Span(int firstZ, int lastZ, int firstT, int lastT, List<Integer> keySlices, boolean interpolated) {

	/** @throws IllegalArgumentException if an end lies before its beginning or below 0 */
	public Span {
		keySlices = List.copyOf(keySlices);
		if (firstZ < 0 || lastZ < firstZ || firstT < 0 || lastT < firstT)
			throw new IllegalArgumentException(
					"An object cannot span slices " + firstZ + "–" + lastZ + " and time points " + firstT + "–" + lastT + ".");
	}

	public static Span slices(int first, int last) {
		return new Span(first, last, 0, 0, List.of(), false);
	}

	public boolean contains(int z, int t) {
		return firstZ <= z && z <= lastZ && firstT <= t && t <= lastT;
	}
}
