package org.annotomy.ui.panel;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.swing.table.AbstractTableModel;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.segment.SegmentStyle;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SegmentTable;
import org.annotomy.segmentation.segment.SegmentState;
import org.annotomy.ui.edit.SegmentGestures;

/** The segments as rows: colour, name, class, state, volume, shown, locked. Volumes come later than the rest. */
final class SegmentRows extends AbstractTableModel {

	static final int COLOUR = 0;
	static final int NAME = 1;
	static final int STATE = 3;
	static final int SIZE = 4;
	static final int VISIBLE = 5;
	static final int LOCKED = 6;

	private static final double MM3_PER_ML = 1000;
	private static final double FINE_ML = 100;

	private AnnotationSession session;
	private List<Segment> segments = List.of();
	private Map<UUID, Long> counts = Map.of();
	private double voxelMl = Double.NaN;

	void show(AnnotationSession shown) {
		session = shown;
		counts = Map.of();
		boolean known = shown != null && shown.segments().isSizeKnown();
		voxelMl = known ? shown.segments().volume().spacing().voxelVolumeMm3() / MM3_PER_ML : Double.NaN;
		segments = List.of();
		fireTableDataChanged();
		refresh();
	}

	void refresh() {
		List<Segment> now = session == null ? List.of() : session.document().segments();
		if (now.equals(segments)) return;
		boolean same = now.stream().map(Segment::id).toList().equals(segments.stream().map(Segment::id).toList());
		segments = now;
		if (same) fireTableRowsUpdated(0, now.size() - 1);
		else fireTableDataChanged();
	}

	/** @param voxels of each segment */
	void setCounts(Map<UUID, Long> voxels) {
		counts = voxels;
		if (!segments.isEmpty()) fireTableRowsUpdated(0, segments.size() - 1);
	}

	Segment segment(int row) {
		return segments.get(row);
	}

	@Override
	public int getRowCount() { return segments.size(); }

	@Override
	public int getColumnCount() { return LOCKED + 1; }

	@Override
	public String getColumnName(int column) {
		return switch (column) {
			case COLOUR -> "";
			case NAME -> "Name";
			case 2 -> "Class";
			case STATE -> "State";
			case VISIBLE -> "Shown";
			case LOCKED -> "Locked";
			default -> Double.isNaN(voxelMl) ? "Voxels" : "ml";
		};
	}

	@Override
	public Class<?> getColumnClass(int column) {
		return switch (column) {
			case COLOUR -> ColourSwatch.class;
			case VISIBLE, LOCKED -> Boolean.class;
			default -> String.class;
		};
	}

	@Override
	public boolean isCellEditable(int row, int column) {
		return column == NAME || column == STATE || column == VISIBLE || column == LOCKED;
	}

	@Override
	public Object getValueAt(int row, int column) {
		Segment segment = segments.get(row);
		return switch (column) {
			case COLOUR -> ColourSwatch.of(SegmentStyle.rgb(segment, session.document().protocol()));
			case NAME -> segment.name() == null ? "" : segment.name();
			case 2 -> SegmentTable.className(segment, session);
			case STATE -> SegmentState.of(segment, counts.getOrDefault(segment.id(), 0L)).words();
			case VISIBLE -> segment.visible();
			case LOCKED -> segment.locked();
			default -> size(segment);
		};
	}

	private String size(Segment segment) {
		Long count = counts.get(segment.id());
		if (count == null) return "…";
		if (Double.isNaN(voxelMl)) return Long.toString(count);
		double ml = count * voxelMl;
		return String.format(ml < FINE_ML ? "%.2f" : "%.0f", ml);
	}

	@Override
	public void setValueAt(Object value, int row, int column) {
		UUID id = segments.get(row).id();
		SegmentGestures gestures = new SegmentGestures(session);
		switch (column) {
			case NAME -> gestures.rename(id, value.toString().isBlank() ? null : value.toString().strip());
			case STATE -> gestures.state(id, SegmentState.ofWords(value.toString()));
			case VISIBLE -> gestures.show(id, (Boolean) value);
			case LOCKED -> gestures.lock(id, (Boolean) value);
			default -> throw new IllegalArgumentException("Column " + column + " cannot be edited.");
		}
	}
}
