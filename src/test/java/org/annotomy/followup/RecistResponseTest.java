package org.annotomy.followup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.protocol.FollowUpRole;
import org.junit.Test;

/** Against the tables and sentences of Eisenhauer et al. 2009. */
public class RecistResponseTest {

	private static final double NOT_SEEN = Double.NaN;
	private static final double GONE = -1;

	private static Lesion lesion(FollowUpRole role, double... lengthsMm) {
		List<LesionState> states = new ArrayList<>();
		for (double mm : lengthsMm)
			states.add(Double.isNaN(mm) ? LesionState.NOT_EVALUATED : mm == GONE ? LesionState.ABSENT : LesionState.measured(mm));
		return new Lesion(role.key() + lengthsMm[0], "L", role, "", states);
	}

	private static Lesion target(double... lengthsMm) {
		return lesion(FollowUpRole.TARGET, lengthsMm);
	}

	private static Assessment last(Lesion... lesions) {
		List<Assessment> all = Recist.assess(List.of(lesions), lesions[0].states().size());
		return all.get(all.size() - 1);
	}

	private static Lesion nonTarget(LesionState now) {
		return new Lesion("n", "N", FollowUpRole.NON_TARGET, "", List.of(LesionState.present(), now));
	}

	private static LesionState progressed() {
		return new LesionState(Presence.PRESENT, Double.NaN, Double.NaN, true, false);
	}

	@Test
	public void thirtyPercentLessThanAtBaselineIsPartial() {
		assertEquals(Response.PARTIAL, last(target(50, 35)).target());
		assertEquals(Response.STABLE, last(target(50, 35.1)).target());
		assertEquals(-30, last(target(50, 35)).changeFromBaselinePercent(), 1e-9);
	}

	@Test
	public void progressionIsTwentyPercentAndFiveMillimetresFromTheNadir() {
		assertEquals(Response.PROGRESSIVE, last(target(100, 50, 60)).target());
		assertEquals(Response.PARTIAL, last(target(100, 50, 59.9)).target());
		assertEquals("20 % but only 4 mm", Response.PARTIAL, last(target(40, 20, 24)).target());
		assertEquals("5 mm but not 20 %", Response.STABLE, last(target(40, 45)).target());
		assertEquals(50, last(target(100, 50, 60)).nadirMm(), 0);
		assertEquals(20, last(target(100, 50, 60)).changeFromNadirPercent(), 1e-9);
	}

	@Test
	public void theBaselineCanBeTheNadir() {
		assertEquals(Response.PROGRESSIVE, last(target(25, 30)).target());
	}

	@Test
	public void allGoneIsCompleteAndNodesNeedOnlyBeNormal() {
		assertEquals(Response.COMPLETE, last(target(20, GONE)).target());
		assertEquals(Response.COMPLETE, last(target(20, GONE), lesion(FollowUpRole.TARGET_NODE, 18, 9.9)).target());
		assertEquals(9.9, last(target(20, GONE), lesion(FollowUpRole.TARGET_NODE, 18, 9.9)).sumMm(), 1e-9);
		assertEquals(Response.PARTIAL, last(target(20, GONE), lesion(FollowUpRole.TARGET_NODE, 18, 10)).target());
	}

	@Test
	public void whatComesBackAfterACompleteResponseIsProgression() {
		Assessment back = last(target(20, GONE, 6));
		assertEquals(Response.PROGRESSIVE, back.target());
		assertEquals(NOT_SEEN, back.changeFromNadirPercent(), 0);
		assertEquals(6, back.changeFromNadirMm(), 0);
	}

	@Test
	public void lesionsThatAreTooSmallCountFiveMillimetres() {
		LesionState small = new LesionState(Presence.TOO_SMALL, Double.NaN, Double.NaN, false, false);
		Lesion lesion = new Lesion("a", "A", FollowUpRole.TARGET, "", List.of(LesionState.measured(20), small));
		assertEquals(5, last(lesion).sumMm(), 0);
		assertEquals(Response.PARTIAL, last(lesion).target());
	}

	@Test
	public void aTargetThatWasNotEvaluatedLeavesOnlyProgressionToSay() {
		assertEquals(Response.NOT_EVALUABLE, last(target(20, 10), target(30, NOT_SEEN)).target());
		assertEquals(Response.PROGRESSIVE, last(target(20, 61), target(30, NOT_SEEN)).target());
		assertEquals("the sum of the rest is no nadir", 50, last(target(20, 10, 20), target(30, NOT_SEEN, 30)).nadirMm(), 0);
	}

