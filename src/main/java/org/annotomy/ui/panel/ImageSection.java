package org.annotomy.ui.panel;

import java.util.List;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import org.annotomy.annotation.LabelScope;
import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.notice.Notices;

/** The questions about the image and about the study. */
final class ImageSection extends PanelSection {

	private final JPanel panel = new ScrolledColumn(null);
	private final JScrollPane scroll = new JScrollPane(panel);
	private final QuestionForm image;
	private final QuestionForm study;

	ImageSection(Notices notices) {
		image = form(LabelScope.IMAGE, notices);
		study = form(LabelScope.STUDY, notices);
		panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
		image.component().setBorder(BorderFactory.createTitledBorder("This image"));
		study.component().setBorder(BorderFactory.createTitledBorder("The study"));
		panel.add(image.component());
		panel.add(study.component());
		panel.add(Box.createVerticalGlue());
		scroll.setBorder(BorderFactory.createEmptyBorder());
	}

	@Override
	JComponent component() {
		return scroll;
	}

	@Override
	void refresh() {
		if (session == null) {
			image.show(List.of(), Map.of());
			study.show(List.of(), Map.of());
		} else {
			image.show(session.document().protocol().imageQuestions(), session.document().labels(LabelScope.IMAGE));
			study.show(session.document().protocol().studyQuestions(), session.document().labels(LabelScope.STUDY));
		}
	}

	private QuestionForm form(LabelScope scope, Notices notices) {
		return new QuestionForm((question, answer) -> notices.guard(() -> new DeskEdits(session).answer(scope, question, answer)),
				words -> notices.tell(words, true));
	}
}
