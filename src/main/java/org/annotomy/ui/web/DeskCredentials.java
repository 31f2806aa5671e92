package org.annotomy.ui.web;

import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

import org.annotomy.dicom.web.AuthKind;
import org.annotomy.dicom.web.CredentialSource;
import org.annotomy.dicom.web.Credentials;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.task.CancelledException;
import org.annotomy.ui.dialog.EventThread;
import org.annotomy.ui.dialog.FirstFocus;

/** Asks the user for credentials, once for each server as long as this object lives. They are in memory only. */
public final class DeskCredentials implements CredentialSource {

	private final Component parent;
	private final Map<String, Credentials> known = new ConcurrentHashMap<>();

	/** @param parent window that the question belongs to; null for none */
	public DeskCredentials(Component parent) {
		this.parent = parent;
	}

	@Override
	public Credentials of(WebServer server) {
		if (server.auth() == AuthKind.NONE) return Credentials.NONE;
		Credentials remembered = known.get(key(server));
		if (remembered != null) return remembered;
		Credentials typed = EventThread.call(() -> ask(server));
		known.put(key(server), typed);
		return typed;
	}

	@Override
	public void rejected(WebServer server) {
		known.remove(key(server));
	}

	private static String key(WebServer server) {
		return server.name() + " " + server.base();
	}

	private Credentials ask(WebServer server) {
		JTextField user = new JTextField(20);
		user.setName("user");
		JPasswordField secret = new JPasswordField(20);
		secret.setName("secret");
		String problem = null;
		while (true) {
			Object[] message = {"Credentials for the server \"" + server.name() + "\". They are kept until ImageJ"
					+ " or the DICOMweb window closes.", form(server, user, secret), problem == null ? "" : problem};
			int choice = JOptionPane.showConfirmDialog(parent, message, "DICOMweb Credentials", JOptionPane.OK_CANCEL_OPTION,
					JOptionPane.PLAIN_MESSAGE);
			char[] typed = secret.getPassword();
			try {
				if (choice != JOptionPane.OK_OPTION) throw new CancelledException();
				return credentials(server, user.getText().strip(), typed);
			} catch (IllegalArgumentException e) {
				problem = e.getMessage();
			} finally {
				Arrays.fill(typed, '\0');
			}
		}
	}

	private static Credentials credentials(WebServer server, String user, char[] secret) {
		return switch (server.auth()) {
			case BASIC -> Credentials.basic(user, secret);
			case BEARER -> Credentials.bearer(secret);
			case HEADER -> Credentials.header(server.headerName(), secret);
			case NONE -> Credentials.NONE;
		};
	}

	private static JComponent form(WebServer server, JTextField user, JPasswordField secret) {
		JPanel form = new JPanel(new GridBagLayout());
		if (server.auth() == AuthKind.BASIC) row(form, 0, "User", user);
		row(form, 1, switch (server.auth()) {
			case BASIC -> "Password";
			case BEARER -> "Token";
			default -> "Value of the header " + server.headerName();
		}, secret);
		FirstFocus.on(server.auth() == AuthKind.BASIC && user.getText().isEmpty() ? user : secret);
		return form;
	}

	private static void row(JPanel form, int y, String label, JComponent field) {
		GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(3, 0, 3, 8);
		at.gridy = y;
		at.anchor = GridBagConstraints.WEST;
		form.add(new JLabel(label), at);
		at.weightx = 1;
		at.fill = GridBagConstraints.HORIZONTAL;
		form.add(field, at);
	}
}
