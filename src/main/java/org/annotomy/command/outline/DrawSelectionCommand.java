package org.annotomy.command.outline;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.interchange.sidecar.ShapeText;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Selections that ImageJ's own macro functions draw only in part. */
@Plugin(type = Command.class, visible = false, label = "Draw Selection...", description = "Draws a selection exactly: sub-pixel, with holes, of several parts, of any kind. The recorder writes it where ImageJ's own functions would round.")
public final class DrawSelectionCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The image to draw on, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "Shape", persist = false, description = "The member shape of the sidecar format with all coordinates, such as {\"ij\":\"polygon\",\"rings\":[[[10,10,20,10,15,20]]]}.")
	private String shape;

	@Override
	protected void execute() throws Exception {
		image.setRoi(RoiShapes.roiOf(ShapeText.parse(shape)));
	}
}
