package org.annotomy.command.linking;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.linking.Alignments;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Aligning two images by hand. */
@Plugin(type = Command.class, visible = false, label = "Set Offset...", description = "Says how another image of the group lies to this one: by an offset in mm, or so that the slices that both show now lie on each other.")
public final class SetOffsetCommand extends GroupCommand {

	@Parameter(label = "Other group image", persist = false, description = "Key of the image in List Group.")
	private String member = "";

	@Parameter(label = "By", persist = false, choices = {"numbers",
			"what both show"}, description = "The three numbers, or the middles of the slices that both images show now.")
	private String by = "numbers";

	@Parameter(label = "Offset in x (mm)", persist = false, description = "Added to x of this image's frame to get that of the other one: in a patient to the left.")
	private double offset_x_mm = 0;

	@Parameter(label = "Offset in y (mm)", persist = false, description = "In a patient to the back.")
	private double offset_y_mm = 0;

	@Parameter(label = "Offset in z (mm)", persist = false, description = "In a patient to the head.")
	private double offset_z_mm = 0;

	@Override
	protected void execute() {
		if (by.equals("numbers")) Alignments.offset(group(), key(), member, new Position(offset_x_mm, offset_y_mm, offset_z_mm));
		else Alignments.byWhatBothShow(group(), key(), member);
	}
}