	/** Table 1. */
	@Test
	public void overallResponseWithTargets() {
		Object[][] table = {
				{Response.COMPLETE, Response.COMPLETE, false, Response.COMPLETE},
				{Response.COMPLETE, Response.NON_CR_NON_PD, false, Response.PARTIAL},
				{Response.COMPLETE, Response.NOT_EVALUABLE, false, Response.PARTIAL},
				{Response.PARTIAL, Response.NON_CR_NON_PD, false, Response.PARTIAL},
				{Response.PARTIAL, Response.NOT_EVALUABLE, false, Response.PARTIAL},
				{Response.STABLE, Response.NON_CR_NON_PD, false, Response.STABLE},
				{Response.STABLE, Response.NOT_EVALUABLE, false, Response.STABLE},
				{Response.NOT_EVALUABLE, Response.NON_CR_NON_PD, false, Response.NOT_EVALUABLE},
				{Response.PROGRESSIVE, Response.COMPLETE, false, Response.PROGRESSIVE},
				{Response.COMPLETE, Response.PROGRESSIVE, false, Response.PROGRESSIVE},
				{Response.COMPLETE, Response.COMPLETE, true, Response.PROGRESSIVE},
				{Response.NOT_EVALUABLE, Response.NOT_EVALUABLE, true, Response.PROGRESSIVE}};
		for (Object[] row : table)
			assertEquals(row[3], Recist.overall((Response) row[0], (Response) row[1], (Boolean) row[2]));
	}

	/** Table 2. */
	@Test
	public void overallResponseWithoutTargets() {
		assertEquals(Response.COMPLETE, last(nonTarget(LesionState.ABSENT)).overall());
		assertEquals(Response.NON_CR_NON_PD, last(nonTarget(LesionState.present())).overall());
		assertEquals(Response.NOT_EVALUABLE, last(nonTarget(LesionState.NOT_EVALUATED)).overall());
		assertEquals(Response.PROGRESSIVE, last(nonTarget(progressed())).overall());
	}

	@Test
	public void onlyUnequivocalNewLesionsAreProgression() {
		LesionState doubtful = new LesionState(Presence.PRESENT, Double.NaN, Double.NaN, false, true);
		Lesion equivocal = new Lesion("e", "E", FollowUpRole.NEW_LESION, "", List.of(LesionState.ABSENT, doubtful));
		Lesion certain = lesion(FollowUpRole.NEW_LESION, GONE, 8);
		assertEquals(Response.STABLE, last(target(20, 20), equivocal).overall());
		assertEquals(1, last(target(20, 20), equivocal).equivocalNewLesions());
		assertEquals(Response.PROGRESSIVE, last(target(20, 20), certain).overall());
		assertEquals(1, last(target(20, 20), certain).newLesions());
	}

	@Test
	public void theBaselineHasSumsAndNoResponse() {
		Assessment baseline = Recist.assess(List.of(target(20, 10), target(11, 11)), 2).get(0);
		assertEquals(31, baseline.sumMm(), 0);
		assertEquals(Response.NONE, baseline.overall());
		assertEquals(Double.NaN, baseline.changeFromBaselinePercent(), 0);
	}

	@Test
	public void withoutLesionsThereIsNoResponse() {
		Assessment assessment = Recist.assess(List.of(), 2).get(1);
		assertEquals(Response.NONE, assessment.overall());
		assertEquals(Double.NaN, assessment.sumMm(), 0);
	}

	@Test
	public void statesThatDoNotFitAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Recist.assess(List.of(target(20, 10)), 3));
	}

	@Test
	public void volumesThatDoubleInHundredDays() {
		assertEquals(100, Growth.doublingDays(2, 4, 100), 1e-12);
		assertEquals(-100, Growth.doublingDays(4, 2, 100), 1e-12);
		assertEquals(100 * Math.log(2) / 100, Growth.percentPerDay(2, 4, 100), 1e-12);
		assertEquals(Double.POSITIVE_INFINITY, Growth.doublingDays(2, 2, 100), 0);
		assertEquals(Double.NaN, Growth.doublingDays(0, 2, 100), 0);
		assertEquals(Double.NaN, Growth.percentPerDay(1, 2, 0), 0);
	}
}
