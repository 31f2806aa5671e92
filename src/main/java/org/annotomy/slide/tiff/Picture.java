package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.slide.AssociatedImage;

/** A picture that comes with a slide, read when it is asked for. */
@FunctionalInterface
interface Picture {

	/** @throws org.annotomy.image.ImageFormatException if it is broken or too large */
	AssociatedImage read() throws IOException;
}
