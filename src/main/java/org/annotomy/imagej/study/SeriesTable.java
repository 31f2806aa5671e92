package org.annotomy.imagej.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.annotomy.dicom.study.PatientMask;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyRow;

import ij.measure.ResultsTable;

/** All series of a folder as one table of ImageJ. */
public final class SeriesTable {

	private SeriesTable() {}

	/** @param identified whether names, IDs, descriptions and names of files are shown; else patients are numbered */
	public static ResultsTable of(List<LocalSource.Listed> rows, boolean identified) {
		Set<StudyRow> studies = new LinkedHashSet<>();
		rows.forEach(row -> studies.add(row.study()));
		PatientMask mask = new PatientMask(List.copyOf(studies));
		ResultsTable table = new ResultsTable();
		for (int i = 0; i < rows.size(); i++) {
			table.addRow();
			table.addValue("Index", i + 1);
			add(rows.get(i).study(), mask, identified, table);
			add(rows.get(i).series(), identified, table);
		}
		return table;
	}

	private static void add(StudyRow study, PatientMask mask, boolean identified, ResultsTable table) {
		boolean known = !study.patient().id().isEmpty() || !study.patient().name().isEmpty();
		table.addValue("Patient", known ? mask.name(study.patient()) : "");
		if (identified) {
			table.addValue("Patient name", study.patient().readableName());
			table.addValue("Patient ID", study.patient().id());
			table.addValue("Birth date", study.patient().birthDate());
			table.addValue("Study description", study.description());
		}
		table.addValue("Date", study.readableDate());
	}

	private static void add(SeriesRow series, boolean identified, ResultsTable table) {
		table.addValue("Modality", series.modality());
		table.addValue("Number", series.number() < 0 ? Double.NaN : series.number());
		if (identified) table.addValue("Description", series.description());
		table.addValue("Body part", series.bodyPart());
		table.addValue("Images", series.images());
		table.addValue("Frames", series.frames() < 0 ? Double.NaN : series.frames());
		table.addValue("Labels", series.labels());
		table.addValue("Problem", series.problem());
		table.addValue("Study UID", series.studyUid());
		table.addValue("Series UID", series.seriesUid());
	}
}
