package org.annotomy.ui.panel;

import java.util.Locale;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.notice.Notices;

/** What was done, the newest first, with undo and redo. */
final class HistorySection extends PanelSection {

	private static final int SHOWN = 200;

	private final DefaultListModel<String> model = new DefaultListModel<>();
	private final JPanel panel = new JPanel(new BorderLayout(0, 4));
	private final JButton undo = new JButton("Undo");
	private final JButton redo = new JButton("Redo");

	HistorySection(Notices notices) {
		undo.setName("undo");
		redo.setName("redo");
		undo.addActionListener(e -> notices.guard(() -> new DeskEdits(session).undo()));
		redo.addActionListener(e -> notices.guard(() -> new DeskEdits(session).redo()));
		JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0));
		buttons.add(undo);
		buttons.add(redo);
		JList<String> list = new JList<>(model);
		list.setName("history");
		list.setEnabled(false);
		JScrollPane scroll = new JScrollPane(list);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		panel.add(buttons, BorderLayout.NORTH);
		panel.add(scroll, BorderLayout.CENTER);
	}

	@Override
	JComponent component() {
		return panel;
	}

	@Override
	void refresh() {
		List<String> names = session == null ? new ArrayList<>() : new ArrayList<>(session.document().historyNames());
		Collections.reverse(names);
		model.clear();
		names.stream().limit(SHOWN).forEach(model::addElement);
		describe(undo, "Undo", session == null ? null : session.document().undoName().orElse(null));
		describe(redo, "Redo", session == null ? null : session.document().redoName().orElse(null));
	}

	private static void describe(JButton button, String what, String name) {
		button.setEnabled(name != null);
		button.setToolTipText(name == null ? "Nothing to " + what.toLowerCase(Locale.ROOT) : what + ": " + name);
	}
}
