package org.annotomy.followup;

import java.util.List;

/** The sums of diameters of the target lesions at each time point. */
final class TargetSums {

	private final List<Lesion> targets;
	private final double[] sums;

	TargetSums(List<Lesion> targets, int timePoints) {
		this.targets = targets;
		this.sums = new double[timePoints];
		for (int t = 0; t < timePoints; t++)
			sums[t] = targets.isEmpty() ? Double.NaN : sum(t);
	}

	private double sum(int t) {
		return targets.stream().mapToDouble(lesion -> lesion.states().get(t).summandMm()).sum();
	}

	/** NaN if a target was not evaluated, or there is none. */
	double at(int t) {
		return sums[t];
	}

	/** Of those that were evaluated; 0 if none was. */
	double evaluatedAt(int t) {
		return targets.stream().mapToDouble(lesion -> lesion.states().get(t).summandMm()).filter(mm -> !Double.isNaN(mm)).sum();
	}

	/** The smallest known sum before a time point; NaN if there is none. */
	double nadirBefore(int t) {
		double nadir = Double.NaN;
		for (int i = 0; i < t; i++)
			if (!Double.isNaN(sums[i]) && !(nadir <= sums[i])) nadir = sums[i];
		return nadir;
	}
}
