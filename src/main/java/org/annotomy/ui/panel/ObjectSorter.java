package org.annotomy.ui.panel;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import javax.swing.RowSorter;
import javax.swing.SortOrder;

/**
 * Sorts and filters the rows of the table of objects by groups that show the same ({@link RowGroups}): of a million detections only as many are
 * compared as there are kinds. Rows that are equal stay in the order of the document. Where a row belongs is looked at when the table
 * is, not while one cell changes.
 */
final class ObjectSorter extends RowSorter<ObjectRows> {

	private static final int MOST_KEYS = 3;

	private final ObjectRows rows;
	private final Collator words = Collator.getInstance();
	private List<SortKey> keys = List.of();
	private IntPredicate filter;
	/** Null while all rows stand in the order of the document; likewise {@link #toView}, where −1 is a hidden row. */
	private int[] toModel;
	private int[] toView;

	ObjectSorter(ObjectRows rows) {
		this.rows = rows;
	}

	/** @param wanted asked about a row; gives the same for all rows that show the same; null for all rows */
	void setFilter(IntPredicate wanted) {
		filter = wanted;
		sort();
	}

	/** Whether every row is in view at its place in the document. */
	boolean isPlain() { return toModel == null; }

	@Override
	public ObjectRows getModel() { return rows; }

	/** Ascending, then descending; the columns chosen before decide between what is equal in this one. */
	@Override
	public void toggleSortOrder(int column) {
		boolean ascending = !keys.isEmpty() && keys.get(0).getColumn() == column
				&& keys.get(0).getSortOrder() == SortOrder.ASCENDING;
		List<SortKey> changed = new ArrayList<>();
		changed.add(new SortKey(column, ascending ? SortOrder.DESCENDING : SortOrder.ASCENDING));
		keys.stream().filter(key -> key.getColumn() != column).limit(MOST_KEYS - 1).forEach(changed::add);
		setSortKeys(changed);
	}

	@Override
	public void setSortKeys(List<? extends SortKey> wanted) {
		keys = wanted == null ? List.of() : List.copyOf(wanted);
		fireSortOrderChanged();
		sort();
	}

	@Override
	public List<? extends SortKey> getSortKeys() { return keys; }

	private void sort() {
		int[] before = toModel;
		if (filter == null && keys.isEmpty()) {
			toModel = null;
			toView = null;
		} else order(rows.groups());
		fireRowSorterChanged(before);
	}

	/** Counts how many rows each place of the order has, then puts each row into the next free one. */
	private void order(RowGroups groups) {
		int[] ranks = ranks(groups.firsts());
		int[] next = new int[groups.firsts().size() + 1];
		for (int group : groups.ofRow())
			if (ranks[group] >= 0) next[ranks[group] + 1]++;
		for (int rank = 1; rank < next.length; rank++)
			next[rank] += next[rank - 1];
		toModel = new int[next[next.length - 1]];
		toView = new int[groups.ofRow().length];
		for (int row = 0; row < toView.length; row++) {
			int rank = ranks[groups.ofRow()[row]];
			toView[row] = rank < 0 ? -1 : next[rank]++;
			if (rank >= 0) toModel[toView[row]] = row;
		}
	}

	/** The place of each group in the order, the same for those that are equal; −1 for what is filtered out. */
	private int[] ranks(List<Integer> firsts) {
		Comparator<Integer> comparator = comparator();
		List<Integer> wanted = IntStream.range(0, firsts.size()).filter(group -> filter == null || filter.test(firsts.get(group)))
				.boxed().sorted((a, b) -> comparator.compare(firsts.get(a), firsts.get(b))).toList();
		int[] ranks = new int[firsts.size()];
		Arrays.fill(ranks, -1);
		for (int i = 0; i < wanted.size(); i++) {
			boolean same = i > 0 && comparator.compare(firsts.get(wanted.get(i - 1)), firsts.get(wanted.get(i))) == 0;
			ranks[wanted.get(i)] = same ? ranks[wanted.get(i - 1)] : i;
		}
		return ranks;
	}

	/** Of rows of the model. */
	private Comparator<Integer> comparator() {
		Comparator<Integer> all = (a, b) -> 0;
		for (SortKey key : keys) {
			Comparator<Integer> one = (a, b) -> compare(rows.getValueAt(a, key.getColumn()), rows.getValueAt(b, key.getColumn()));
			if (key.getSortOrder() != SortOrder.UNSORTED)
				all = all.thenComparing(key.getSortOrder() == SortOrder.ASCENDING ? one : one.reversed());
		}
		return all;
	}

	private int compare(Object a, Object b) {
		if (a instanceof Integer first && b instanceof Integer second) return first.compareTo(second);
		if (a instanceof Boolean first && b instanceof Boolean second) return first.compareTo(second);
		return words.compare(a.toString(), b.toString());
	}

	@Override
	public int convertRowIndexToModel(int index) {
		return toModel == null ? index : toModel[index];
	}

	@Override
	public int convertRowIndexToView(int index) {
		return toView == null ? index : toView[index];
	}

	@Override
	public int getViewRowCount() { return toModel == null ? rows.getRowCount() : toModel.length; }

	@Override
	public int getModelRowCount() { return toView == null ? rows.getRowCount() : toView.length; }

	@Override
	public void modelStructureChanged() {
		allRowsChanged();
	}

	@Override
	public void allRowsChanged() {
		if (toModel != null) sort();
	}

	@Override
	public void rowsInserted(int first, int last) {
		allRowsChanged();
	}

	@Override
	public void rowsDeleted(int first, int last) {
		allRowsChanged();
	}

	/** A row that is being edited does not jump. */
	@Override
	public void rowsUpdated(int first, int last) {
		// Sorted again when the table is.
	}

	@Override
	public void rowsUpdated(int first, int last, int column) {
		// Likewise.
	}
}
