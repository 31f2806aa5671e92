package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.geometry.Axis;
import org.scijava.plugin.Parameter;

/** A command that changes the voxels of a segment as a hand does on one slice across any axis. */
abstract class SliceCommand extends SegmentCommand {

	@Parameter(label = "Across", persist = false, choices = {"z", "y",
			"x"}, description = "The axis that the slice lies across: z for slices as they are stored (columns x, rows y), y (columns x, rows z), x (columns y, rows z).")
	private String across = "z";

	@Parameter(label = "Slice", persist = false, min = "0", description = "From 1; 0: the slice on screen.")
	private int slice = 0;

	final Axis axis() {
		return Axis.valueOf(across.toUpperCase(Locale.ROOT));
	}

	/** From 0. @throws IllegalArgumentException if the image has no such slice */
	final int slice() {
		return SliceChoice.of(slice, axis(), session());
	}
}
