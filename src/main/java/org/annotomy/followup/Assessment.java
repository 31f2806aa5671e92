package org.annotomy.followup;

/**
 * The disease at one time point.
 *
 * @param sumMm sum of diameters of the target lesions, of lymph nodes the short axes; NaN if one was not evaluated or there is none
 * @param changeFromBaselinePercent of the sum; NaN at baseline or where a sum is not known
 * @param nadirMm the smallest sum before this time point, baseline included; NaN at baseline
 * @param changeFromNadirPercent of the sum; NaN as above, or if the smallest sum is 0
 * @param changeFromNadirMm of the sum; NaN as above
 * @param newLesions how many unequivocal ones there are
 * @param equivocalNewLesions how many are not certain yet
 * @param target response of the target lesions
 * @param nonTarget response of all others that were there at baseline
 * @param overall response of the disease
 */
public record Assessment(double sumMm, double changeFromBaselinePercent, double nadirMm, double changeFromNadirPercent,
		double changeFromNadirMm, int newLesions, int equivocalNewLesions, Response target, Response nonTarget,
		Response overall) {}
