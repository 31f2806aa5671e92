package org.annotomy.bridge;

import java.awt.BorderLayout;
import java.io.File;
import java.util.List;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

import org.annotomy.command.spec.FileRole;
import org.annotomy.command.spec.Option;
import org.annotomy.command.spec.OptionType;

import ij.ImagePlus;
import ij.WindowManager;
import ij.io.OpenDialog;

/** The part of a dialog where one option is entered. */
final class OptionField {

	private final Option option;
	private final JComponent input;
	private final JComponent shown;
	private final List<ImagePlus> images;

	/** @param images the open images, the active one first */
	OptionField(Option option, List<ImagePlus> images) {
		this.option = option;
		this.images = images;
		input = newInput();
		input.setName(option.key());
		input.setToolTipText(option.description());
		shown = option.type() == OptionType.FILE ? withBrowseButton() : input;
	}

	/** The open images, the active one first. */
	static List<ImagePlus> openImages() {
		int[] ids = WindowManager.getIDList();
		if (ids == null) return List.of();
		ImagePlus active = WindowManager.getCurrentImage();
		return java.util.Arrays.stream(ids).mapToObj(WindowManager::getImage).filter(i -> i != null)
				.sorted(java.util.Comparator.comparing(i -> i != active)).toList();
	}

	Option option() {
		return option;
	}

	/** The component to lay out. */
	JComponent component() {
		return shown;
	}

	void focus() {
		input.requestFocusInWindow();
	}

	/** What is entered, as the text a macro would have. */
	String text() {
		if (input instanceof JCheckBox box) return Boolean.toString(box.isSelected());
		if (input instanceof JPasswordField secret) return new String(secret.getPassword());
		if (input instanceof JTextField field) return field.getText();
		if (((JComboBox<?>) input).isEditable()) return String.valueOf(((JComboBox<?>) input).getEditor().getItem());
		int index = ((JComboBox<?>) input).getSelectedIndex();
		if (option.type() == OptionType.CHOICE) return option.choices().get(index);
		boolean none = index == images.size();
		return none ? "" : Integer.toString(images.get(index).getID());
	}

	private JComponent newInput() {
		String text = option.format(option.defaultValue());
		switch (option.type()) {
			case BOOLEAN :
				return new JCheckBox("", Boolean.TRUE.equals(option.defaultValue()));
			case CHOICE :
				JComboBox<String> choice = new JComboBox<>(option.choices().toArray(String[]::new));
				choice.setSelectedItem(text);
				return choice;
			case IMAGE :
				return imageChoice();
			case INTEGER :
			case NUMBER :
				return new JTextField(text, 10);
			default :
				return option.isPassword() ? new JPasswordField(text, 30) : offered(text);
		}
	}

	/** A text to type, with those to choose from that fit the active image. */
	private JComponent offered(String text) {
		ImagePlus active = images.isEmpty() ? null : images.get(0);
		List<String> offers = option.offer().map(offer -> offer.texts(active)).orElse(List.of());
		if (offers.isEmpty()) return new JTextField(text, 30);
		JComboBox<String> choice = new JComboBox<>(offers.toArray(String[]::new));
		choice.setEditable(true);
		choice.setSelectedItem(text);
		return choice;
	}

	private JComponent imageChoice() {
		JComboBox<String> choice = new JComboBox<>(images.stream().map(ImagePlus::getTitle).toArray(String[]::new));
		if (option.isOptional()) choice.addItem("(none)");
		return choice;
	}

	private JComponent withBrowseButton() {
		JButton browse = new JButton("Browse\u2026");
		browse.addActionListener(e -> browse());
		JPanel row = new JPanel(new BorderLayout(4, 0));
		row.add(input, BorderLayout.CENTER);
		row.add(browse, BorderLayout.EAST);
		return row;
	}

	private void browse() {
		JTextField field = (JTextField) input;
		String start = field.getText().isBlank() ? OpenDialog.getDefaultDirectory() : field.getText();
		JFileChooser chooser = new JFileChooser(start == null ? null : new File(start).getAbsoluteFile());
		if (!field.getText().isBlank()) chooser.setSelectedFile(new File(field.getText()));
		FileRole role = option.fileRole();
		chooser.setFileSelectionMode(role.isFolder()
				? JFileChooser.DIRECTORIES_ONLY
				: role == FileRole.ANY ? JFileChooser.FILES_AND_DIRECTORIES : JFileChooser.FILES_ONLY);
		boolean write = role == FileRole.SAVE || role == FileRole.NEW_FOLDER;
		if (chooser.showDialog(input, write ? "Write here" : "Choose") == JFileChooser.APPROVE_OPTION)
			field.setText(chooser.getSelectedFile().getPath());
	}
}
