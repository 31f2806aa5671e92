package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Free text on objects. */
@Plugin(type = Command.class, visible = false, label = "Comment Objects...", description = "Gives objects a comment.")
public final class CommentObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Comment", persist = false, description = "The comment; empty takes it away. Never write a patient's name.")
	private String comment = "";

	@Override
	protected void execute() throws Exception {
		session().edits().comment(find(objects), comment.isEmpty() ? null : comment);
	}
}
