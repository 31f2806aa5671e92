package org.annotomy.command.label;

import java.util.List;

import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.protocol.AnswerText;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Image-level labels. */
@Plugin(type = Command.class, visible = false, label = "Label Image...", description = "Answers a question of the protocol about the image or the study.")
public final class LabelImageCommand extends SessionCommand {

	@Parameter(label = "Question", persist = false, description = "Key of the question in the protocol.")
	private String question = "";

	@Parameter(label = "Answer", persist = false, description = "The answer; empty takes it away. Several choices are separated by semicolons.")
	private String value = "";

	@Parameter(label = "About", persist = false, choices = {"image", "study"}, description = "What the question is about.")
	private String about = "image";

	@Override
	protected void execute() throws Exception {
		LabelScope scope = about.equals("study") ? LabelScope.STUDY : LabelScope.IMAGE;
		List<AttributeDefinition> questions = scope == LabelScope.STUDY
				? document().protocol().studyQuestions()
				: document().protocol().imageQuestions();
		AttributeDefinition asked = questions.stream().filter(q -> q.key().equals(question)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException(
						"The protocol asks no \"" + question + "\" about the " + about + ". It asks: "
								+ String.join(", ", questions.stream().map(AttributeDefinition::key).toList()) + "."));
		document().edit("Answer " + question).label(scope, question, AnswerText.parse(asked, value)).apply();
	}
}
