package org.annotomy.ui.web;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.annotomy.dicom.study.StudyQuery;

/** What studies are wanted; Enter in any field finds them. */
final class QueryForm {

	private final JPanel panel = new JPanel(new GridBagLayout());
	private final JTextField patient = field("patient", 12, "Family^Given; * and ? stand for any characters");
	private final JTextField id = field("id", 10, "* and ? stand for any characters");
	private final JTextField dates = field("dates", 14, "20240131, or from and to: 20240101-20240131");
	private final JTextField modality = field("modality", 4, "Such as CT, MR or MG");
	private final JTextField description = field("description", 12, "Of the study; * and ? stand for any characters");
	private final JButton find = new JButton("Find");

	QueryForm(Runnable action) {
		find.setName("find");
		find.addActionListener(e -> action.run());
		int column = 0;
		for (JComponent[] pair : new JComponent[][]{{new JLabel("Patient"), patient}, {new JLabel("Patient ID"), id},
				{new JLabel("Dates"), dates}, {new JLabel("Modality"), modality}, {new JLabel("Description"), description}}) {
			add(pair[0], column, 0, 0);
			add(pair[1], column, 1, pair[1] == modality ? 0.4 : 1);
			((JTextField) pair[1]).addActionListener(e -> action.run());
			column++;
		}
		add(find, column, 1, 0);
	}

	private static JTextField field(String name, int columns, String tip) {
		JTextField field = new JTextField(columns);
		field.setName(name);
		field.setToolTipText(tip);
		return field;
	}

	private void add(JComponent part, int x, int y, double weight) {
		GridBagConstraints at = new GridBagConstraints();
		at.gridx = x;
		at.gridy = y;
		at.weightx = weight;
		at.fill = GridBagConstraints.HORIZONTAL;
		at.anchor = GridBagConstraints.WEST;
		at.insets = new Insets(1, 3, 1, 3);
		panel.add(part, at);
	}

	JComponent component() {
		return panel;
	}

	/** @throws IllegalArgumentException if something cannot be asked for; the message says what */
	StudyQuery query() {
		return new StudyQuery(patient.getText(), id.getText(), dates.getText(), modality.getText(), description.getText(), "",
				StudyQuery.USUAL);
	}
}
