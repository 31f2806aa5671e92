package org.annotomy.command.segment;

import java.util.List;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.SegmentMeasureTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Volumes, diameters, shapes and values. */
@Plugin(type = Command.class, visible = false, label = "Measure Segments...", description = "Measures segments: volume, surface (Crofton), sphericity, axes, longest diameters in space and in a slice (RECIST), centroid, and the values inside with percentiles.")
public final class MeasureSegmentsCommand extends SessionCommand {

	@Parameter(label = "Segments", persist = false, description = "Which segments: all, current, visible, class:KEY, number:N, a name or an id; several separated by commas; empty: the current one.")
	private String segments = "all";

	@Parameter(label = "Diameters of every slice", persist = false, description = "A row for each slice with its long and short axis and their ends in pixels, instead of a row for each segment.")
	private boolean every_slice = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Segment Measurements")
	private ResultsTable measurements;

	@Override
	protected void execute() throws Exception {
		List<Segment> found = session().segments().find(segments);
		measurements = every_slice
				? SegmentMeasureTable.bySlice(found, session(), progress())
				: SegmentMeasureTable.of(found, session(), progress());
	}
}
