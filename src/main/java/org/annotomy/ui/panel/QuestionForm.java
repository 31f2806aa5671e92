package org.annotomy.ui.panel;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.protocol.AttributeDefinition;

/** A column of questions with their answers; required ones that lack an answer are marked. */
final class QuestionForm {

	private final JPanel panel = new ScrolledColumn(new GridBagLayout());
	private final Map<String, AnswerField> fields = new LinkedHashMap<>();
	private final Map<String, JLabel> labels = new LinkedHashMap<>();
	private final BiConsumer<AttributeDefinition, AttributeValue> answered;
	private final Consumer<String> refused;
	private List<AttributeDefinition> questions = List.of();

	/**
	 * @param answered gets the question and the new answer; null if it was taken away
	 * @param refused gets the reason why what was typed is no answer
	 */
	QuestionForm(BiConsumer<AttributeDefinition, AttributeValue> answered, Consumer<String> refused) {
		this.answered = answered;
		this.refused = refused;
	}

	JComponent component() {
		return panel;
	}

	/** Shows these questions with these answers. */
	void show(List<AttributeDefinition> asked, Map<String, AttributeValue> answers) {
		if (!asked.equals(questions)) rebuild(asked);
		for (AttributeDefinition question : questions) {
			AttributeValue answer = answers.get(question.key());
			fields.get(question.key()).show(answer);
			labels.get(question.key()).setText(question.label() + (question.unit() == null ? "" : " (" + question.unit() + ")")
					+ (question.required() && answer == null ? " *" : ""));
		}
	}

	private void rebuild(List<AttributeDefinition> asked) {
		questions = List.copyOf(asked);
		panel.removeAll();
		fields.clear();
		labels.clear();
		GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(2, 6, 2, 6);
		at.anchor = GridBagConstraints.LINE_START;
		at.fill = GridBagConstraints.HORIZONTAL;
		for (AttributeDefinition question : questions)
			addRow(question, at);
		at.gridy++;
		at.weighty = 1;
		panel.add(Box.createGlue(), at);
		panel.revalidate();
		panel.repaint();
	}

	private void addRow(AttributeDefinition question, GridBagConstraints at) {
		AnswerField field = new AnswerField(question, answer -> answered.accept(question, answer), refused);
		JLabel label = new JLabel(question.label());
		label.setToolTipText(question.help());
		label.setLabelFor(field.component());
		fields.put(question.key(), field);
		labels.put(question.key(), label);
		at.gridy++;
		at.gridx = 0;
		at.weightx = 0;
		panel.add(label, at);
		at.gridx = 1;
		at.weightx = 1;
		panel.add(field.component(), at);
	}
}
