package org.annotomy.command.object;

import org.annotomy.annotation.model.Plane;
import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Copying to another plane. */
@Plugin(type = Command.class, visible = false, label = "Duplicate Objects...", description = "Copies objects, with identities of their own, to another slice.")
public final class DuplicateObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Slice", persist = false, min = "0", description = "Slice to copy to, from 1; 0 is the slice on screen.")
	private int target_slice = 0;

	@Override
	protected void execute() throws Exception {
		Plane plane = session().plane();
		if (target_slice > image().getNSlices())
			throw new IllegalArgumentException("The image has " + image().getNSlices() + " slices, not " + target_slice + ".");
		session().edits().duplicate(find(objects), target_slice == 0 ? plane : new Plane(plane.c(), target_slice - 1, plane.t()));
	}
}
