package org.annotomy.command.registration;

import java.io.File;
import java.nio.file.Path;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.registration.ImagePair;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** A command about an image that is mapped to another one. */
abstract class PairCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The fixed image, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "Moving image", persist = false, description = "The image that is mapped to the fixed one, by title or id. Its pixels are not changed.")
	private ImagePlus moving;

	/** @throws IllegalArgumentException if both are the same image, or the pixels of one are out of reach */
	protected final ImagePair pair() {
		return ImagePair.of(moving, image);
	}

	/** Null for none. */
	protected static Path path(File file) {
		return file == null ? null : file.toPath();
	}
}
