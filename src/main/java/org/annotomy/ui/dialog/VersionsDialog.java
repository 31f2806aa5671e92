package org.annotomy.ui.dialog;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.store.StoreException;
import org.annotomy.store.Version;
import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.notice.Notices;

/** The earlier states of the labels that are kept; any of them can be brought back, as one edit that can be undone. */
public final class VersionsDialog {

	private static final String TITLE = "Versions";
	private static final String[] CHOICES = {"Restore", "Close"};

	private VersionsDialog() {}

	/** To be called on the event dispatch thread. */
	public static void show(AnnotationSession session, Notices notices) {
		try {
			List<Version> versions = session.store().versions();
			if (versions.isEmpty())
				notices.tell("No earlier version is kept yet: the first one is made by the second save.", false);
			else
				choose(session, versions, notices);
		} catch (StoreException e) {
			notices.tell(e.getMessage(), true);
		}
	}

	private static void choose(AnnotationSession session, List<Version> versions, Notices notices) throws StoreException {
		DefaultListModel<String> lines = new DefaultListModel<>();
		versions.forEach(version -> lines.addElement(words(version)));
		JList<String> list = new JList<>(lines);
		list.setName("versions");
		list.setSelectedIndex(0);
		int choice = JOptionPane.showOptionDialog(session.image().getWindow(),
				new Object[]{"Earlier states of these annotations:", new JScrollPane(list)},
				TITLE, JOptionPane.DEFAULT_OPTION, JOptionPane.PLAIN_MESSAGE, null, CHOICES, CHOICES[1]);
		if (choice != 0 || list.getSelectedIndex() < 0) return;
		Version chosen = versions.get(list.getSelectedIndex());
		new DeskEdits(session).restore(chosen);
		notices.tell("Restored: " + words(chosen) + ". Undo takes it back.", false);
	}

	private static String words(Version version) {
		String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault())
				.format(version.when());
		return when + ", revision " + version.revision() + ", " + version.objectCount()
				+ (version.objectCount() == 1 ? " object" : " objects");
	}
}
