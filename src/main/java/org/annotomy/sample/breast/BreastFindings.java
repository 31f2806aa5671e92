package org.annotomy.sample.breast;

import java.util.List;

import org.annotomy.geometry.Position;

/** What there is to find in the breast phantom. */
public final class BreastFindings {

	/** All findings of both breasts. */
	public static final List<BreastLesion> ALL = List.of(
			mass("spiculated mass, left upper outer", false, new Position(22, -38, 18), 7, 6.5, 7, 30),
			specks("fine calcifications, left lower inner", false, new Position(-16, -42, -14), 5, 4, 4, 16),
			mass("oval mass, left deep lower", false, new Position(6, -22, -24), 7, 5, 5.5, 0),
			mass("oval mass, right lower outer", true, new Position(-24, -40, -12), 9, 7, 6.5, 0),
			specks("fine calcifications, right upper outer", true, new Position(-20, -30, 24), 6, 4, 5, 20),
			mass("small irregular mass, right upper inner", true, new Position(18, -44, 16), 4.5, 4.5, 4, 14));

	private BreastFindings() {}

	private static BreastLesion mass(String name, boolean right, Position centre, double a, double b, double c, int spikes) {
		return new BreastLesion(name, "mass", right, centre, a, b, c, spikes, 0);
	}

	private static BreastLesion specks(String name, boolean right, Position centre, double a, double b, double c, int specks) {
		return new BreastLesion(name, "calcification", right, centre, a, b, c, 0, specks);
	}
}
