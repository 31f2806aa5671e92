package org.annotomy.command.object;

import java.util.List;

import org.annotomy.annotation.RegionTree;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.RegionTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Menu entry for {@link RegionTable}. */
@Plugin(type = Command.class, visible = false, label = "Measure Regions...", description = "Counts the detections in each region by class, and how many that is per square millimetre. All of no regions is a table without rows.")
public final class MeasureRegionsCommand extends SessionCommand {

	private static final String ALL = "all";

	@Parameter(label = "Regions", persist = false, description = "Which areas: all, selected, last, class:KEY, slice:N, number:N, in:REGION, a name or an id; several separated by commas. Others than areas are passed over.")
	private String objects = ALL;

	@Parameter(type = ItemIO.OUTPUT, label = "Region Measurements")
	private ResultsTable measurements;

	@Override
	protected void execute() throws Exception {
		var wanted = find(objects);
		List<AnnotationObject> regions = RegionTree.regions(document()).stream().filter(region -> wanted.contains(region.id()))
				.toList();
		if (regions.isEmpty() && !objects.equals(ALL))
			throw new IllegalArgumentException("There is no region to measure: none of the objects encloses an area.");
		measurements = RegionTable.of(document(), regions, image());
	}
}
