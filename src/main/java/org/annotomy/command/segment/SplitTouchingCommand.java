package org.annotomy.command.segment;

import java.util.List;

import org.annotomy.imagej.session.SegmentSplit;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.watershed.TouchingObjects;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link TouchingObjects}. */
@Plugin(type = Command.class, visible = false, label = "Split Touching Objects...", description = "Parts a segment at its necks by a watershed of depth; the largest object stays, each other one becomes a new segment.")
public final class SplitTouchingCommand extends SegmentCommand {

	@Parameter(label = "Least depth (mm)", persist = false, min = "0.001", max = "1000", description = "How much deeper the middle of an object lies than its neck. Larger values give fewer objects.")
	private double least_depth_mm = 1;

	@Parameter(label = "Most objects", persist = false, min = "2", max = "10000", description = "If there were more, nothing is split.")
	private int most_objects = 200;

	@Override
	void work() throws Exception {
		List<Mask> objects = TouchingObjects.of(someVoxels(), volume().spacing(), least_depth_mm, progress().part(0, 0.8));
		if (objects.size() == 1)
			throw new IllegalArgumentException("The segment is one object at a least depth of " + least_depth_mm
					+ " mm. Give a smaller depth to split it.");
		if (objects.size() > most_objects)
			throw new IllegalArgumentException("The segment would break into " + objects.size()
					+ " objects, which is more than allowed. Give a larger depth, or allow more objects.");
		SegmentSplit.into(session(), segment(), objects.subList(1, objects.size()), List.of(), "Split touching objects",
				progress().part(0.8, 1));
	}
}
