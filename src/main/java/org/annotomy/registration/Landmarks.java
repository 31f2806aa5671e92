package org.annotomy.registration;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Position;

/**
 * Places of one image and the places of another that are the same in the body.
 *
 * @param moving in the frame of the image that is to be mapped
 * @param fixed the same places in the frame of the other, in the same order
 * @param plane whether both images are single planes: z is 0 then
 */
public record Landmarks(List<Position> moving, List<Position> fixed, boolean plane) {

	/** More than anybody sets; the errors of as many held-out pairs take seconds. */
	public static final int MOST = 500;

	/** @throws IllegalArgumentException if the counts differ, are too high, or a number is not finite */
	public Landmarks {
		moving = List.copyOf(moving);
		fixed = List.copyOf(fixed);
		if (moving.size() != fixed.size())
			throw new IllegalArgumentException(
					"Landmarks come in pairs, but there are " + moving.size() + " in the moving image and "
							+ fixed.size() + " in the fixed one.");
		if (moving.size() > MOST)
			throw new IllegalArgumentException("There are " + moving.size() + " landmarks; at most " + MOST + " can be used.");
		for (Position place : moving)
			requireFinite(place);
		for (Position place : fixed)
			requireFinite(place);
	}

	private static void requireFinite(Position place) {
		if (!Transform.isDefined(place)) throw new IllegalArgumentException("A landmark has no finite place.");
	}

	public int size() {
		return moving.size();
	}

	/** 2 or 3. */
	int dimensions() {
		return plane ? 2 : 3;
	}

	/** All but one pair. */
	Landmarks without(int index) {
		List<Position> fewerMoving = new ArrayList<>(moving);
		List<Position> fewerFixed = new ArrayList<>(fixed);
		fewerMoving.remove(index);
		fewerFixed.remove(index);
		return new Landmarks(fewerMoving, fewerFixed, plane);
	}

	/** The mean of places; the origin for none. */
	static Position centre(List<Position> places) {
		Position sum = Position.ORIGIN;
		for (Position place : places)
			sum = sum.plus(place);
		return places.isEmpty() ? sum : sum.times(1.0 / places.size());
	}

	/** How far places lie from their mean, as a root mean square. */
	static double spread(List<Position> places) {
		Position centre = centre(places);
		double sum = 0;
		for (Position place : places)
			sum += place.minus(centre).dot(place.minus(centre));
		return places.isEmpty() ? 0 : Math.sqrt(sum / places.size());
	}
}
