package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.imagej.DepthTable;
import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.notice.Notices;

/** The questions about the selected object, and what other programs measured of it. With several selected, an answer goes to all of them. */
final class DetailSection extends PanelSection {

	private final JPanel panel = new JPanel(new BorderLayout(0, 4));
	private final JLabel title = new JLabel();
	private final JTextArea measurements = new JTextArea();
	private final QuestionForm form;

	DetailSection(Notices notices) {
		form = new QuestionForm(
				(question, answer) -> notices.guard(() -> answer(new DeskEdits(session), question, answer)),
				words -> notices.tell(words, true));
		title.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
		measurements.setName("measurements");
		measurements.setEditable(false);
		measurements.setOpaque(false);
		measurements.setLineWrap(true);
		measurements.setFont(title.getFont());
		measurements.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
		JPanel content = new ScrolledColumn(new BorderLayout());
		content.add(form.component(), BorderLayout.NORTH);
		content.add(measurements, BorderLayout.CENTER);
		JScrollPane scroll = new JScrollPane(content);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		panel.add(title, BorderLayout.NORTH);
		panel.add(scroll, BorderLayout.CENTER);
	}

	private static void answer(DeskEdits edits, AttributeDefinition question, AttributeValue answer) {
		edits.answer(edits.selected(), question, answer);
	}

	@Override
	JComponent component() {
		return panel;
	}

	@Override
	void refresh() {
		Optional<AnnotationObject> object = session == null || session.selection().isEmpty()
				? Optional.empty()
				: session.document().object(session.selection().set().iterator().next());
		form.show(object.map(this::questions).orElse(List.of()), object.map(AnnotationObject::attributes).orElse(Map.of()));
		measurements.setText(session == null || session.selection().set().size() != 1
				? ""
				: object.map(DetailSection::measured).orElse(""));
		measurements.setCaretPosition(0);
		title.setText(object.map(this::title).orElse("No object is selected."));
	}

	private List<AttributeDefinition> questions(AnnotationObject object) {
		Protocol protocol = session.document().protocol();
		return protocol.findClass(String.valueOf(object.classKey())).stream().flatMap(c -> c.attributes().stream())
				.flatMap(key -> protocol.findAttribute(key).stream()).toList();
	}

	private static String measured(AnnotationObject object) {
		return object.measurements().entrySet().stream().map(m -> m.getKey() + ": " + number(m.getValue()))
				.collect(Collectors.joining("\n"));
	}

	/** Six digits are enough to look at. */
	private static String number(double value) {
		if (!Double.isFinite(value)) return Double.toString(value);
		return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
	}

	private String title(AnnotationObject object) {
		int others = session.selection().set().size() - 1;
		String name = object.name() == null ? object.shape().kind().key() : object.name();
		String overlap = DepthTable.words(object, DepthGraph.of(session.document().links()), session.document());
		return name + (others > 0 ? " and " + others + " more" : "") + (overlap.isEmpty() ? "" : " \u00b7 " + overlap)
				+ (questions(object).isEmpty() ? ": the protocol asks nothing about it." : "");
	}
}
