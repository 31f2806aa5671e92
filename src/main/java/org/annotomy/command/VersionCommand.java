package org.annotomy.command;

import org.annotomy.imagej.Host;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What to write into a report of a problem. */
@Plugin(type = Command.class, visible = false, label = "Annotomy Version", description = "Prints the version of Annotomy, of the program it runs in and of Java: the facts a report of a problem needs.")
public final class VersionCommand extends AnnotationCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Version")
	private String version;

	@Override
	protected void execute() {
		String own = VersionCommand.class.getPackage().getImplementationVersion();
		version = "Annotomy " + (own == null ? "(development)" : own) + "; " + Host.current().description() + "; Java "
				+ Runtime.version().feature() + "; " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
	}
}
