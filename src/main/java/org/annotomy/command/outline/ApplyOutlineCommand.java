package org.annotomy.command.outline;

import java.util.Set;
import java.util.UUID;

import org.annotomy.command.SessionCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.ui.tool.OutlineEditing;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Ends an edit of an outline. */
@Plugin(type = Command.class, visible = false, label = "Apply Outline...", description = "Gives an object the outline of the selection.")
public final class ApplyOutlineCommand extends SessionCommand implements UsesSelection {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Override
	protected void execute() throws Exception {
		if (image().getRoi() == null) throw new IllegalArgumentException("There is no selection. Draw the new outline first.");
		Set<UUID> found = find(objects);
		if (found.size() != 1)
			throw new IllegalArgumentException(
					"The selection can become the outline of one object, not of " + found.size() + ".");
		session().edits().reshape(found.iterator().next(), RoiShapes.shapeOf(image().getRoi()));
		OutlineEditing.of(session()).ifPresentOrElse(OutlineEditing::drop, image()::deleteRoi);
	}
}
