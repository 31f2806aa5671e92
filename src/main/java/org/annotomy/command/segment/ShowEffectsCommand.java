package org.annotomy.command.segment;

import java.awt.GraphicsEnvironment;

import org.annotomy.command.SessionCommand;
import org.annotomy.ui.effect.EffectFrame;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The window of effects. */
@Plugin(type = Command.class, visible = false, label = "Segment Effects With Preview...", description = "Opens a window in which the outcome of an effect is seen in all views before it is applied. Needs a display.")
public final class ShowEffectsCommand extends SessionCommand {

	@Parameter(label = "Effect", persist = false, choices = {"threshold", "grow from seeds", "random walker",
			"fill between slices", "margin", "smooth", "hollow", "islands", "evolve contour",
			"fast marching"}, description = "Which one is shown first.")
	private String effect = "threshold";

	@Override
	protected void execute() {
		if (GraphicsEnvironment.isHeadless() || session().image().getWindow() == null)
			throw new IllegalStateException("Effects are previewed in a window beside that of the image, and here it has none"
					+ " (no display, or batch mode). Use the command of the effect itself, such as Segment Threshold...");
		EffectFrame.open(session(), effect);
	}
}
