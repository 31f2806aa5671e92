package org.annotomy.ui.study;

import java.util.List;
import java.util.Locale;

import javax.swing.JTable;
import javax.swing.RowFilter;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableRowSorter;

import org.annotomy.dicom.study.PatientFacts;
import org.annotomy.dicom.study.PatientMask;
import org.annotomy.dicom.study.StudyRow;

/** Studies as rows. Patients are numbered until they are unmasked. */
final class StudyRows extends AbstractTableModel {

	static final int[] WIDTHS = {140, 85, 90, 92, 88, 215, 55, 60};

	private static final String[] TITLES = {"Patient", "ID", "Born", "Date", "Modalities", "Description", "Series", "Images"};
	private static final String HIDDEN = "•••";
	private static final int FIRST_COUNT = 6;

	private List<StudyRow> rows = List.of();
	private PatientMask mask = new PatientMask(List.of());
	private boolean unmasked;

	void show(List<StudyRow> shown) {
		rows = shown;
		mask = new PatientMask(shown);
		fireTableDataChanged();
	}

	void unmask(boolean show) {
		unmasked = show;
		if (!rows.isEmpty()) fireTableRowsUpdated(0, rows.size() - 1);
	}

	int indexOf(StudyRow row) {
		return rows.indexOf(row);
	}

	/** Null if there is none. */
	StudyRow withUid(String uid) {
		return rows.stream().filter(row -> row.studyUid().equals(uid)).findFirst().orElse(null);
	}

	/** @param wanted a text; empty shows all */
	void filter(JTable table, String wanted) {
		String text = wanted.strip().toLowerCase(Locale.ROOT);
		RowFilter<StudyRows, Integer> filter = new RowFilter<>() {
			@Override
			public boolean include(Entry<? extends StudyRows, ? extends Integer> entry) {
				return searched(rows.get(entry.getIdentifier())).contains(text);
			}
		};
		@SuppressWarnings("unchecked") TableRowSorter<StudyRows> sorter = (TableRowSorter<StudyRows>) table.getRowSorter();
		sorter.setRowFilter(text.isEmpty() ? null : filter);
	}

	private String searched(StudyRow row) {
		PatientFacts patient = row.patient();
		return String.join("\n", mask.name(patient), patient.readableName(), patient.name(), patient.id(), row.readableDate(),
				row.date(), String.join(" ", row.modalities()), row.description()).toLowerCase(Locale.ROOT);
	}

	StudyRow row(int index) {
		return rows.get(index);
	}

	@Override
	public int getRowCount() { return rows.size(); }

	@Override
	public int getColumnCount() { return TITLES.length; }

	@Override
	public String getColumnName(int column) {
		return TITLES[column];
	}

	@Override
	public Class<?> getColumnClass(int column) {
		return column >= FIRST_COUNT ? Integer.class : String.class;
	}

	@Override
	public Object getValueAt(int index, int column) {
		StudyRow row = rows.get(index);
		return switch (column) {
			case 0 -> isNobody(row) ? "" : unmasked ? row.patient().readableName() : mask.name(row.patient());
			case 1 -> masked(row.patient().id());
			case 2 -> masked(row.patient().birthDate());
			case 3 -> row.readableDate();
			case 4 -> String.join(" ", row.modalities());
			case 5 -> row.description();
			case 6 -> row.series() < 0 ? null : row.series();
			default -> row.images() < 0 ? null : row.images();
		};
	}

	/** Files that are of no study are of no patient. */
	private static boolean isNobody(StudyRow row) {
		return !row.studyUid().contains(".") && row.patient().name().isEmpty() && row.patient().id().isEmpty();
	}

	private String masked(String text) {
		return unmasked || text.isEmpty() ? text : HIDDEN;
	}
}
