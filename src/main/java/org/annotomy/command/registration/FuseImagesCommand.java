package org.annotomy.command.registration;

import java.io.File;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.display.fusion.ColourTable;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.fusion.Windows;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.Registrations;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** One image over another. */
@Plugin(type = Command.class, visible = false, label = "Fuse Images...", description = "Shows an image over another one, such as PET over CT or labels over MR, in its own colours, on every slice and in orthogonal views. No pixel of either is changed.")
public final class FuseImagesCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The lower image, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "Upper image", persist = false, description = "The image that is shown over it, by title or id.")
	private ImagePlus upper;

	@Parameter(label = "Colours", persist = false, description = "Colours of the upper image; labels: one for each whole number, not interpolated, none for 0. Images in colour keep theirs.")
	private ColourTable colours = ColourTable.HOT_IRON;

	@Parameter(label = "Low", persist = false, required = false, description = "Value of the upper image that gets the first colour; omitted: the lower end of its own window.")
	private Double low;

	@Parameter(label = "High", persist = false, required = false, description = "Value that gets the last colour; omitted: the upper end of its own window.")
	private Double high;

	@Parameter(label = "Opacity (%)", persist = false, min = "0", max = "100", description = "How much the upper image hides of the lower one.")
	private double opacity_percent = 50;

	@Parameter(label = "Cut off", persist = false, description = "Whether the upper image is not shown where its values are not above the first colour's.")
	private boolean cut_off = true;

	@Parameter(label = "Transform", persist = false, required = false, style = "open", description = "A saved transform (.transform.json, or ITK's .tfm); omitted: what is known of the two images, else their shared frame of reference.")
	private File transform;

	@Override
	protected void execute() throws Exception {
		ImagePair pair = ImagePair.of(upper, image);
		Fusion.start(pair, Registrations.require(pair, PairCommand.path(transform), progress()),
				Windows.look(upper, colours, low, high, opacity_percent, cut_off));
	}
}
