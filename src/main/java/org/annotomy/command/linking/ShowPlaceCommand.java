package org.annotomy.command.linking;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.linking.GroupTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Looking at a place. */
@Plugin(type = Command.class, visible = false, label = "Show Place...", description = "Shows a place of the image, and the same place in the other images of its group; tells where it lies in each.")
public final class ShowPlaceCommand extends GroupCommand {

	@Parameter(label = "X", persist = false, description = "In pixels of the image (pixel-corner frame), or in mm to the left of the patient.")
	private double x = 0;

	@Parameter(label = "Y", persist = false, description = "In pixels, or in mm to the back of the patient.")
	private double y = 0;

	@Parameter(label = "Slice or Z", persist = false, description = "Slice from 1 (fractions lie between), or in mm to the head of the patient.")
	private double z = 1;

	@Parameter(label = "Counted in", persist = false, choices = {"pixels",
			"patient"}, description = "Pixels and slices of the image, or mm in its patient (LPS; of an image without a place, in its own frame).")
	private String counted_in = "pixels";

	@Parameter(type = ItemIO.OUTPUT, label = "Places")
	private ResultsTable places;

	@Override
	protected void execute() {
		Position voxel = counted_in.equals("pixels")
				? new Position(x - 0.5, y - 0.5, z - 1)
				: group().place(key()).toVoxel(new Position(x, y, z));
		group().views().moveTo(key(), voxel);
		places = GroupTables.place(group(), key(), voxel);
	}
}
