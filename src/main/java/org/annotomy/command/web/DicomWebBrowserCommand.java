package org.annotomy.command.web;

import java.awt.GraphicsEnvironment;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.command.CommandFailure;
import org.annotomy.ui.dialog.EventThread;
import org.annotomy.ui.web.DicomWebFrame;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The window. */
@Plugin(type = Command.class, visible = false, label = "DICOMweb Browser", description = "Opens the window that searches DICOMweb servers and opens their series.")
public final class DicomWebBrowserCommand extends AnnotationCommand {

	@Override
	protected void execute() throws Exception {
		if (GraphicsEnvironment.isHeadless())
			throw new CommandFailure(
					"A window needs a display. Without one, use Find Studies on Server... and Open Series from Server...");
		EventThread.run(DicomWebFrame::open);
	}
}
