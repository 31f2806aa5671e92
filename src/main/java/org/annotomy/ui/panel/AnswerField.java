package org.annotomy.ui.panel;

import java.awt.Dimension;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;

import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.protocol.AnswerText;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.annotation.protocol.AttributeDefinition.Choice;

/** The widget for one question of the protocol: a choice, a tick, a number or a text. */
final class AnswerField {

	/** A list of long choices gets no wider than the panel. */
	private static final int NARROWEST_PX = 90;
	private static final String UNANSWERED = "–";

	private final AttributeDefinition question;
	private final JComponent component;
	private boolean showing;

	/**
	 * @param answered gets the new answer; null if it was taken away
	 * @param refused gets the reason why what was typed is no answer
	 */
	AnswerField(AttributeDefinition question, Consumer<AttributeValue> answered, Consumer<String> refused) {
		this.question = question;
		component = switch (question.type()) {
			case CHOICE, CODE -> combo(answered);
			case FLAG -> tick(answered);
			default -> text(answered, refused);
		};
		component.setName("answer-" + question.key());
		component.setToolTipText(question.help());
	}

	JComponent component() {
		return component;
	}

	/** Shows an answer; null for none. */
	void show(AttributeValue answer) {
		showing = true;
		if (component instanceof JComboBox<?> combo) combo.setSelectedIndex(indexOf(answer));
		else
			if (component instanceof JCheckBox tick) tick.setSelected(answer instanceof AttributeValue.Flag flag && flag.value());
			else if (component instanceof JTextField field && !field.hasFocus()) field.setText(AnswerText.of(answer));
		showing = false;
	}

	private JComponent combo(Consumer<AttributeValue> answered) {
		List<String> labels = new ArrayList<>(List.of(UNANSWERED));
		question.choices().forEach(choice -> labels.add(choice.label()));
		JComboBox<String> combo = new JComboBox<>(new DefaultComboBoxModel<>(labels.toArray(String[]::new)));
		combo.setMinimumSize(new Dimension(NARROWEST_PX, combo.getPreferredSize().height));
		combo.addActionListener(e -> {
			int index = combo.getSelectedIndex();
			if (!showing) answered.accept(index <= 0 ? null : valueOf(question.choices().get(index - 1)));
		});
		return combo;
	}

	private JComponent tick(Consumer<AttributeValue> answered) {
		JCheckBox tick = new JCheckBox();
		tick.addActionListener(e -> answered.accept(AttributeValue.of(tick.isSelected())));
		return tick;
	}

	private JComponent text(Consumer<AttributeValue> answered, Consumer<String> refused) {
		JTextField field = new JTextField(10);
		String[] last = {""};
		Runnable commit = () -> {
			if (showing || field.getText().equals(last[0])) return;
			last[0] = field.getText();
			try {
				answered.accept(AnswerText.parse(question, field.getText()));
			} catch (IllegalArgumentException e) {
				refused.accept(e.getMessage());
			}
		};
		field.addActionListener(e -> commit.run());
		field.addFocusListener(new FocusAdapter() {
			@Override
			public void focusGained(FocusEvent e) {
				last[0] = field.getText();
			}

			@Override
			public void focusLost(FocusEvent e) {
				commit.run();
			}
		});
		return field;
	}

	private int indexOf(AttributeValue answer) {
		for (int i = 0; i < question.choices().size(); i++)
			if (Objects.equals(valueOf(question.choices().get(i)), answer)) return i + 1;
		return 0;
	}

	private AttributeValue valueOf(Choice choice) {
		return Optional.ofNullable(question.type() == AttributeDefinition.Type.CODE ? choice.code() : null)
				.<AttributeValue>map(AttributeValue.Coded::new)
				.orElseGet(() -> AttributeValue.of(choice.value()));
	}
}
