package org.annotomy.ui.study;

import java.util.List;

import javax.swing.table.AbstractTableModel;

import org.annotomy.dicom.study.SeriesRow;

/** Series as rows. */
final class SeriesRows extends AbstractTableModel {

	static final int[] WIDTHS = {40, 72, 215, 90, 62, 130};

	private static final String[] TITLES = {"No.", "Modality", "Description", "Body part", "Images", "Labels"};

	private List<SeriesRow> rows = List.of();

	void show(List<SeriesRow> shown) {
		rows = shown;
		fireTableDataChanged();
	}

	SeriesRow row(int index) {
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
		return column == 0 || column == 4 ? Integer.class : String.class;
	}

	@Override
	public Object getValueAt(int index, int column) {
		SeriesRow row = rows.get(index);
		return switch (column) {
			case 0 -> row.number() < 0 ? null : row.number();
			case 1 -> row.modality();
			case 2 -> row.description();
			case 3 -> row.bodyPart();
			case 4 -> row.images() < 0 ? null : row.images();
			default -> row.problem().isEmpty() ? row.labels() : row.problem();
		};
	}
}
