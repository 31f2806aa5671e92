package org.annotomy.command.segment;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.morphology.MaskLogic;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.volume.Mask;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Logical operators. */
@Plugin(type = Command.class, visible = false, label = "Combine Segments...", description = "Copies, adds, subtracts or intersects another segment, or inverts, clears or fills one.")
public final class CombineSegmentsCommand extends SegmentCommand {

	@Parameter(label = "Operation", persist = false, choices = {"copy", "add", "subtract", "intersect", "invert", "clear",
			"fill"}, description = "Copy: the segment gets the voxels of the other one; add, subtract, intersect: what the name says; invert, clear and fill need no other one.")
	private String operation = "add";

	@Parameter(label = "Other segment", persist = false, description = "Its name, number:N or id; for copy, add, subtract and intersect.")
	private String other = "";

	@Parameter(label = "Ignore the editing mask", persist = false, description = "Whether voxels change wherever they are. Other segments keep theirs: the two may overlap.")
	private boolean ignore_mask = true;

	@Override
	void work() throws Exception {
		VoxelBox image = volume().size().box();
		Mask mask = switch (operation) {
			case "clear" -> Mask.empty(VoxelBox.EMPTY);
			case "fill" -> Mask.full(image);
			case "invert" -> MaskLogic.invert(voxels(), image);
			default -> with(desk().voxels().mask(desk().require(requireOther())));
		};
		SegmentEdits edits = ignore_mask ? desk().edits(EditingRules.FREE.with(Overwrite.OVERLAP)) : desk().edits();
		edits.replace("Combine segments: " + operation, segment().id(), mask, progress());
	}

	private String requireOther() {
		if (other.isBlank()) throw new IllegalArgumentException("Say which other segment is meant.");
		return other;
	}

	private Mask with(Mask second) {
		return switch (operation) {
			case "copy" -> second;
			case "add" -> MaskLogic.union(voxels(), second);
			case "subtract" -> MaskLogic.subtract(voxels(), second);
			default -> MaskLogic.intersect(voxels(), second);
		};
	}
}
