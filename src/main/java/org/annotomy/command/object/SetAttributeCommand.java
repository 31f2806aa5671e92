package org.annotomy.command.object;

import org.annotomy.annotation.protocol.AnswerText;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.linking.GroupLinks;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Attributes. */
@Plugin(type = Command.class, visible = false, label = "Set Attribute...", description = "Answers a question of the protocol about objects. A question about the thing itself is answered in all of its linked marks.")
public final class SetAttributeCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Question", persist = false, description = "Key of the attribute in the protocol.")
	private String question = "";

	@Parameter(label = "Answer", persist = false, description = "The answer; empty takes it away. Several choices are separated by semicolons.")
	private String value = "";

	@Override
	protected void execute() throws Exception {
		AttributeDefinition asked = document().protocol().findAttribute(question)
				.orElseThrow(() -> new IllegalArgumentException("The protocol has no attribute \"" + question + "\"."));
		GroupLinks.answer(session(), find(objects), asked, AnswerText.parse(asked, value));
	}
}
