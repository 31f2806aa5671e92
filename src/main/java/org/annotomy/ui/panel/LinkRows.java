package org.annotomy.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.swing.table.AbstractTableModel;

import org.annotomy.imagej.linking.GroupLinks;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.thing.LinkedImage;
import org.annotomy.linking.thing.Mark;
import org.annotomy.linking.thing.Thing;

/** One row for each image of the group: what is said there of the thing that is selected. */
final class LinkRows extends AbstractTableModel {

	private static final String[] COLUMNS = {"Image", "Here", "Place"};

	private final List<Row> rows = new ArrayList<>();

	/** @param key null for an image that is not open */
	record Row(String key, String image, String state, String place) {}

	void show(OpenGroup group, AnnotationSession own, Thing thing) {
		rows.clear();
		if (group != null) {
			for (LinkedImage image : group.linkedImages())
				rows.add(row(group, own, image, thing));
			if (thing != null)
				for (Thing.Away away : thing.away())
					rows.add(new Row(null, "not open", away.visible() ? "marked" : "not visible", ""));
			group.group().members().stream().filter(m -> !group.sessions().containsKey(m.key()))
					.forEach(m -> rows.add(new Row(null, m.key() + " (not open)", "", "")));
		}
		fireTableDataChanged();
	}

	private static Row row(OpenGroup group, AnnotationSession own, LinkedImage image, Thing thing) {
		boolean here = image.document() == own.document();
		String name = image.key() + (here ? " (this one)" : "");
		if (thing == null) return new Row(image.key(), name, "", "");
		Optional<Mark> mark = thing.markIn(image);
		if (mark.isPresent())
			return new Row(image.key(), name, "marked", "slice " + (new GroupLinks(group).slice(mark.get()) + 1));
		if (thing.isSettledIn(image)) return new Row(image.key(), name, "not visible", "");
		return new Row(image.key(), name, "still to find", new GroupLinks(group).expectedWords(thing, image.key()));
	}

	Row row(int index) {
		return rows.get(index);
	}

	@Override
	public int getRowCount() { return rows.size(); }

	@Override
	public int getColumnCount() { return COLUMNS.length; }

	@Override
	public String getColumnName(int column) {
		return COLUMNS[column];
	}

	@Override
	public Object getValueAt(int row, int column) {
		Row at = rows.get(row);
		return column == 0 ? at.image() : column == 1 ? at.state() : at.place();
	}
}
