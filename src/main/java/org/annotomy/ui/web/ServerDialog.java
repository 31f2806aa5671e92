package org.annotomy.ui.web;

import java.awt.Color;
import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;

import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.annotomy.dicom.web.AuthKind;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.ui.dialog.FirstFocus;

/** Asks what a server is called, where it is and what credentials it wants. */
final class ServerDialog {

	private final JPanel form = new JPanel(new GridBagLayout());
	private final JTextField name = named(new JTextField(28), "name");
	private final JTextField address = named(new JTextField("https://", 28), "address");
	private final JComboBox<AuthKind> auth = named(new JComboBox<>(AuthKind.values()), "auth");
	private final JTextField header = named(new JTextField(28), "header");
	private final JTextField variable = named(new JTextField(28), "variable");
	private final JCheckBox plain = named(new JCheckBox("Talk to this server without encryption (plain http)"), "plain");
	private final JLabel problem = new JLabel(" ");

	private ServerDialog(WebServer server) {
		row("Name", name);
		row("Address", address);
		row("Credentials", auth);
		row("Header", header);
		row("Variable for macros", variable);
		row("", plain);
		row("", problem);
		problem.setForeground(new Color(0xc03020));
		variable.setToolTipText("Environment variable that macros take the credentials from");
		plain.setToolTipText("Everybody on the way can read patients' data and your credentials");
		auth.addActionListener(e -> header.setEnabled(auth.getSelectedItem() == AuthKind.HEADER));
		if (server != null) fill(server);
		FirstFocus.on(name);
		header.setEnabled(auth.getSelectedItem() == AuthKind.HEADER);
	}

	private void fill(WebServer server) {
		name.setText(server.name());
		address.setText(server.base().toString());
		auth.setSelectedItem(server.auth());
		header.setText(server.headerName());
		variable.setText(server.secretVariable());
		plain.setSelected(server.plainHttp());
	}

	private static <T extends JComponent> T named(T component, String name) {
		component.setName(name);
		return component;
	}

	private void row(String label, JComponent part) {
		GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(3, 3, 3, 3);
		at.anchor = GridBagConstraints.EAST;
		form.add(new JLabel(label), at);
		at.gridwidth = GridBagConstraints.REMAINDER;
		at.anchor = GridBagConstraints.WEST;
		at.fill = GridBagConstraints.HORIZONTAL;
		form.add(part, at);
	}

	/**
	 * To be called on the event dispatch thread.
	 *
	 * @param server to be changed, or null for a new one
	 * @return null if the user wants none
	 */
	static WebServer ask(Component parent, WebServer server) {
		ServerDialog dialog = new ServerDialog(server);
		while (JOptionPane.showConfirmDialog(parent, dialog.form, "DICOMweb Server", JOptionPane.OK_CANCEL_OPTION,
				JOptionPane.PLAIN_MESSAGE) == JOptionPane.OK_OPTION)
			try {
				return dialog.server();
			} catch (IllegalArgumentException e) {
				dialog.problem.setText("<html><body style='width:320px'>" + e.getMessage());
			}
		return null;
	}

	private WebServer server() {
		AuthKind kind = (AuthKind) auth.getSelectedItem();
		return new WebServer(name.getText().strip(), WebServer.address(address.getText()), kind,
				kind == AuthKind.HEADER ? header.getText().strip() : "", variable.getText().strip(), plain.isSelected());
	}
}
