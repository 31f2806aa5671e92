package org.annotomy.command.segment;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.view.DerivedVolumeCommand;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SegmentDesk;
import org.annotomy.segmentation.filter.FillSide;
import org.annotomy.segmentation.filter.MaskedValues;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link MaskedValues}. */
@Plugin(type = Command.class, visible = false, label = "Mask Volume...", description = "Makes a copy of a volume whose values inside or outside a segment are filled; the copy is another image with annotations of its own.")
public final class MaskVolumeCommand extends DerivedVolumeCommand {

	@Parameter(label = "Segment", persist = false, description = "Which segment: its name, number:N or id; empty: the current one.")
	private String segment = "";

	@Parameter(label = "Fill", persist = false, choices = {"outside", "inside",
			"both"}, description = "Which values are filled: those outside the segment, those inside, or both, which makes an image of the segment itself.")
	private String fill = "outside";

	@Parameter(label = "Fill value", persist = false, description = "In the unit of the modality; for both: outside.")
	private double outside_value = 0;

	@Parameter(label = "Fill value inside", persist = false, description = "For both.")
	private double inner_value = 1;

	@Parameter(label = "Soft edge (mm)", persist = false, min = "0", max = "1000", description = "Standard deviation of the Gaussian by which values pass into the fill value; 0: a hard edge.")
	private double soft_edge_mm = 0;

	@Override
	protected void execute() throws Exception {
		AnnotationSession session = AnnotationSession.require(image());
		SegmentDesk desk = session.segments();
		Segment chosen = desk.require(segment);
		Mask mask = desk.voxels().mask(chosen);
		if (mask.box().isEmpty()) throw new IllegalArgumentException("The segment has no voxels yet.");
		ImageVolume volume = desk.volume();
		VoxelBox all = volume.size().box();
		float[] values = fill.equals("both")
				? MaskedValues.fillBoth(all, mask, inner_value, outside_value, soft_edge_mm, volume.spacing(),
						progress().part(0, 0.7))
				: MaskedValues.fill(volume.values(all, progress().part(0, 0.3)), all, mask,
						fill.equals("inside") ? FillSide.INSIDE : FillSide.OUTSIDE, outside_value, soft_edge_mm, volume.spacing(),
						progress().part(0.3, 0.7));
		showAnother(session.source(), values, "masked", "Values " + (fill.equals("both") ? "inside and outside" : fill)
				+ " a segment were filled: this copy has labels of its own.");
	}
}
