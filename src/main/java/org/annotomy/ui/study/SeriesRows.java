package org.annotomy.ui.study;

import java.util.List;

import javax.swing.Icon;
import javax.swing.table.AbstractTableModel;

import org.annotomy.dicom.study.SeriesRow;

/** Series as rows. */
final class SeriesRows extends AbstractTableModel {

	/** What stands in a column. */
	enum Column {
		PICTURE("", Icon.class, 92), NUMBER("No.", Integer.class, 40), MODALITY("Modality", String.class, 90), DESCRIPTION(
				"Description", String.class, 220), BODY_PART("Body part", String.class, 80), IMAGES("Images", Integer.class,
						55), FRAMES("Frames", Integer.class, 55), LABELS("Labels", String.class, 270);

		final String title;
		final Class<?> type;
		final int width;

		Column(String title, Class<?> type, int width) {
			this.title = title;
			this.type = type;
			this.width = width;
		}
	}

	static final List<Column> FAR = List.of(Column.NUMBER, Column.MODALITY, Column.DESCRIPTION, Column.BODY_PART, Column.IMAGES,
			Column.LABELS);
	static final List<Column> NEAR = List.of(Column.values());

	private static final int FAR_LABELS = 160;

	private final List<Column> columns;
	private final PictureShelf pictures;
	private List<SeriesRow> rows = List.of();

	/** @param pictures where those of a column of pictures come from; null if there is no such column */
	SeriesRows(List<Column> columns, PictureShelf pictures) {
		this.columns = columns;
		this.pictures = pictures;
	}

	int[] widths() {
		return columns.stream().mapToInt(column -> pictures == null && column == Column.LABELS ? FAR_LABELS : column.width)
				.toArray();
	}

	void show(List<SeriesRow> shown) {
		rows = shown;
		fireTableDataChanged();
	}

	List<SeriesRow> rows() {
		return rows;
	}

	SeriesRow row(int index) {
		return rows.get(index);
	}

	/** The first one that can be opened as far as is known; the first one if none can. */
	int firstOpenable() {
		for (int i = 0; i < rows.size(); i++)
			if (rows.get(i).frames() != 0) return i;
		return 0;
	}

	/** There is a picture of this series now. */
	void pictureCame(SeriesRow row) {
		int index = rows.indexOf(row);
		if (index >= 0 && columns.contains(Column.PICTURE)) fireTableCellUpdated(index, columns.indexOf(Column.PICTURE));
	}

	@Override
	public int getRowCount() { return rows.size(); }

	@Override
	public int getColumnCount() { return columns.size(); }

	@Override
	public String getColumnName(int column) {
		boolean both = pictures != null && columns.get(column) == Column.LABELS;
		return both ? "Labels, or why it does not open" : columns.get(column).title;
	}

	@Override
	public Class<?> getColumnClass(int column) {
		return columns.get(column).type;
	}

	@Override
	public Object getValueAt(int index, int column) {
		SeriesRow row = rows.get(index);
		return switch (columns.get(column)) {
			case PICTURE -> pictures.icon(row);
			case NUMBER -> row.number() < 0 ? null : row.number();
			case MODALITY -> row.modality();
			case DESCRIPTION -> row.description();
			case BODY_PART -> row.bodyPart();
			case IMAGES -> row.images() < 0 ? null : row.images();
			case FRAMES -> row.frames() < 1 ? null : row.frames();
			case LABELS -> labels(row);
		};
	}

	private static String labels(SeriesRow row) {
		if (row.problem().isEmpty()) return row.labels();
		return row.labels().isEmpty() ? row.problem() : row.labels() + "; " + row.problem();
	}
}
