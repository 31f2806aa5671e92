package org.annotomy.command.view;

import java.awt.GraphicsEnvironment;

import org.annotomy.command.SessionCommand;
import org.annotomy.ui.view.SurfaceFrame;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The surfaces of segments in a window. */
@Plugin(type = Command.class, visible = false, label = "Show Segments In 3D", description = "Opens a window with the surfaces of the visible segments, which can be turned. Needs a display.")
public final class ShowSegmentsIn3dCommand extends SessionCommand {

	@Override
	protected void execute() {
		if (GraphicsEnvironment.isHeadless() || session().image().getWindow() == null)
			throw new IllegalStateException("Segments in 3D are shown in a window beside that of the image, and here it has none"
					+ " (no display, or batch mode)."
					+ " Use Save Surface... to write their surfaces to a file.");
		SurfaceFrame.open(session());
	}
}
