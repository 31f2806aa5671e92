package org.annotomy.command.label;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The current class. */
@Plugin(type = Command.class, visible = false, label = "Choose Class...", description = "Chooses the class that new marks get.")
public final class ChooseClassCommand extends SessionCommand {

	@Parameter(label = "Class", persist = false, style = "offers:classes", description = "Key of the class in the protocol.")
	private String class_key = "";

	@Override
	protected void execute() throws Exception {
		session().setCurrentClass(class_key);
	}
}
