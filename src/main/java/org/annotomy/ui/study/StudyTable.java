package org.annotomy.ui.study;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableCellRenderer;

/** A table of studies or series: sorted by its headings, long texts in full under the pointer. */
final class StudyTable extends JTable {

	private static final Color PROBLEM = new Color(0xa03020);
	private static final int LONG = 14;

	private final transient java.util.function.IntPredicate problems;

	/** @param problems which rows of the model tell of a problem */
	StudyTable(AbstractTableModel rows, String name, int[] widths, java.util.function.IntPredicate problems) {
		super(rows);
		this.problems = problems;
		setName(name);
		setAutoCreateRowSorter(true);
		setFillsViewportHeight(true);
		setShowGrid(false);
		for (int i = 0; i < widths.length; i++)
			getColumnModel().getColumn(i).setPreferredWidth(widths[i]);
		setPreferredScrollableViewportSize(new Dimension(760, 170));
	}

	@Override
	public Component prepareRenderer(TableCellRenderer renderer, int row, int column) {
		Component cell = super.prepareRenderer(renderer, row, column);
		if (!isRowSelected(row)) cell.setForeground(problems.test(convertRowIndexToModel(row)) ? PROBLEM : getForeground());
		Object value = getValueAt(row, column);
		if (cell instanceof JComponent plain)
			plain.setToolTipText(value instanceof String text && text.length() > LONG ? text : null);
		return cell;
	}

	/** Long texts of a column are broken into lines. */
	void wrap(int column) {
		getColumnModel().getColumn(column).setCellRenderer(new WrappedText());
	}

	void bind(String key, Runnable action) {
		getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
		getActionMap().put(key, new AbstractAction() {
			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(ActionEvent e) {
				action.run();
			}
		});
	}

	void onDoubleClick(Runnable action) {
		addMouseListener(new MouseAdapter() {
			@Override
			public void mouseClicked(MouseEvent e) {
				if (e.getClickCount() == 2) action.run();
			}
		});
	}
}
