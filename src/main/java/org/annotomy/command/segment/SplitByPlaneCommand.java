package org.annotomy.command.segment;

import org.annotomy.imagej.macro.PlaceText;
import org.annotomy.imagej.session.SegmentSplit;
import org.annotomy.segmentation.paint.Cut;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Cutting with a plane. */
@Plugin(type = Command.class, visible = false, label = "Split Segment By Plane...", description = "Cuts a segment with a plane; what lies where the normal points becomes a new segment.")
public final class SplitByPlaneCommand extends SegmentCommand {

	@Parameter(label = "Place", persist = false, description = "A place of the plane in the patient: x,y,z in millimetres to the left, back and head (LPS).")
	private String place;

	@Parameter(label = "Normal", persist = false, description = "Direction across the plane in the patient: x,y,z of any length.")
	private String normal = "0,0,1";

	@Parameter(label = "New name", persist = false, description = "Of the part that is cut off; empty: none.")
	private String new_name = "";

	@Override
	void work() throws Exception {
		PlaceText.Plane plane = PlaceText.plane(place, normal, session().source());
		SegmentSplit.off(session(), segment(), Cut.beyondPlane(someVoxels(), plane.point(), plane.normal()), new_name,
				progress());
	}
}
