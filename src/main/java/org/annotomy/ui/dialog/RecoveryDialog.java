package org.annotomy.ui.dialog;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.store.PendingWork;
import org.annotomy.store.StoreException;

/** Offers the work that a crash has left in the journal. Closing the window leaves it there. */
public final class RecoveryDialog {

	private static final int LISTED = 12;
	private static final String[] CHOICES = {"Bring It Back", "Put It Aside", "Later"};

	private RecoveryDialog() {}

	/** To be called on the event dispatch thread. Does nothing if nothing was left. */
	public static void offer(AnnotationSession session) {
		PendingWork work = session.store().pendingWork().orElse(null);
		if (work == null) return;
		int choice = JOptionPane.showOptionDialog(session.image().getWindow(), message(work), "Work That Was Not Saved",
				JOptionPane.DEFAULT_OPTION,
				JOptionPane.QUESTION_MESSAGE, null, CHOICES, CHOICES[0]);
		try {
			if (choice == 0) work.recover();
			else if (choice == 1) work.discard();
		} catch (StoreException e) {
			JOptionPane.showMessageDialog(session.image().getWindow(), e.getMessage(), "Work That Was Not Saved",
					JOptionPane.ERROR_MESSAGE);
		}
	}

	private static Object[] message(PendingWork work) {
		String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault())
				.format(work.newest());
		JTextArea list = new JTextArea(String.join("\n", lastNames(work.names())));
		list.setEditable(false);
		list.setRows(Math.min(LISTED, work.names().size()) + 1);
		list.setColumns(40);
		return new Object[]{"ImageJ ended before these annotations were saved.",
				work.count() + (work.count() == 1 ? " edit was" : " edits were")
						+ " kept in the journal, the last one on " + when + ":",
				new JScrollPane(list),
				"Put aside, they stay among the versions of this image."};
	}

	private static List<String> lastNames(List<String> names) {
		return names.size() <= LISTED ? names : names.subList(names.size() - LISTED, names.size());
	}
}
