package org.annotomy.command.panel;

import java.awt.GraphicsEnvironment;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.ui.desk.Desk;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The panel. Without a display it does nothing, so that a macro that opens it runs there too. */
@Plugin(type = Command.class, visible = false, label = "Annotation Panel", description = "Opens the panel of classes, objects, questions and history beside the active image. Does nothing without a display.")
public final class AnnotationPanelCommand extends AnnotationCommand {

	@Override
	protected void execute() {
		if (!GraphicsEnvironment.isHeadless()) Desk.openPanel();
	}
}
