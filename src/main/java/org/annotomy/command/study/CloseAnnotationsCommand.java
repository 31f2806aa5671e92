package org.annotomy.command.study;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** End of a session. */
@Plugin(type = Command.class, visible = false, label = "Close Annotations", description = "Saves the annotations of an image and gives its lock back; the image stays open.")
public final class CloseAnnotationsCommand extends SessionCommand {

	@Override
	protected void execute() throws Exception {
		session().close();
	}
}
