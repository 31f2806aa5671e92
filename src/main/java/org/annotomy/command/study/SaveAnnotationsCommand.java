package org.annotomy.command.study;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Saving on request; the journal keeps every edit anyway. */
@Plugin(type = Command.class, visible = false, label = "Save Annotations", description = "Writes the annotations beside the image.")
public final class SaveAnnotationsCommand extends SessionCommand {

	@Override
	protected void execute() throws Exception {
		session().save(progress());
	}
}
