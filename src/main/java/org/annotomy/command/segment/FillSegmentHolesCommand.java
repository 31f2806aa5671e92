package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.geometry.Axis;
import org.annotomy.segmentation.component.FillHoles;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Holes. */
@Plugin(type = Command.class, visible = false, label = "Fill Segment Holes...", description = "Fills the holes of a segment: what it closes in on all sides, or within slices.")
public final class FillSegmentHolesCommand extends SegmentCommand {

	@Parameter(label = "Holes", persist = false, choices = {"volume",
			"slices"}, description = "Volume: gaps that no path from face to face leads out of; slices: gaps that are closed in within a slice.")
	private String holes = "volume";

	@Parameter(label = "Across", persist = false, choices = {"z", "y",
			"x"}, description = "The axis that the slices lie across: z for slices as they are stored (columns x, rows y), y (columns x, rows z), x (columns y, rows z).")
	private String across = "z";

	@Override
	void work() throws Exception {
		Mask mask = someVoxels();
		Progress part = progress().part(0, 0.6);
		Mask filled = holes.equals("volume")
				? FillHoles.of(mask, part)
				: new Mask(mask.box(),
						FillHoles.inPlanes(mask.voxels(), mask.size(), Axis.valueOf(across.toUpperCase(Locale.ROOT)), part));
		replace("Fill holes", filled);
	}
}
