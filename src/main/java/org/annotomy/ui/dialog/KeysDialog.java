package org.annotomy.ui.dialog;

import java.awt.Component;
import java.awt.Dimension;

import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTable;

import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;

/** What the keys do on an annotated image. */
public final class KeysDialog {

	private static final String[][] FIXED = {
			{"Enter", "mark the selection with the current class; finish the edit of an outline"},
			{"Esc", "drop the edit of an outline; clear the selection of objects"}, {"Delete", "delete the selected objects"},
			{"Tab, Shift+Tab", "next, previous object"}, {"z, Ctrl+Z", "undo"}, {"y, Ctrl+Y", "redo"},
			{"1 … 9", "display preset"}, {"0", "the file's own window"}, {"[ and ]", "smaller, larger brush"},
			{"q, Shift+q", "while held: lens of 2 and 4 times"},
			{"Shift+wheel", "size of the segment brush"}, {"w, Shift+W", "segment tools: next, previous segment"},
			{"i", "segment tools: range of values of the editing mask on and off"},
			{"Backspace, Enter, Esc", "segment outlines: take a corner back, finish, drop"},
			{". and ,", "next, previous stage of a layout; counting fields: this one is finished, next; previous"},
			{"?", "this list"}};

	private KeysDialog() {}

	/** To be called on the event dispatch thread. */
	public static void show(Component owner, Protocol protocol) {
		JTable table = new JTable(rows(protocol), new String[]{"Key", "What it does"});
		table.setName("keys");
		table.setEnabled(false);
		int width = fit(table, 0) + fit(table, 1);
		table.setPreferredScrollableViewportSize(
				new Dimension(width, Math.min(420, table.getRowHeight() * table.getRowCount())));
		JOptionPane.showMessageDialog(owner, new JScrollPane(table), "Keys", JOptionPane.PLAIN_MESSAGE);
	}

	/** Makes a column as wide as its longest text. */
	private static int fit(JTable table, int column) {
		int width = 0;
		for (int row = 0; row < table.getRowCount(); row++)
			width = Math.max(width,
					table.prepareRenderer(table.getCellRenderer(row, column), row, column).getPreferredSize().width);
		int padded = width + 2 * table.getColumnModel().getColumnMargin() + 6;
		table.getColumnModel().getColumn(column).setPreferredWidth(padded);
		return padded;
	}

	private static String[][] rows(Protocol protocol) {
		String[][] classes = protocol.classes().stream().filter(c -> c.shortcut() != 0).map(KeysDialog::row)
				.toArray(String[][]::new);
		String[][] rows = new String[FIXED.length + classes.length][];
		System.arraycopy(classes, 0, rows, 0, classes.length);
		System.arraycopy(FIXED, 0, rows, classes.length, FIXED.length);
		return rows;
	}

	private static String[] row(AnnotationClass c) {
		return new String[]{String.valueOf(c.shortcut()), "mark as, or change to: " + c.name()};
	}
}
