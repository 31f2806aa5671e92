package org.annotomy.ui.web;

import java.awt.Component;

import javax.swing.JOptionPane;

import org.annotomy.dicom.web.WebServer;
import org.annotomy.task.CancelledException;
import org.annotomy.ui.dialog.EventThread;

/** Asks before anything leaves this computer. */
public final class SendConfirmation {

	private static final String[] CHOICES = {"Send", "Cancel"};

	private SendConfirmation() {}

	/**
	 * May be called from any thread.
	 *
	 * @param what is to be sent, such as {@code 12 DICOM objects}
	 * @throws CancelledException if the user does not want that
	 */
	public static void require(Component parent, String what, WebServer server) {
		Object[] message = {"Send " + what + " to the server \"" + server.name() + "\" at " + server.base().getHost() + "?",
				"They hold whatever the files hold, names of patients too."};
		int choice = EventThread.call(() -> JOptionPane.showOptionDialog(parent, message, "Send to DICOMweb Server",
				JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, CHOICES, CHOICES[1]));
		if (choice != 0) throw new CancelledException();
	}

	/** As {@link #require}, before objects in the outbox are given up. */
	public static void requireDiscard(Component parent, int count) {
		String[] choices = {"Discard", "Cancel"};
		int choice = EventThread.call(() -> JOptionPane.showOptionDialog(parent,
				"Give up sending " + count + " DICOM objects? Objects that are nowhere else are lost.", "Discard Failed Sends",
				JOptionPane.DEFAULT_OPTION, JOptionPane.WARNING_MESSAGE, null, choices, choices[1]));
		if (choice != 0) throw new CancelledException();
	}
}
