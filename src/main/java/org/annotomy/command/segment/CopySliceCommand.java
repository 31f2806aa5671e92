package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.geometry.Axis;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.volume.Mask;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A start for the next slices. */
@Plugin(type = Command.class, visible = false, label = "Copy Slice To Neighbours...", description = "Copies the voxels of a segment on one slice to slices before and behind it.")
public final class CopySliceCommand extends SegmentCommand {

	@Parameter(label = "Across", persist = false, choices = {"z", "y",
			"x"}, description = "The axis that the slice lies across: z for slices as they are stored (columns x, rows y), y (columns x, rows z), x (columns y, rows z).")
	private String across = "z";

	@Parameter(label = "Slice", persist = false, min = "0", description = "From 1; 0: the slice on screen.")
	private int slice = 0;

	@Parameter(label = "Slices before", persist = false, min = "0", description = "How many slices with lower numbers get the copy.")
	private int before = 1;

	@Parameter(label = "Slices behind", persist = false, min = "0", description = "How many slices with higher numbers get the copy.")
	private int behind = 1;

	@Override
	void work() throws Exception {
		Axis axis = Axis.valueOf(across.toUpperCase(Locale.ROOT));
		int from = SliceChoice.of(slice, axis, session());
		Mask copies = Slices.copied(someVoxels(), axis, from, from - before, from + behind, volume().size());
		if (copies.isEmpty()) throw new IllegalArgumentException("The segment has no voxels on slice " + (from + 1) + ".");
		add("Copy slice to neighbours", copies);
	}
}
