package org.annotomy.imagej.web;

import java.util.List;

import org.annotomy.dicom.study.PatientMask;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyRow;
import org.annotomy.dicom.transfer.Outbox;

import ij.measure.ResultsTable;

/** Studies, series and failed sends as tables of ImageJ. */
public final class StudyTables {

	private StudyTables() {}

	/** @param identified whether names, IDs and free text are shown; else patients are numbered */
	public static ResultsTable studies(List<StudyRow> rows, boolean identified) {
		PatientMask mask = new PatientMask(rows);
		ResultsTable table = new ResultsTable();
		for (StudyRow row : rows) {
			table.addRow();
			table.addValue("Patient", mask.name(row.patient()));
			if (identified) {
				table.addValue("Patient name", row.patient().readableName());
				table.addValue("Patient ID", row.patient().id());
				table.addValue("Birth date", row.patient().birthDate());
				table.addValue("Accession", row.accession());
				table.addValue("Description", row.description());
			}
			table.addValue("Date", row.readableDate());
			table.addValue("Modalities", String.join(" ", row.modalities()));
			table.addValue("Series", count(row.series()));
			table.addValue("Images", count(row.images()));
			table.addValue("Study UID", row.studyUid());
		}
		return table;
	}

	/** @param identified whether free text is shown */
	public static ResultsTable series(List<SeriesRow> rows, boolean identified) {
		ResultsTable table = new ResultsTable();
		for (SeriesRow row : rows) {
			table.addRow();
			table.addValue("Number", count(row.number()));
			table.addValue("Modality", row.modality());
			if (identified) table.addValue("Description", row.description());
			table.addValue("Body part", row.bodyPart());
			table.addValue("Images", count(row.images()));
			table.addValue("Labels", row.labels());
			table.addValue("Series UID", row.seriesUid());
		}
		return table;
	}

	/** What waits to be sent. */
	public static ResultsTable waiting(List<Outbox.Entry> entries) {
		ResultsTable table = new ResultsTable();
		for (Outbox.Entry entry : entries) {
			table.addRow();
			table.addValue("Server", entry.server());
			table.addValue("SOP Instance UID", entry.sopUid());
			table.addValue("Waiting since (UTC)", entry.added().toString());
			table.addValue("Attempts", entry.attempts());
			table.addValue("Result", entry.last());
		}
		return table;
	}

	/** Adds the rows of one table to another. */
	public static void append(ResultsTable to, ResultsTable rows) {
		for (int row = 0; row < rows.size(); row++) {
			to.addRow();
			for (String heading : rows.getHeadings())
				to.addValue(heading, rows.getStringValue(heading, row));
		}
	}

	private static double count(int number) {
		return number < 0 ? Double.NaN : number;
	}
}
