package org.annotomy.command.slide;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.slide.SlideImage;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** A command about a whole slide. */
abstract class SlideCommand extends AnnotationCommand {

	@Parameter(label = "Slide", persist = false, description = "The slide, by title or id; omitted: the active image.")
	private ImagePlus image;

	/** @throws IllegalArgumentException if the image is no slide */
	final SlideImage slide() {
		return SlideImage.require(image);
	}
}
