package org.annotomy.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.annotomy.annotation.protocol.FollowUpRole;

/**
 * Response evaluation criteria in solid tumours, version 1.1: Eisenhauer et al., Eur J Cancer 2009;45:228 (doi:10.1016/j.ejca.2008.10.026),
 * sections 4.3 and 4.4 and tables 1 and 2. The first time point is the baseline.
 * <p>
 * Each time point is judged by itself: whether a response was confirmed later, best overall response and tumour markers are left to the
 * reader of the table. The nadir goes over the time points whose sum is known.
 */
public final class Recist {

	private static final double PARTIAL = 0.7;
	private static final double PROGRESSION = 1.2;
	private static final double PROGRESSION_MM = 5;
	private static final double NORMAL_NODE_MM = 10;
	/** So that 30 % of measured tenths of millimetres is 30 %. */
	private static final double ROUNDING = 1e-9;

	private final List<Lesion> targets;
	private final List<Lesion> others;
	private final List<Lesion> fresh;
	private final TargetSums sums;

	private Recist(List<Lesion> lesions, int timePoints) {
		targets = lesions.stream().filter(lesion -> lesion.role().isTarget()).toList();
		fresh = lesions.stream().filter(lesion -> lesion.role() == FollowUpRole.NEW_LESION).toList();
		others = lesions.stream().filter(lesion -> !lesion.role().isTarget() && lesion.role() != FollowUpRole.NEW_LESION)
				.toList();
		sums = new TargetSums(targets, timePoints);
	}

	/**
	 * @param lesions each with a state for each time point; may be empty
	 * @param timePoints how many there are, at least 1
	 * @return one assessment for each time point; that of the baseline has sums and no response
	 * @throws IllegalArgumentException if a lesion has another number of states
	 */
	public static List<Assessment> assess(List<Lesion> lesions, int timePoints) {
		for (Lesion lesion : lesions)
			if (lesion.states().size() != timePoints)
				throw new IllegalArgumentException("The lesion " + lesion.name() + " has " + lesion.states().size()
						+ " states, but there are " + timePoints + " time points.");
		Recist recist = new Recist(lesions, timePoints);
		List<Assessment> assessments = new ArrayList<>();
		for (int t = 0; t < timePoints; t++)
			assessments.add(recist.at(t));
		return assessments;
	}

	private Assessment at(int t) {
		double sum = sums.at(t);
		double nadir = sums.nadirBefore(t);
		int certain = count(t, state -> !state.equivocal());
		int equivocal = count(t, LesionState::equivocal);
		if (t == 0)
			return new Assessment(sum, Double.NaN, Double.NaN, Double.NaN, Double.NaN, certain, equivocal, Response.NONE,
					Response.NONE,
					Response.NONE);
		Response target = target(t);
		Response nonTarget = nonTarget(t);
		return new Assessment(sum, percent(sum, sums.at(0)), nadir, percent(sum, nadir), sum - nadir, certain, equivocal, target,
				nonTarget, overall(target, nonTarget, certain > 0));
	}

	private int count(int t, Predicate<LesionState> which) {
		return (int) fresh.stream().map(lesion -> lesion.states().get(t))
				.filter(state -> state.presence() == Presence.PRESENT || state.presence() == Presence.TOO_SMALL).filter(which)
				.count();
	}

	private static double percent(double sum, double reference) {
		return reference > 0 ? 100 * (sum - reference) / reference : Double.NaN;
	}

	private Response target(int t) {
		if (targets.isEmpty()) return Response.NONE;
		if (isProgression(sums.evaluatedAt(t), sums.nadirBefore(t))) return Response.PROGRESSIVE;
		if (Double.isNaN(sums.at(t)) || Double.isNaN(sums.at(0))) return Response.NOT_EVALUABLE;
		if (targets.stream().allMatch(lesion -> isGone(lesion, t))) return Response.COMPLETE;
		boolean partial = sums.at(t) <= partialLimitMm(sums.at(0)) + ROUNDING;
		return partial ? Response.PARTIAL : Response.STABLE;
	}

	/** Also of a part of the targets: those that were not evaluated can only add to it. From a nadir of 0 any 5 mm are progression. */
	private static boolean isProgression(double sum, double nadir) {
		return sum >= progressionLimitMm(nadir) - ROUNDING;
	}

	/** The largest sum of diameters that is a partial response. */
	public static double partialLimitMm(double baselineMm) {
		return PARTIAL * baselineMm;
	}

	/** The smallest sum of diameters that is progression: 20 % and 5 mm more than the smallest before. */
	public static double progressionLimitMm(double nadirMm) {
		return Math.max(PROGRESSION * nadirMm, nadirMm + PROGRESSION_MM);
	}

	/** A lymph node need not disappear: below 10 mm it is normal. */
	private static boolean isGone(Lesion lesion, int t) {
		LesionState state = lesion.states().get(t);
		return state.presence() == Presence.ABSENT || lesion.role().isNode() && state.summandMm() < NORMAL_NODE_MM;
	}

	private Response nonTarget(int t) {
		if (others.isEmpty()) return Response.NONE;
		if (others.stream().anyMatch(lesion -> lesion.states().get(t).progressed())) return Response.PROGRESSIVE;
		if (others.stream().anyMatch(lesion -> lesion.states().get(t).presence() == Presence.NOT_EVALUATED))
			return Response.NOT_EVALUABLE;
		return others.stream().allMatch(lesion -> isGone(lesion, t)) ? Response.COMPLETE : Response.NON_CR_NON_PD;
	}

	/** Tables 1 and 2. */
	static Response overall(Response target, Response nonTarget, boolean newLesion) {
		if (newLesion || target == Response.PROGRESSIVE || nonTarget == Response.PROGRESSIVE) return Response.PROGRESSIVE;
		if (target == Response.NONE) return nonTarget;
		if (target != Response.COMPLETE) return target;
		return nonTarget == Response.NONE || nonTarget == Response.COMPLETE ? Response.COMPLETE : Response.PARTIAL;
	}
}
