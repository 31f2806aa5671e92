package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.swing.BorderFactory;
import javax.swing.DefaultListSelectionModel;
import javax.swing.Icon;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.event.ListSelectionListener;
import javax.swing.event.RowSorterEvent;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;

import org.annotomy.display.detection.DetectionMode;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.notice.Notices;

/** The table of objects: sorts, filters, selects, and jumps to the slice of a clicked one. */
final class ObjectSection extends PanelSection {

	private static final int[] WIDTHS = {24, 145, 125, 40, 74, 54, 60, 230};

	private static final int MANY = 1000;

	private final Notices notices;
	private final ObjectRows rows = new ObjectRows(this::isInOrder);
	private final JTable table = new GuardedTable();
	private final ObjectSorter sorter = new ObjectSorter(rows);
	private final JTextField filter = new JTextField();
	private final JPanel panel = new JPanel(new BorderLayout(0, 4));
	private final JComboBox<String> mode = new JComboBox<>(
			Arrays.stream(DetectionMode.values()).map(DetectionMode::key).toArray(String[]::new));
	/** Beside the others only while there is something in it. */
	private final TableColumn depth;
	private final ListSelectionListener chosen = e -> { if (!e.getValueIsAdjusting()) select(); };
	private final JLabel hidden = new JLabel();
	private Set<UUID> shown = Set.of();
	/** Whether the rows that the user chooses come to those that are selected already. */
	private boolean adding;
	private boolean refreshing;

	ObjectSection(Notices notices) {
		this.notices = notices;
		table.setModel(rows);
		table.setName("objects");
		table.setRowSorter(sorter);
		// Of a million rows the table would ask one by one; and what is hidden by the filter would not be selected any more.
		table.setUpdateSelectionOnSort(false);
		sorter.addRowSorterListener(e -> { if (e.getType() == RowSorterEvent.Type.SORTED && !refreshing) followOrder(); });
		table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
		table.setFillsViewportHeight(true);
		table.setShowGrid(false);
		table.getSelectionModel().addListSelectionListener(chosen);
		table.addMouseListener(new MouseAdapter() {
			@Override
			public void mouseClicked(MouseEvent e) {
				jump();
			}
		});
		table.setDefaultRenderer(ColourSwatch.class, new SwatchCell());
		for (int i = 0; i < WIDTHS.length; i++)
			limit(table.getColumnModel().getColumn(i), WIDTHS[i], i != 1 && i != 2 && i != ObjectRows.DEPTH);
		depth = table.getColumnModel().getColumn(ObjectRows.DEPTH);
		table.removeColumn(depth);
		filter.setName("filter");
		filter.putClientProperty("JTextField.placeholderText", "Filter by name, class or kind");
		filter.putClientProperty("JTextField.showClearButton", true);
		filter.getDocument().addDocumentListener(new FilterListener());
		mode.setName("detections shown as");
		mode.setToolTipText("How masses of detections are shown");
		mode.setVisible(false);
		mode.addActionListener(e -> showDetections());
		JPanel top = new JPanel(new BorderLayout(4, 0));
		top.add(filter, BorderLayout.CENTER);
		top.add(mode, BorderLayout.EAST);
		panel.add(top, BorderLayout.NORTH);
		JScrollPane scroll = new JScrollPane(table);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		panel.add(scroll, BorderLayout.CENTER);
		hidden.setName("hidden selected");
		hidden.setBorder(BorderFactory.createEmptyBorder(0, 6, 2, 6));
		hidden.setVisible(false);
		panel.add(hidden, BorderLayout.SOUTH);
	}

	@Override
	JComponent component() {
		return panel;
	}

	@Override
	void show(AnnotationSession shown) {
		refreshing = true;
		rows.show(shown);
		this.shown = null;
		refreshing = false;
		super.show(shown);
	}

	@Override
	void refresh() {
		refreshing = true;
		boolean forgotten = rows.refresh();
		showDepth();
		if (forgotten || session == null || session.selection().set() != shown) showSelection();
		mode.setVisible(session != null && !session.document().detections().isEmpty());
		if (session != null) mode.setSelectedItem(session.overlay().detectionMode().key());
		refreshing = false;
	}

	private void showDepth() {
		boolean shown = table.getColumnCount() == ObjectRows.DEPTH + 1;
		if (rows.hasDepth() == shown) return;
		if (shown) table.removeColumn(depth);
		else table.addColumn(depth);
	}

	private boolean isInOrder() { return sorter.isPlain(); }

	private void followOrder() {
		refreshing = true;
		showSelection();
		refreshing = false;
	}

