package org.annotomy.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.swing.table.AbstractTableModel;

import org.annotomy.imagej.linking.GroupLinks;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.thing.LinkedImage;
import org.annotomy.linking.thing.Mark;
import org.annotomy.linking.thing.Thing;
import org.annotomy.linking.thing.Things;

/** One row for each image of the group: what is said there of the thing that is selected. */
final class LinkRows extends AbstractTableModel {

	private static final String[] COLUMNS = {"Image", "Here", "Place"};

	private final List<Row> rows = new ArrayList<>();

	/** @param key null for an image that is not open */
	record Row(String key, String image, String state, String place) {}

	/** @param things null without a group; {@code thing} null if none is selected */
	void show(OpenGroup group, AnnotationSession own, Things things, Thing thing) {
		rows.clear();
		if (group != null) {
			for (LinkedImage image : things.images())
				rows.add(row(group, own, image, things, thing));
			if (thing != null)
				for (Thing.Away away : thing.away())
					rows.add(new Row(null, "not open", away.visible() ? "marked" : "not visible", ""));
			group.group().members().stream().filter(m -> !group.sessions().containsKey(m.key()))
					.forEach(m -> rows.add(new Row(null, m.key() + " (not open)", "", "")));
		}
		fireTableDataChanged();
	}

	private static Row row(OpenGroup group, AnnotationSession own, LinkedImage image, Things things, Thing thing) {
		boolean here = image.document() == own.document();
		String name = image.key() + (here ? " (this one)" : "");
		if (thing == null) return new Row(image.key(), name, "", "");
		Optional<Mark> mark = thing.markIn(image);
		if (mark.isPresent())
			return new Row(image.key(), name, mark.get().isRejected() ? "rejected" : "marked",
					"slice " + (new GroupLinks(group).slice(mark.get()) + 1));
		if (thing.isSettledIn(image)) return new Row(image.key(), name, "not visible", "");
		if (!thing.canBeIn(image)) return new Row(image.key(), name, "other side or patient", "");
		return new Row(image.key(), name, thing.isFinding() ? "still to find" : "",
				place(new GroupLinks(group), thing, things, image));
	}

	/** Where it must be, or why nobody knows; and which mark there it may be. */
	private static String place(GroupLinks links, Thing thing, Things things, LinkedImage image) {
		String where = links.unknownWhy(thing, image.key()).orElseGet(() -> links.expectedWords(thing, image.key()));
		String perhaps = links.candidates(thing, things, image).stream().map(mark -> mark.name() == null ? "a mark" : mark.name())
				.collect(Collectors.joining(", "));
		return perhaps.isEmpty() ? where : where + (where.endsWith(".") ? " " : ". ") + "Not linked yet: " + perhaps + ".";
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
