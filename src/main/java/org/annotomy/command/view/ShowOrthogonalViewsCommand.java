package org.annotomy.command.view;

import java.awt.GraphicsEnvironment;

import org.annotomy.command.SessionCommand;
import org.annotomy.ui.view.ViewWindows;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The other two views of a volume. */
@Plugin(type = Command.class, visible = false, label = "Show Orthogonal Views...", description = "Opens the other two views of an annotated volume beside it, such as coronal and sagittal, linked by a crosshair. Needs a display.")
public final class ShowOrthogonalViewsCommand extends SessionCommand {

	@Parameter(label = "Crosshair", persist = false, description = "Whether all views show lines through the voxel that they look at; the key x in a view switches it.")
	private boolean crosshair = true;

	@Parameter(label = "Link zoom", persist = false, description = "Whether all views are shown at the same magnification; the key l in a view switches it.")
	private boolean link_zoom = false;

	@Override
	protected void execute() {
		if (GraphicsEnvironment.isHeadless() || session().image().getWindow() == null)
			throw new IllegalStateException(
					"Orthogonal views are windows, and here the image has none (no display, or batch mode)."
							+ " Use Reslice Volume... for the same slices as an image.");
		ViewWindows.open(session(), crosshair, link_zoom);
	}
}
