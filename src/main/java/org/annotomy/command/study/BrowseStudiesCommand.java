package org.annotomy.command.study;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.List;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.command.CommandFailure;
import org.annotomy.ui.browse.StudyFrame;
import org.annotomy.ui.dialog.EventThread;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The window of studies. */
@Plugin(type = Command.class, visible = false, label = "Browse Studies...", description = "Opens the window that shows the studies and series in a folder, a DICOMDIR or a zip archive, with pictures, labels, and what cannot be opened and why.")
public final class BrowseStudiesCommand extends AnnotationCommand {

	@Parameter(label = "File or folder", persist = false, style = "both", required = false, description = "A folder with all below it, a DICOMDIR or a zip archive; empty: what the window looked at last.")
	private File path;

	@Override
	protected void execute() throws Exception {
		if (GraphicsEnvironment.isHeadless())
			throw new CommandFailure(
					"A window needs a display. Without one, use List Series in Folder... and Open Series from Folder...");
		EventThread.run(() -> {
			if (path == null) StudyFrame.open();
			else StudyFrame.open(List.of(path.toPath()));
		});
	}
}
