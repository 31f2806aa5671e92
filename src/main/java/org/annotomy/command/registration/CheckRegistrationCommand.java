package org.annotomy.command.registration;

import java.io.File;

import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.imagej.fusion.RegistrationCheck;
import org.annotomy.imagej.fusion.SlideCheck;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.Registrations;
import org.annotomy.registration.Transform;
import org.annotomy.ui.dialog.EventThread;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** A picture of both images. */
@Plugin(type = Command.class, visible = false, label = "Check Registration...", description = "Makes a picture of two registered images on each other, as they are shown now: mixed, in two colours, as a checkerboard, or with the edges of one on the other. Two whole slides are shown so in the window of the fixed one, at whatever magnification, until Stop Fusion; without a window a small picture of both is made.")
public final class CheckRegistrationCommand extends PairCommand {

	@Parameter(label = "Picture", persist = false, description = "Blend: the mean of both; colours: magenta and green, grey where both are equally bright; checkerboard: by turns; edges: those of the moving image in yellow.")
	private CheckPicture picture = CheckPicture.CHECKERBOARD;

	@Parameter(label = "Squares (mm)", persist = false, min = "0.001", description = "Side of the squares of a checkerboard; in pixels if the image does not know their size. Of slides at most a quarter of the view.")
	private double square_mm = 30;

	@Parameter(label = "All slices", persist = false, description = "Whether the picture has all slices of the fixed image, else the one on display.")
	private boolean all_slices = false;

	@Parameter(label = "Transform", persist = false, required = false, style = "open", description = "A saved transform (.transform.json, or ITK's .tfm); omitted: what is known of the two images.")
	private File transform;

	@Parameter(type = ItemIO.OUTPUT, label = "Check")
	private ImagePlus check;

	@Override
	protected void execute() throws Exception {
		ImagePair pair = pair();
		if (SlideCheck.fits(pair)) {
			Transform toFixed = Registrations.require(pair, path(transform), progress());
			EventThread.run(() -> SlideCheck.start(pair, toFixed, picture, square_mm));
			return;
		}
		check = RegistrationCheck.of(pair, Registrations.require(pair, path(transform), progress()), picture, square_mm,
				all_slices,
				progress());
	}
}
