package org.annotomy.command.outline;

import java.util.UUID;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.command.SessionCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.session.OutlineEdits;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Cutting. */
@Plugin(type = Command.class, visible = false, label = "Split Object...", description = "Cuts an area along the drawn line: the largest piece stays the object, the others become new ones.")
public final class SplitObjectCommand extends SessionCommand implements UsesSelection {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Override
	protected void execute() throws Exception {
		if (image().getRoi() == null || !image().getRoi().isLine())
			throw new IllegalArgumentException("Draw a line, polyline or free line across the object first.");
		Shape line = RoiShapes.shapeOf(image().getRoi());
		for (UUID id : find(objects))
			new OutlineEdits(session()).split(id, line);
	}
}
