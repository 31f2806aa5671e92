package org.annotomy.ui.study;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;

import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.table.TableCellRenderer;

/** A cell with as many lines as its row has room for. */
final class WrappedText extends JPanel implements TableCellRenderer {

	private static final long serialVersionUID = 1L;

	private static final int MARGIN = 3;

	private final JTextArea text = new JTextArea();

	WrappedText() {
		super(new BorderLayout());
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setOpaque(false);
		add(text, BorderLayout.CENTER);
	}

	@Override
	public void setForeground(Color color) {
		super.setForeground(color);
		if (text != null) text.setForeground(color);
	}

	@Override
	public void setFont(Font font) {
		super.setFont(font);
		if (text != null) text.setFont(font);
	}

	@Override
	public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focused, int row,
			int column) {
		text.setText(value == null ? "" : value.toString());
		setFont(table.getFont());
		setBackground(selected ? table.getSelectionBackground() : table.getBackground());
		setForeground(selected ? table.getSelectionForeground() : table.getForeground());
		int width = table.getColumnModel().getColumn(column).getWidth() - 2 * MARGIN;
		text.setSize(Math.max(1, width), Short.MAX_VALUE);
		int above = Math.max(1, (table.getRowHeight(row) - text.getPreferredSize().height) / 2);
		setBorder(BorderFactory.createEmptyBorder(above, MARGIN, 0, MARGIN));
		return this;
	}
}
