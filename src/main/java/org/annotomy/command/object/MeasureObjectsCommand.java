package org.annotomy.command.object;

import java.util.List;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.Measurements;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Measurements. */
@Plugin(type = Command.class, visible = false, label = "Measure Objects...", description = "Measures objects in physical units: length, area, diameters, and mean, minimum, maximum and standard deviation of the values.")
public final class MeasureObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "all";

	@Parameter(type = ItemIO.OUTPUT, label = "Annotation Measurements")
	private ResultsTable measurements;

	@Override
	protected void execute() throws Exception {
		List<AnnotationObject> measured = find(objects).stream().flatMap(id -> document().object(id).stream()).toList();
		measurements = Measurements.table(measured, document().protocol(), image());
	}
}
