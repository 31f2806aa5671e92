package org.annotomy.followup;

/**
 * A lesion at one time point.
 *
 * @param lengthMm for targets the longest diameter, of lymph nodes the short axis; NaN if not measured
 * @param volumeMl of its segment; NaN if it has none
 * @param progressed for lesions that are watched, not measured: whether the rater calls their growth unequivocal
 * @param equivocal for new lesions: whether it is not yet certain that it is one
 */
public record LesionState(Presence presence, double lengthMm, double volumeMl, boolean progressed, boolean equivocal) {

	/** What a lesion counts that is too small to measure (RECIST 1.1, section 4.3.2). */
	public static final double TOO_SMALL_MM = 5;

	/** Looked for and gone. */
	public static final LesionState ABSENT = new LesionState(Presence.ABSENT, 0, 0, false, false);

	/** Nobody has said. */
	public static final LesionState NOT_EVALUATED = new LesionState(Presence.NOT_EVALUATED, Double.NaN, Double.NaN, false, false);

	/** A lesion that was measured. */
	public static LesionState measured(double lengthMm) {
		return new LesionState(Presence.PRESENT, lengthMm, Double.NaN, false, false);
	}

	/** A lesion that is there, without a measurement. */
	public static LesionState present() {
		return measured(Double.NaN);
	}

	/** What the lesion adds to the sum of diameters; NaN if that is not known. */
	public double summandMm() {
		return switch (presence) {
			case PRESENT -> lengthMm;
			case TOO_SMALL -> TOO_SMALL_MM;
			case ABSENT -> 0;
			case NOT_EVALUATED -> Double.NaN;
		};
	}
}
