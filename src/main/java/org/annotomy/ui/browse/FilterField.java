package org.annotomy.ui.browse;

import java.awt.event.KeyEvent;
import java.util.function.Consumer;

import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A field that filters while the user types; Esc empties it. */
final class FilterField extends JTextField {

	private static final long serialVersionUID = 1L;

	FilterField(Consumer<String> filter) {
		super(12);
		setName("filter");
		setToolTipText("Shows only studies with this text: patient, date, modality or description");
		registerKeyboardAction(e -> setText(""), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_FOCUSED);
		getDocument().addDocumentListener(new DocumentListener() {
			@Override
			public void insertUpdate(DocumentEvent e) {
				filter.accept(getText());
			}

			@Override
			public void removeUpdate(DocumentEvent e) {
				filter.accept(getText());
			}

			@Override
			public void changedUpdate(DocumentEvent e) {
				// The look of text, which a plain field has not.
			}
		});
	}
}
