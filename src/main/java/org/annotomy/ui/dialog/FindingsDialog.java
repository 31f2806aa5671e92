package org.annotomy.ui.dialog;

import java.util.List;

import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

import org.annotomy.annotation.check.Finding;
import org.annotomy.imagej.session.AnnotationSession;

/** What keeps the work from being complete; choosing a line shows the object that it is about. */
public final class FindingsDialog {

	private static final String TITLE = "Not Complete Yet";

	private FindingsDialog() {}

	/** To be called on the event dispatch thread. */
	public static void show(AnnotationSession session, List<Finding> findings) {
		DefaultListModel<String> lines = new DefaultListModel<>();
		findings.forEach(finding -> lines.addElement(finding.message()));
		JList<String> list = new JList<>(lines);
		list.setName("findings");
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setVisibleRowCount(Math.min(12, findings.size() + 1));
		list.addListSelectionListener(
				e -> { if (list.getSelectedIndex() >= 0) show(session, findings.get(list.getSelectedIndex())); });
		Object[] message = {"The protocol \"" + session.document().protocol().title() + "\" still misses:",
				new JScrollPane(list)};
		JOptionPane.showMessageDialog(session.image().getWindow(), message, TITLE, JOptionPane.WARNING_MESSAGE);
	}

	private static void show(AnnotationSession session, Finding finding) {
		if (finding.object() == null) return;
		session.document().object(finding.object()).ifPresent(object -> {
			session.selection().set(List.of(object.id()));
			session.show(object);
		});
	}
}
