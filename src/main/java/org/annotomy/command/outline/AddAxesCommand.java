package org.annotomy.command.outline;

import java.util.UUID;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.OutlineEdits;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Bidirectional measure. */
@Plugin(type = Command.class, visible = false, label = "Add Long And Short Axis...", description = "Measures the longest diameter of areas and the longest one across it, as RECIST asks, and adds both as an object.")
public final class AddAxesCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Override
	protected void execute() throws Exception {
		double[] spacing = session().source().pixelSpacing();
		boolean known = spacing[0] > 0 && spacing[1] > 0;
		for (UUID id : find(objects))
			new OutlineEdits(session()).addAxes(id, known ? spacing[0] : 1, known ? spacing[1] : 1);
	}
}
