package org.annotomy.ui.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

import javax.swing.table.AbstractTableModel;

import org.annotomy.annotation.ObjectIds;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.detection.DetectionPlace;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.detection.Detections.Keyed;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.imagej.DepthTable;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.edit.DeskEdits;

/**
 * The objects as rows: colour, name, class, slice, kind, shown, locked; behind those of their own, the masses of detections. No row is held:
 * what a cell shows is looked up when it is painted, sorted or filtered, of a detection from its kind.
 */
final class ObjectRows extends AbstractTableModel {

	static final int COLOUR = 0;
	static final int VISIBLE = 5;
	static final int LOCKED = 6;
	/** What is said of overlaps. */
	static final int DEPTH = 7;

	private static final String[] TITLES = {"", "Name", "Class", "Slice", "Kind", "Shown", "Locked", "Overlap"};
	private static final int[] FILTERED = {1, 2, 4};
	private static final int UNCLASSIFIED_RGB = 0xffff00;
	/** If more rows have changed, the table looks at all of them again. */
	private static final int MANY_ROWS = 1000;

	private AnnotationSession session;
	private List<AnnotationObject> objects = List.of();
	private Detections detections = Detections.NONE;
	private DepthGraph depth = DepthGraph.EMPTY;
	private List<Link> links = List.of();
	private Map<UUID, Integer> places;
	private RowGroups groups;
	private final BooleanSupplier inOrder;

	/** @param inOrder whether the table shows all rows in the order of the document: then none changes its place with what it shows */
	ObjectRows(BooleanSupplier inOrder) {
		this.inOrder = inOrder;
	}

	void show(AnnotationSession shown) {
		session = shown;
		refresh();
	}

	/** @return whether the table was told to look at all rows again, and so has forgotten which are selected */
	boolean refresh() {
		List<AnnotationObject> before = objects;
		Detections detectedBefore = detections;
		objects = session == null ? List.of() : session.document().individualObjects();
		detections = session == null ? Detections.NONE : session.document().detections();
		boolean depthChanged = refreshDepth();
		if (objects != before || detections != detectedBefore) groups = null;
		if (objects == before && detections == detectedBefore) {
			if (depthChanged) fireTableRowsUpdated(0, Math.max(0, objects.size() - 1));
			return false;
		}
		if (!sameIds(before, objects) || !sameOutlines(detectedBefore, detections)) {
			places = null;
			fireTableDataChanged();
			return true;
		}
		for (int row = 0; row < objects.size(); row++)
			if (depthChanged || objects.get(row) != before.get(row)) fireTableRowsUpdated(row, row);
		return tellOfChangedKinds(detectedBefore);
	}

	private boolean refreshDepth() {
		List<Link> now = session == null ? List.of() : session.document().links();
		boolean changed = !now.equals(links);
		links = now;
		if (changed) depth = DepthGraph.of(links);
		return changed;
	}

	/** Whether anything is said of overlaps: else the column would be empty. */
	boolean hasDepth() {
		return !depth.isEmpty() || objects.stream().anyMatch(object -> object.occlusion() != Occlusion.NONE);
	}

	private boolean tellOfChangedKinds(Detections before) {
		int changed = 0;
		int first = objects.size();
		for (int i = 0; i < detections.blocks().size(); i++)
			if (detections.blocks().get(i).block() != before.blocks().get(i).block())
				changed += detections.blocks().get(i).block().size();
		if (changed > MANY_ROWS && !inOrder.getAsBoolean()) {
			fireTableDataChanged();
			return true;
		}
		if (changed > MANY_ROWS) fireTableRowsUpdated(0, getRowCount() - 1);
		else for (int i = 0; i < detections.blocks().size(); i++) {
			Keyed block = detections.blocks().get(i);
			if (block.block() != before.blocks().get(i).block()) fireTableRowsUpdated(first, first + block.block().size() - 1);
			first += block.block().size();
		}
		return false;
	}

	AnnotationObject object(int row) {
		return row < objects.size() ? objects.get(row) : detections.object(detections.place(row - objects.size()));
	}

	/** The objects of some rows. */
	Set<UUID> ids(int... rows) {
		return ObjectIds.numbered(session.document(), rows);
	}

	/** Calls for the row of each of the objects; of masses of detections that costs little more than to count them. */
	void forEach(Set<UUID> ids, IntConsumer row) {
		Set<UUID> single = ids instanceof ObjectIds some ? some.individual() : ids;
		for (UUID id : single)
			row(id).ifPresent(row);
		if (!(ids instanceof ObjectIds some)) return;
		some.detections().in(detections).rows().forEach((key, rows) -> {
			if (rows.isEmpty()) return;
			int first = objects.size() + detections.number(new DetectionPlace(key, 0));
			rows.stream().forEach(i -> row.accept(first + i));
		});
	}

	private OptionalInt row(UUID id) {
		if (places == null) {
			places = new HashMap<>();
			objects.forEach(object -> places.put(object.id(), places.size()));
		}
		Integer place = places.get(id);
		if (place != null) return OptionalInt.of(place);
		return detections.find(id).map(found -> OptionalInt.of(objects.size() + detections.number(found)))
				.orElse(OptionalInt.empty());
	}

	/** What any object of the row's kind would show: all but id, outline and measurements. */
	private AnnotationObject pattern(int row) {
		if (row < objects.size()) return objects.get(row);
		DetectionPlace place = detections.place(row - objects.size());
		return detections.block(place.key()).kinds().of(place.row()).pattern();
	}

	/** Which rows have the text in name, class or kind. */
	IntPredicate having(String text) {
		String wanted = text.toLowerCase(Locale.ROOT);
		return row -> has(pattern(row), wanted);
	}

	/** Which rows show the same; kept until an object changes. */
	RowGroups groups() {
		if (groups == null) groups = RowGroups.of(objects.size(), detections);
		return groups;
	}

	private boolean has(AnnotationObject object, String wanted) {
		for (int column : FILTERED)
			if (value(object, column).toString().toLowerCase(Locale.ROOT).contains(wanted)) return true;
		return false;
	}

	@Override
	public int getRowCount() { return objects.size() + detections.count(); }

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
		if (column == DEPTH) return row < objects.size() ? DepthTable.words(objects.get(row), depth, session.document()) : "";
		return value(pattern(row), column);
	}

	private Object value(AnnotationObject object, int column) {
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
		UUID id = object(row).id();
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
		if (a == b) return true;
		if (a.size() != b.size()) return false;
		for (int i = 0; i < a.size(); i++)
			if (!a.get(i).id().equals(b.get(i).id())) return false;
		return true;
	}

	private static boolean sameOutlines(Detections a, Detections b) {
		if (a == b) return true;
		if (a.blocks().size() != b.blocks().size()) return false;
		for (int i = 0; i < a.blocks().size(); i++)
			if (a.blocks().get(i).block().outlines() != b.blocks().get(i).block().outlines()) return false;
		return true;
	}
}
