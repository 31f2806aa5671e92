package org.annotomy.command.outline;

import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.RoiObjects;
import org.annotomy.imagej.StackLayout;
import org.annotomy.ui.tool.OutlineEditing;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Begins an edit of an outline. */
@Plugin(type = Command.class, visible = false, label = "Edit Outline...", description = "Makes the object the selection of the image, to be changed with ImageJ's own handles; Apply Outline makes the selection the object again.")
public final class EditOutlineCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Override
	protected void execute() throws Exception {
		Set<UUID> found = find(objects);
		if (found.size() != 1)
			throw new IllegalArgumentException("One outline can be edited at a time, not " + found.size() + ".");
		AnnotationObject object = document().object(found.iterator().next()).orElseThrow();
		session().selection().set(found);
		OutlineEditing.of(session()).ifPresentOrElse(editing -> editing.begin(object), () -> select(object));
	}

	/** Without a display there is no Enter key to finish with: Apply Outline does. */
	private void select(AnnotationObject object) {
		session().show(object);
		image().setRoi(RoiObjects.roiOf(object, document().protocol(), StackLayout.of(image())));
	}
}
