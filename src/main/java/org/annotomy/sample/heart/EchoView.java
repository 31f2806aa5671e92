package org.annotomy.sample.heart;

/**
 * From where the probe looks at the heart. The heart's own frame is that of the four-chamber view: mm to the right of its tip's beam, and mm below the
 * probe.
 */
public enum EchoView {

	/** From the tip, all four chambers. */
	A4C("399214001", "Apical four chamber"),
	/** From the tip, turned so that the left chambers alone are seen, in the middle. */
	A2C("399232001", "Apical two chamber"),
	/** From beside the breastbone: the left ventricle lies across, its tip to the left, the right one between it and the probe. */
	PLAX("399139001", "Parasternal long axis");

	/** Where the middle of the left ventricle stands in the heart's frame. */
	private static final double MIDDLE_X = BeatingHeart.RING_X;
	private static final double ACROSS_X = 61;
	private static final double ACROSS_DEPTH = 62;

	private final String code;
	private final String meaning;

	EchoView(String code, String meaning) {
		this.code = code;
		this.meaning = meaning;
	}

	/** Of SNOMED CT (PS3.16 CID 12226). */
	public String code() {
		return code;
	}

	public String meaning() {
		return meaning;
	}

	/** Place in the heart's frame that is seen at a place of the picture; both as x, depth in mm. */
	double[] heart(double x, double depth) {
		return switch (this) {
			case A4C -> new double[]{x, depth};
			case A2C -> new double[]{x + MIDDLE_X, depth};
			case PLAX -> new double[]{depth - ACROSS_X, x + ACROSS_DEPTH};
		};
	}

	/** The way back. */
	public double[] picture(double x, double depth) {
		return switch (this) {
			case A4C -> new double[]{x, depth};
			case A2C -> new double[]{x - MIDDLE_X, depth};
			case PLAX -> new double[]{depth - ACROSS_DEPTH, x + ACROSS_X};
		};
	}

	/** Those that are cut by the beam, with the thickness of their walls in mm. */
	Walled[] chambers(BeatingHeart heart) {
		Walled left = new Walled(heart.leftVentricle(), heart.wallMm());
		Walled right = new Walled(heart.rightVentricle(), 4);
		Walled leftAtrium = new Walled(heart.leftAtrium(), 3);
		return switch (this) {
			case A4C -> new Walled[]{left, right, leftAtrium, new Walled(heart.rightAtrium(), 3)};
			case A2C -> new Walled[]{left, leftAtrium};
			case PLAX -> new Walled[]{left, right, leftAtrium};
		};
	}

	/** How many of the valves between atria and ventricles are seen, the mitral valve first. */
	int valves() {
		return this == A4C ? 2 : 1;
	}

	/** A chamber with its wall. */
	record Walled(Chamber chamber, double wallMm) {}
}
