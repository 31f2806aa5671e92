package org.annotomy.ui.panel;

import java.util.List;
import java.util.UUID;

import javax.swing.table.AbstractTableModel;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.edit.DeskEdits;

/** The objects as rows: colour, name, class, slice, kind, shown, locked. Rows are rebuilt only where an object has changed. */
final class ObjectRows extends AbstractTableModel {

	static final int COLOUR = 0;
	static final int VISIBLE = 5;
	static final int LOCKED = 6;

	private static final String[] TITLES = {"", "Name", "Class", "Slice", "Kind", "Shown", "Locked"};
	private static final int UNCLASSIFIED_RGB = 0xffff00;

	private AnnotationSession session;
	private List<AnnotationObject> objects = List.of();

	void show(AnnotationSession shown) {
		session = shown;
		refresh();
	}

	/** @return whether rows came or went, so that the table's sorter has to look again */
	boolean refresh() {
		List<AnnotationObject> now = session == null ? List.of() : session.document().objects();
		List<AnnotationObject> before = objects;
		if (now == before) return false;
		objects = now;
		if (!sameIds(before, now)) {
			fireTableDataChanged();
			return true;
		}
		for (int row = 0; row < now.size(); row++)
			if (now.get(row) != before.get(row)) fireTableRowsUpdated(row, row);
		return false;
	}

	AnnotationObject object(int row) {
		return objects.get(row);
	}

	@Override
	public int getRowCount() { return objects.size(); }

	@Override
	public int getColumnCount() { return TITLES.length; }

	@Override
	public String getColumnName(int column) {
		return TITLES[column];
	}

	@Override
	public Class<?> getColumnClass(int column) {
		return switch (column) {
			case COLOUR -> ColourSwatch.class;
			case 3 -> Integer.class;
			case VISIBLE, LOCKED -> Boolean.class;
			default -> String.class;
		};
	}

	@Override
	public boolean isCellEditable(int row, int column) {
		return column == 1 || column == VISIBLE || column == LOCKED;
	}

	@Override
	public Object getValueAt(int row, int column) {
		AnnotationObject object = objects.get(row);
		return switch (column) {
			case COLOUR -> ColourSwatch.of(rgb(object));
			case 1 -> object.name() == null ? "" : object.name();
			case 2 -> className(object);
			case 3 -> object.plane().z() + 1;
			case 4 -> object.shape().kind().key();
			case VISIBLE -> object.appearance().visible();
			default -> object.locked();
		};
	}

	@Override
	public void setValueAt(Object value, int row, int column) {
		UUID id = objects.get(row).id();
		DeskEdits edits = new DeskEdits(session);
		switch (column) {
			case 1 -> edits.rename(id, value.toString().isBlank() ? null : value.toString().trim());
			case VISIBLE -> edits.show(List.of(id), (Boolean) value);
			case LOCKED -> edits.lock(List.of(id), (Boolean) value);
			default -> throw new IllegalArgumentException("Column " + column + " cannot be edited.");
		}
	}

	private int rgb(AnnotationObject object) {
		Integer own = object.appearance().strokeRgb();
		if (own != null) return own;
		return session.document().protocol().findClass(String.valueOf(object.classKey())).map(AnnotationClass::rgb)
				.orElse(UNCLASSIFIED_RGB);
	}

	private String className(AnnotationObject object) {
		if (object.classKey() == null) return "unclassified";
		return session.document().protocol().findClass(object.classKey()).map(AnnotationClass::name).orElse(object.classKey());
	}

	private static boolean sameIds(List<AnnotationObject> a, List<AnnotationObject> b) {
		if (a.size() != b.size()) return false;
		for (int i = 0; i < a.size(); i++)
			if (!a.get(i).id().equals(b.get(i).id())) return false;
		return true;
	}
}
