package org.annotomy.ui.dialog;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import org.annotomy.annotation.ProtocolSwitch;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.ui.notice.Notices;

/** Puts the labels of an image under another protocol: asks which one, and what becomes of the classes that it lacks. */
public final class ProtocolDialog {

	private static final String TITLE = "Change Protocol";
	private static final String[] CHOICES = {"Change", "Cancel"};

	private final AnnotationSession session;
	private final JComboBox<Choice> protocols = new JComboBox<>();
	private final JPanel rows = new JPanel(new GridBagLayout());
	private final Map<String, JComboBox<ClassChoice>> becomes = new LinkedHashMap<>();

	private record Choice(Protocol protocol) {
		@Override
		public String toString() {
			return protocol.title() + "  (" + protocol.stamp().id() + ", version " + protocol.stamp().version() + ")";
		}
	}

	/** @param key null to keep the old class */
	private record ClassChoice(String key, String name) {
		@Override
		public String toString() {
			return name;
		}
	}

	private ProtocolDialog(AnnotationSession session, List<Protocol> known) {
		this.session = session;
		protocols.setName("protocols");
		known.forEach(protocol -> protocols.addItem(new Choice(protocol)));
		protocols.addActionListener(e -> fill());
		known.stream().filter(p -> p.stamp().sameVersion(session.document().protocol().stamp())).findFirst()
				.ifPresent(p -> protocols.setSelectedItem(new Choice(p)));
		fill();
	}

	/** To be called on the event dispatch thread. */
	public static void show(AnnotationSession session, Notices notices) {
		try {
			ProtocolDialog dialog = new ProtocolDialog(session, Protocols.find().all());
			int choice = JOptionPane.showOptionDialog(session.image().getWindow(), dialog.content(), TITLE,
					JOptionPane.DEFAULT_OPTION, JOptionPane.PLAIN_MESSAGE, null, CHOICES, CHOICES[0]);
			if (choice == 0) notices.guard(() -> dialog.change(notices));
		} catch (IOException e) {
			notices.tell("The folder of your own protocols cannot be read.", true);
		}
	}

	private JPanel content() {
		JScrollPane scroll = new JScrollPane(rows);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		scroll.setPreferredSize(new Dimension(520, 200));
		JPanel content = new JPanel(new BorderLayout(0, 10));
		content.add(protocols, BorderLayout.NORTH);
		content.add(scroll, BorderLayout.CENTER);
		content.add(new JLabel("Nothing is lost: classes and answers that the protocol lacks are kept. Undo takes it back."),
				BorderLayout.SOUTH);
		return content;
	}

	private Protocol chosen() {
		return ((Choice) protocols.getSelectedItem()).protocol();
	}

	private void fill() {
		rows.removeAll();
		becomes.clear();
		GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(2, 4, 2, 4);
		at.anchor = GridBagConstraints.LINE_START;
		at.gridy = 0;
		Map<String, String> suggested = ProtocolSwitch.suggest(session.document(), chosen());
		ProtocolSwitch.counts(session.document()).forEach((key, count) -> addRow(key, count, suggested.get(key), at));
		if (becomes.isEmpty()) rows.add(new JLabel("No mark has a class that the protocol lacks."), at);
		at.gridy++;
		at.weighty = 1;
		rows.add(new JLabel(), at);
		rows.revalidate();
		rows.repaint();
	}

	private void addRow(String key, int count, String suggested, GridBagConstraints at) {
		if (chosen().findClass(key).isPresent()) return;
		JComboBox<ClassChoice> choice = new JComboBox<>();
		choice.setName("becomes." + key);
		choice.addItem(new ClassChoice(null, "unchanged, to be reclassified later"));
		for (AnnotationClass c : chosen().classes()) {
			choice.addItem(new ClassChoice(c.key(), c.name()));
			if (c.key().equals(suggested)) choice.setSelectedIndex(choice.getItemCount() - 1);
		}
		becomes.put(key, choice);
		at.gridx = 0;
		at.weightx = 0;
		String name = session.document().protocol().findClass(key).map(AnnotationClass::name).orElse(key);
		rows.add(new JLabel(name + (count == 1 ? " (1 mark)" : " (" + count + " marks)") + " becomes"), at);
		at.gridx = 1;
		at.weightx = 1;
		rows.add(choice, at);
		at.gridy++;
	}

	private void change(Notices notices) {
		Map<String, String> classes = new LinkedHashMap<>();
		becomes.forEach((key, box) -> {
			String to = ((ClassChoice) box.getSelectedItem()).key();
			if (to != null) classes.put(key, to);
		});
		ProtocolSwitch change = new ProtocolSwitch(session.document(), chosen(), classes);
		int left = change.leftOver().size();
		change.apply(session.clock().instant());
		notices.tell("The protocol is now " + chosen().title() + "." + (left == 0
				? ""
				: " Marks of " + left + (left == 1 ? " class" : " classes") + " are to be reclassified."), left > 0);
	}
}
