package org.annotomy.followup;

/** How fast a volume grows, if it grows exponentially (Schwartz 1961, Cancer 14:1272; Mehrara et al. 2007, Cancer Res 67:3970). */
public final class Growth {

	private Growth() {}

	/**
	 * Days in which the volume doubles; negative if it halves in so many days, infinite if it stays.
	 *
	 * @param firstMl volume at the first time
	 * @param secondMl volume at the second time
	 * @param days between both
	 * @return NaN if a volume is not positive, or the time is not
	 */
	public static double doublingDays(double firstMl, double secondMl, double days) {
		if (!(firstMl > 0 && secondMl > 0 && days > 0)) return Double.NaN;
		return days * Math.log(2) / Math.log(secondMl / firstMl);
	}

	/** Specific growth rate: percent a day. @return NaN as {@link #doublingDays} */
	public static double percentPerDay(double firstMl, double secondMl, double days) {
		if (!(firstMl > 0 && secondMl > 0 && days > 0)) return Double.NaN;
		return 100 * Math.log(secondMl / firstMl) / days;
	}
}
