package org.annotomy.imagej.followup;

import org.annotomy.followup.Assessment;
import org.annotomy.followup.FollowUp;
import org.annotomy.followup.Growth;
import org.annotomy.followup.Lesion;
import org.annotomy.followup.LesionState;
import org.annotomy.followup.TimePoint;

import ij.measure.ResultsTable;

/** Follow-ups as tables of ImageJ. Cells of what is not known are empty. */
public final class FollowUpTables {

	private FollowUpTables() {}

	/** A row for each time point: sums, changes and responses. */
	public static ResultsTable responses(FollowUp followUp) {
		ResultsTable table = empty();
		for (int t = 0; t < followUp.times().size(); t++) {
			Assessment assessment = followUp.assessments().get(t);
			begin(table, followUp.times().get(t));
			table.addValue("Sum of diameters (mm)", assessment.sumMm());
			table.addValue("From baseline (%)", rounded(assessment.changeFromBaselinePercent()));
			table.addValue("Smallest before (mm)", assessment.nadirMm());
			table.addValue("From smallest (%)", rounded(assessment.changeFromNadirPercent()));
			table.addValue("From smallest (mm)", rounded(assessment.changeFromNadirMm()));
			table.addValue("New lesions", assessment.newLesions());
			table.addValue("Equivocal new lesions", assessment.equivocalNewLesions());
			table.addValue("Targets", assessment.target().abbreviation());
			table.addValue("Non-targets", assessment.nonTarget().abbreviation());
			table.addValue("Overall", assessment.overall().abbreviation());
		}
		return table;
	}

	/** A row for each lesion at each time point: size, change, volume and how fast it grows. */
	public static ResultsTable lesions(FollowUp followUp) {
		ResultsTable table = empty();
		for (Lesion lesion : followUp.lesions())
			for (int t = 0; t < followUp.times().size(); t++) {
				begin(table, followUp.times().get(t));
				table.addValue("Lesion", lesion.name());
				table.addValue("Role", lesion.role().key());
				table.addValue("Organ", lesion.organ());
				addState(table, lesion, t, followUp);
			}
		return table;
	}

	private static void addState(ResultsTable table, Lesion lesion, int t, FollowUp followUp) {
		LesionState state = lesion.states().get(t);
		LesionState first = lesion.states().get(0);
		LesionState before = lesion.states().get(Math.max(0, t - 1));
		double days = followUp.times().get(t).days() - followUp.times().get(Math.max(0, t - 1)).days();
		table.addValue("Seen", state.presence().words());
		table.addValue("Length (mm)", state.lengthMm());
		table.addValue("From baseline (%)", t == 0 ? Double.NaN : percent(first.lengthMm(), state.lengthMm()));
		table.addValue("Volume (ml)", state.volumeMl());
		table.addValue("Volume from baseline (%)", t == 0 ? Double.NaN : percent(first.volumeMl(), state.volumeMl()));
		table.addValue("Doubling time (days)", Growth.doublingDays(before.volumeMl(), state.volumeMl(), days));
		table.addValue("Growth (% per day)", Growth.percentPerDay(before.volumeMl(), state.volumeMl(), days));
	}

	private static double percent(double from, double to) {
		return from > 0 ? 100 * (to - from) / from : Double.NaN;
	}

	/** Without the noise of sums that are equal. */
	private static double rounded(double value) {
		return Double.isFinite(value) ? Math.rint(value * 1e6) / 1e6 + 0.0 : value;
	}

	private static ResultsTable empty() {
		ResultsTable table = new ResultsTable();
		table.setNaNEmptyCells(true);
		table.setPrecision(2);
		return table;
	}

	private static void begin(ResultsTable table, TimePoint time) {
		table.incrementCounter();
		table.addValue("Time point", time.name());
		table.addValue("Days", time.days());
	}
}