	private void showSelection() {
		shown = session == null ? Set.of() : session.selection().set();
		BitSet inView = new BitSet();
		int[] outOfView = {0};
		rows.forEach(shown, row -> {
			int view = sorter.convertRowIndexToView(row);
			if (view >= 0) inView.set(view);
			else outOfView[0]++;
		});
		sayHidden(outOfView[0]);
		if (shown.size() > MANY) showMany(inView);
		else {
			ListSelectionModel selection = table.getSelectionModel();
			selection.setValueIsAdjusting(true);
			selection.clearSelection();
			add(inView, selection);
			selection.setValueIsAdjusting(false);
		}
		if (shown.size() == 1 && !inView.isEmpty())
			table.scrollRectToVisible(table.getCellRect(inView.nextSetBit(0), 0, true));
	}

	private static void add(BitSet rows, ListSelectionModel selection) {
		for (int from = rows.nextSetBit(0); from >= 0; from = rows.nextSetBit(rows.nextClearBit(from)))
			selection.addSelectionInterval(from, rows.nextClearBit(from) - 1);
	}

	/** Fills a new selection and hands it over: told of each single row, the table would be busy for seconds with a million of them. */
	private void showMany(BitSet inView) {
		ListSelectionModel selection = new DefaultListSelectionModel();
		add(inView, selection);
		int last = inView.length() - 1;
		if (last >= 0) selection.removeSelectionInterval(last, last);
		table.getSelectionModel().removeListSelectionListener(chosen);
		selection.addListSelectionListener(chosen);
		table.setSelectionModel(selection);
		// The last row is told of, so that the table forgets what it remembered of the selection before.
		if (last >= 0) selection.addSelectionInterval(last, last);
	}

	/** Whoever changes what is selected is to know of what is not seen. */
	private void sayHidden(int count) {
		hidden.setVisible(count > 0);
		hidden.setText(count == 1
				? "1 more object is selected, and hidden by the filter."
				: count + " more objects are selected, and hidden by the filter.");
	}

	/** What is selected and hidden by the filter stays so while rows are added to the others or taken out; a plain click chooses anew. */
	private void select() {
		if (refreshing || session == null) return;
		IntStream.Builder chosenRows = IntStream.builder();
		if (adding)
			rows.forEach(session.selection().set(), row -> { if (table.convertRowIndexToView(row) < 0) chosenRows.add(row); });
		IntStream inView = IntStream.of(table.getSelectedRows()).map(table::convertRowIndexToModel);
		session.selection().set(rows.ids(IntStream.concat(chosenRows.build(), inView).toArray()));
	}

	private void showDetections() {
		if (!refreshing && session != null)
			new DeskEdits(session).showDetections(DetectionMode.of((String) mode.getSelectedItem()));
	}

	private void jump() {
		int view = table.getSelectedRow();
		if (session != null && view >= 0) session.show(rows.object(table.convertRowIndexToModel(view)));
	}

	private static void limit(TableColumn column, int width, boolean fixed) {
		column.setPreferredWidth(width);
		if (fixed) column.setMaxWidth(width + 6);
		if (fixed) column.setMinWidth(width - 8);
	}

	/** A table that tells of a refused edit instead of throwing. */
	private final class GuardedTable extends JTable {

		private boolean dragged;

		/** While the mouse is drawn on, what its press began goes on. */
		@Override
		protected void processMouseMotionEvent(MouseEvent event) {
			dragged = event.getID() == MouseEvent.MOUSE_DRAGGED;
			super.processMouseMotionEvent(event);
			dragged = false;
		}

		@Override
		public void changeSelection(int row, int column, boolean toggle, boolean extend) {
			if (!dragged) adding = toggle || extend;
			super.changeSelection(row, column, toggle, extend);
		}

		@Override
		public void selectAll() {
			adding = false;
			super.selectAll();
		}

		/** What is cut off in the column of overlaps. */
		@Override
		public String getToolTipText(MouseEvent event) {
			int row = rowAtPoint(event.getPoint());
			int column = columnAtPoint(event.getPoint());
			boolean overlap = row >= 0 && column >= 0 && convertColumnIndexToModel(column) == ObjectRows.DEPTH;
			String text = overlap ? (String) getValueAt(row, column) : "";
			return text.isEmpty() ? null : text;
		}

		@Override
		public void setValueAt(Object value, int row, int column) {
			notices.guard(() -> super.setValueAt(value, row, column));
		}
	}

	private static final class SwatchCell extends DefaultTableCellRenderer {

		@Override
		protected void setValue(Object value) {
			setHorizontalAlignment(CENTER);
			setIcon((Icon) value);
		}
	}

	private final class FilterListener implements DocumentListener {

		@Override
		public void insertUpdate(DocumentEvent e) {
			changedUpdate(e);
		}

		@Override
		public void removeUpdate(DocumentEvent e) {
			changedUpdate(e);
		}

		@Override
		public void changedUpdate(DocumentEvent e) {
			String wanted = filter.getText().trim();
			sorter.setFilter(wanted.isEmpty() ? null : rows.having(wanted));
		}
	}
}
