package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.RowFilter;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.notice.Notices;

/** The table of objects: sorts, filters, selects, and jumps to the slice of a clicked one. */
final class ObjectSection extends PanelSection {

	private static final int[] WIDTHS = {24, 145, 125, 40, 74, 54, 60};

	private final Notices notices;
	private final ObjectRows rows = new ObjectRows();
	private final JTable table = new GuardedTable();
	private final TableRowSorter<ObjectRows> sorter = new TableRowSorter<>(rows);
	private final JTextField filter = new JTextField();
	private final JPanel panel = new JPanel(new BorderLayout(0, 4));
	private boolean refreshing;

	ObjectSection(Notices notices) {
		this.notices = notices;
		table.setModel(rows);
		table.setName("objects");
		table.setRowSorter(sorter);
		table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
		table.setFillsViewportHeight(true);
		table.setShowGrid(false);
		table.getSelectionModel().addListSelectionListener(e -> { if (!e.getValueIsAdjusting()) select(); });
		table.addMouseListener(new MouseAdapter() {
			@Override
			public void mouseClicked(MouseEvent e) {
				jump();
			}
		});
		table.setDefaultRenderer(ColourSwatch.class, new SwatchCell());
		for (int i = 0; i < WIDTHS.length; i++)
			limit(table.getColumnModel().getColumn(i), WIDTHS[i], i != 1 && i != 2);
		filter.setName("filter");
		filter.putClientProperty("JTextField.placeholderText", "Filter by name, class or kind");
		filter.putClientProperty("JTextField.showClearButton", true);
		filter.getDocument().addDocumentListener(new FilterListener());
		panel.add(filter, BorderLayout.NORTH);
		JScrollPane scroll = new JScrollPane(table);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		panel.add(scroll, BorderLayout.CENTER);
	}

	@Override
	JComponent component() {
		return panel;
	}

	@Override
	void show(AnnotationSession shown) {
		refreshing = true;
		rows.show(shown);
		refreshing = false;
		super.show(shown);
	}

	@Override
	void refresh() {
		refreshing = true;
		rows.refresh();
		showSelection();
		refreshing = false;
	}

	private void showSelection() {
		ListSelectionModel selection = table.getSelectionModel();
		selection.setValueIsAdjusting(true);
		selection.clearSelection();
		if (session != null && !session.selection().isEmpty())
			for (int row = 0; row < rows.getRowCount(); row++)
				if (session.selection().contains(rows.object(row).id())) {
					int view = table.convertRowIndexToView(row);
					if (view < 0) continue;
					selection.addSelectionInterval(view, view);
					if (session.selection().ids().size() == 1) table.scrollRectToVisible(table.getCellRect(view, 0, true));
				}
		selection.setValueIsAdjusting(false);
	}

	private void select() {
		if (refreshing || session == null) return;
		List<UUID> ids = new ArrayList<>();
		for (int view : table.getSelectedRows())
			ids.add(rows.object(table.convertRowIndexToModel(view)).id());
		session.selection().set(ids);
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
			sorter.setRowFilter(wanted.isEmpty() ? null : RowFilter.regexFilter("(?iu)" + Pattern.quote(wanted), 1, 2, 4));
		}
	}
}
