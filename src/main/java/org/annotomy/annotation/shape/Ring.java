package org.annotomy.annotation.shape;

import java.util.List;

import org.annotomy.geometry.Vertices;

/**
 * One connected part of a polygon: an outline and the holes in it. Rings are stored open (the last point is not the first one again).
 *
 * @param shell at least three points
 * @param holes each at least three points, inside the shell
 */
public record Ring(Vertices shell, List<Vertices> holes) {

	/** @throws IllegalArgumentException if a ring has fewer than three points */
	public Ring {
		holes = List.copyOf(holes);
		requireThree(shell);
		holes.forEach(Ring::requireThree);
	}

	public static Ring of(Vertices shell) {
		return new Ring(shell, List.of());
	}

	public Ring translate(double dx, double dy) {
		return new Ring(shell.translate(dx, dy), holes.stream().map(hole -> hole.translate(dx, dy)).toList());
	}

	private static void requireThree(Vertices ring) {
		if (ring.size() < 3) throw new IllegalArgumentException("A ring needs at least three points, not " + ring.size() + ".");
	}
}
