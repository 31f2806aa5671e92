package org.annotomy.imagej.slide;

import java.awt.geom.Rectangle2D;
import java.util.Optional;

import org.annotomy.geometry.Box;
import org.annotomy.slide.SlideFacts;

import ij.ImagePlus;
import ij.gui.Roi;

/** The part of a slide that a command is about: the box around the selection, or the whole slide. */
public final class SlideRegion {

	private final SlideImage image;

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	public SlideRegion(ImagePlus image) {
		this.image = SlideImage.require(image);
	}

	/** In pixels of level 0. */
	public Box box() {
		return selection().orElseGet(this::whole);
	}

	/** The box around the selection, if there is one. */
	public Optional<Box> selection() {
		Roi roi = image.getRoi();
		if (roi == null) return Optional.empty();
		Rectangle2D bounds = roi.getFloatBounds();
		return Optional.of(new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
	}

	public Box whole() {
		return new Box(0, 0, image.getWidth(), image.getHeight());
	}

	/** A length in pixels of level 0; the same number where the pixel size is unknown. */
	public double pixels(double um) {
		SlideFacts facts = image.slide().facts();
		return facts.hasPixelSize() ? um / ((facts.pixelWidthUm() + facts.pixelHeightUm()) / 2) : um;
	}
}
