package org.annotomy.bridge;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.Option;
import org.annotomy.command.spec.OptionException;
import org.annotomy.command.spec.OptionType;
import org.annotomy.task.CancelledException;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.GUI;

/**
 * Asks for the options of a command. Starts with the declared defaults, checks what is entered as a macro would be checked,
 * and stays open with the entries until they are right.
 */
final class OptionsDialog {

	private final CommandSpec command;
	private final List<OptionField> fields = new ArrayList<>();
	private final JDialog dialog;
	private final JTextArea problem = new JTextArea(1, 40);
	private OptionValues accepted;

	private OptionsDialog(CommandSpec command, List<Option> asked, List<ImagePlus> images) {
		this.command = command;
		asked.forEach(option -> fields.add(new OptionField(option, images)));
		Window owner = IJ.getInstance();
		dialog = new JDialog(owner, command.title(), JDialog.ModalityType.APPLICATION_MODAL);
		dialog.setContentPane(contents());
		scaleFonts(dialog.getContentPane());
		dialog.pack();
		GUI.centerOnImageJScreen(dialog);
	}

	/**
	 * @throws OptionException if the command cannot run at all, for want of an image
	 * @throws CancelledException if the user closes the dialog otherwise than with OK
	 */
	static OptionValues ask(CommandSpec command) throws OptionException {
		List<ImagePlus> images = OptionField.openImages();
		List<Option> asked = command.options().stream().filter(o -> isAsked(command, o, images.size())).toList();
		boolean lacksImage = images.isEmpty()
				&& command.options().stream().anyMatch(o -> o.type() == OptionType.IMAGE && !o.isOptional());
		if (asked.isEmpty() || lacksImage) return OptionValues.of(command, Map.of());
		AtomicReference<OptionValues> answer = new AtomicReference<>();
		onEventThread(() -> {
			OptionsDialog dialog = new OptionsDialog(command, asked, images);
			dialog.dialog.setVisible(true);
			answer.set(dialog.accepted);
		});
		if (answer.get() == null) throw new CancelledException();
		return answer.get();
	}

	/** With one image open there is nothing to choose for the option that takes the active image. */
	private static boolean isAsked(CommandSpec command, Option option, int images) {
		boolean obvious = OptionValues.takesActiveImage(command, option) ? images < 2 : images == 0;
		return option.isAsked() && !(option.type() == OptionType.IMAGE && obvious);
	}

	private static void onEventThread(Runnable task) {
		if (SwingUtilities.isEventDispatchThread()) {
			task.run();
			return;
		}
		try {
			SwingUtilities.invokeAndWait(task);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException();
		} catch (InvocationTargetException e) {
			throw new IllegalStateException("The dialog failed.", e.getCause());
		}
	}

	private JComponent contents() {
		JPanel contents = new JPanel(new BorderLayout(0, 10));
		contents.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
		contents.add(rows(), BorderLayout.CENTER);
		contents.add(bottom(), BorderLayout.SOUTH);
		return contents;
	}

	private JComponent rows() {
		JPanel rows = new JPanel(new GridBagLayout());
		GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(3, 3, 3, 3);
		for (String remark : command.remarks()) {
			at.gridwidth = 2;
			at.anchor = GridBagConstraints.WEST;
			rows.add(new JLabel(remark), at);
			at.gridwidth = 1;
			at.gridy++;
		}
		at.gridy = command.remarks().size();
		for (OptionField field : fields) {
			addRow(rows, field, at);
			at.gridy++;
		}
		return rows;
	}

	private static void addRow(JPanel rows, OptionField field, GridBagConstraints at) {
		at.gridx = 0;
		at.anchor = GridBagConstraints.EAST;
		at.fill = GridBagConstraints.NONE;
		at.weightx = 0;
		JLabel label = new JLabel(field.option().label());
		label.setLabelFor(field.component());
		label.setToolTipText(field.option().description());
		rows.add(label, at);
		at.gridx = 1;
		at.anchor = GridBagConstraints.WEST;
		boolean wide = field.option().type() == OptionType.TEXT || field.option().type() == OptionType.FILE;
		at.fill = wide ? GridBagConstraints.HORIZONTAL : GridBagConstraints.NONE;
		at.weightx = 1;
		rows.add(field.component(), at);
	}

	private JComponent bottom() {
		JButton help = button("Help", this::showHelp);
		JButton cancel = button("Cancel", () -> dialog.dispose());
		JButton ok = button("OK", this::accept);
		dialog.getRootPane().setDefaultButton(ok);
		dialog.getRootPane().registerKeyboardAction(e -> dialog.dispose(), KeyStroke.getKeyStroke("ESCAPE"),
				JComponent.WHEN_IN_FOCUSED_WINDOW);
		JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		boolean okFirst = IJ.isWindows() || Prefs.dialogCancelButtonOnRight;
		for (JButton button : okFirst ? List.of(ok, cancel, help) : List.of(help, cancel, ok))
			buttons.add(button);
		problem.setName("problem");
		problem.setEditable(false);
		problem.setOpaque(false);
		problem.setLineWrap(true);
		problem.setWrapStyleWord(true);
		problem.setForeground(new Color(0xb00020));
		problem.setVisible(false);
		JPanel bottom = new JPanel(new BorderLayout());
		bottom.add(problem, BorderLayout.CENTER);
		bottom.add(buttons, BorderLayout.SOUTH);
		return bottom;
	}

	private static JButton button(String label, Runnable action) {
		JButton button = new JButton(label);
		button.setName(label);
		button.addActionListener(e -> action.run());
		return button;
	}

	private void accept() {
		Map<String, String> texts = new LinkedHashMap<>();
		fields.forEach(field -> texts.put(field.option().key(), field.text()));
		try {
			accepted = OptionValues.of(command, texts);
			dialog.dispose();
		} catch (OptionException e) {
			complain(e);
		}
	}

	private void complain(OptionException e) {
		problem.setText(e.option() == null ? e.problem() : e.option().label() + ": " + e.problem());
		problem.setVisible(true);
		problem.setSize(dialog.getContentPane().getWidth(), Short.MAX_VALUE);
		dialog.pack();
		fields.stream().filter(field -> field.option() == e.option()).forEach(OptionField::focus);
	}

	private void showHelp() {
		JEditorPane text = new JEditorPane("text/html", HelpText.html(command));
		text.setEditable(false);
		text.setCaretPosition(0);
		JScrollPane pane = new JScrollPane(text);
		pane.setPreferredSize(new java.awt.Dimension(560, 380));
		JOptionPane.showMessageDialog(dialog, pane, command.title(), JOptionPane.PLAIN_MESSAGE);
	}

	private static void scaleFonts(java.awt.Container container) {
		double scale = Prefs.getGuiScale();
		if (scale == 1) return;
		for (java.awt.Component part : container.getComponents()) {
			Font font = part.getFont();
			if (font != null) part.setFont(font.deriveFont((float) (font.getSize2D() * scale)));
			if (part instanceof java.awt.Container inside) scaleFonts(inside);
		}
	}
}
