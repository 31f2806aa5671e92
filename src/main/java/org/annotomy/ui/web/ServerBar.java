package org.annotomy.ui.web;

import java.awt.FlowLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;

import org.annotomy.dicom.web.WebFolder;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.dicom.web.WebServers;

/** The choice of a server, and buttons to add, change and remove one. */
final class ServerBar {

	private final JPanel panel = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 2));
	private final JComboBox<String> choice = new JComboBox<>();
	private final JButton change = new JButton("Change…");
	private final JButton remove = new JButton("Remove");
	private final BiConsumer<String, Boolean> tell;
	private final Path file = WebFolder.ofUser().servers();
	private WebServers servers;

	/** @param tell gets what there is to say, and whether it is a problem */
	ServerBar(BiConsumer<String, Boolean> tell) {
		this.tell = tell;
		choice.setName("server");
		JButton add = new JButton("Add…");
		add.setName("add");
		add.addActionListener(e -> edit(null));
		change.addActionListener(e -> edit(server()));
		remove.addActionListener(e -> remove());
		panel.add(new JLabel("Server"));
		panel.add(choice);
		panel.add(add);
		panel.add(change);
		panel.add(remove);
		read("");
	}

	JComponent component() {
		return panel;
	}

	/** The chosen server, null if there is none. */
	WebServer server() {
		return choice.getSelectedItem() == null || servers == null
				? null
				: servers.find(choice.getSelectedItem().toString()).orElse(null);
	}

	private void read(String chosen) {
		try {
			servers = WebServers.read(file);
			choice.setModel(new DefaultComboBoxModel<>(servers.all().stream().map(WebServer::name).toArray(String[]::new)));
			if (!chosen.isEmpty()) choice.setSelectedItem(chosen);
		} catch (IOException e) {
			servers = null;
			tell.accept("The list of servers cannot be read: " + e.getMessage(), true);
		}
		boolean any = server() != null;
		change.setEnabled(any);
		remove.setEnabled(any);
	}

	private void edit(WebServer old) {
		WebServer changed = ServerDialog.ask(panel, old);
		if (changed == null || servers == null) return;
		WebServers list = old != null && !old.name().equals(changed.name()) ? servers.without(old.name()) : servers;
		write(list.with(changed), changed.name());
	}

	private void remove() {
		WebServer server = server();
		if (server == null) return;
		int answer = JOptionPane.showConfirmDialog(panel, "Take \"" + server.name() + "\" off the list?", "DICOMweb Server",
				JOptionPane.OK_CANCEL_OPTION);
		if (answer == JOptionPane.OK_OPTION) write(servers.without(server.name()), "");
	}

	private void write(WebServers list, String chosen) {
		try {
			list.write(file);
			read(chosen);
		} catch (IOException e) {
			tell.accept("The list of servers could not be written.", true);
		}
	}
}
