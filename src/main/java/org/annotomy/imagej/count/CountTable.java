package org.annotomy.imagej.count;

import java.util.List;

import org.annotomy.annotation.count.CountResult;
import org.annotomy.annotation.count.CountWords;
import org.annotomy.annotation.count.ProtocolCounts;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.task.Progress;

import ij.measure.ResultsTable;

/** What a protocol wants to have counted, one row for each count. Cells of what is not known are empty. */
public final class CountTable {

	private CountTable() {}

	/**
	 * @throws IllegalArgumentException if the protocol counts nothing; in words for the user
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static ResultsTable of(AnnotationSession session, Progress progress) {
		List<CountResult> results = new ProtocolCounts(session.document(), session.planeSpacing()).all(progress);
		if (results.isEmpty())
			throw new IllegalArgumentException("The protocol \"" + session.document().protocol().title()
					+ "\" counts nothing. Use a protocol with \"counts\", such as tissue-slide.");
		ResultsTable table = new ResultsTable();
		table.setNaNEmptyCells(true);
		results.forEach(result -> add(table, result));
		return table;
	}

	private static void add(ResultsTable table, CountResult result) {
		table.incrementCounter();
		table.addValue("Count", result.task().title());
		table.addValue("Counted", result.counted());
		table.addValue("Of", result.total());
		table.addValue("Waiting", result.waiting());
		table.addValue("Outside", result.outside());
		table.addValue("Inspected (mm²)", result.inspectedMm2());
		table.addValue("Result", result.value());
		table.addValue("Unit", CountWords.unit(result.task()));
		table.addValue("95 % from", result.low());
		table.addValue("95 % to", result.high());
		table.addValue("Done (%)", 100 * result.progress());
		table.addValue("X", result.spot().map(box -> box.centre().x()).orElse(Double.NaN));
		table.addValue("Y", result.spot().map(box -> box.centre().y()).orElse(Double.NaN));
	}
}
