package org.annotomy.ui.panel;

import static org.junit.Assert.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.util.Locale;
import java.util.Map;

import javax.swing.JComboBox;
import javax.swing.JScrollPane;

import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.junit.Test;

/** The questions of every protocol in a panel of the usual width. */
public class QuestionFormTest {

	private static final int WIDTH = 500;

	@Test
	public void noAnswerIsCutOffAtTheRight() {
		for (Protocol protocol : ProtocolCatalog.builtIn(Locale.ROOT).protocols()) {
			QuestionForm form = new QuestionForm((question, answer) -> {}, words -> {});
			form.show(protocol.studyQuestions().isEmpty() ? protocol.imageQuestions() : protocol.studyQuestions(), Map.of());
			JScrollPane scroll = new JScrollPane(form.component());
			scroll.setSize(WIDTH, 200);
			layOut(scroll);
			int width = scroll.getViewport().getWidth();
			for (Component field : form.component().getComponents())
				assertTrue(protocol.title() + ": " + field.getBounds() + " in " + width,
						field.getX() + field.getWidth() <= width);
			for (Component field : form.component().getComponents())
				assertTrue(protocol.title(), !(field instanceof JComboBox<?>) || field.getWidth() >= 90);
		}
	}

	private static void layOut(Container container) {
		container.doLayout();
		for (Component part : container.getComponents())
			if (part instanceof Container inside) layOut(inside);
	}
}
