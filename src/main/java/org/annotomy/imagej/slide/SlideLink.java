package org.annotomy.imagej.slide;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.annotomy.annotation.shape.ShapeScaling;
import org.annotomy.digest.Sha256;
import org.annotomy.imagej.RoiShapes;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;

/**
 * Where an ordinary image was cut out of a slide. It is kept as a property of the image that ImageJ writes into TIFF files, and names the
 * slide by a digest of its identity, not by a file.
 *
 * @param slide digest of the slide's identity
 * @param x left edge in pixels of level 0; likewise {@code y}
 * @param downsample pixels of level 0 per pixel of the image
 */
record SlideLink(String slide, double x, double y, double downsample) {

	private static final String KEY = "annotomy.slide";
	private static final int DIGEST_CHARACTERS = 32;

	static SlideLink of(SlideImage image, double x, double y, double downsample) {
		return new SlideLink(digest(image), x, y, downsample);
	}

	/** The slide itself. */
	static SlideLink whole(SlideImage image) {
		return of(image, 0, 0, 1);
	}

	private static String digest(SlideImage image) {
		String text = image.slide().facts().identity().toString();
		return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_CHARACTERS);
	}

	/** Keeps the link with an image. */
	void writeTo(ImagePlus image) {
		image.setProp(KEY, slide + " " + x + " " + y + " " + downsample);
	}

	/** The link of an image, if it was cut out of a slide. */
	static Optional<SlideLink> readFrom(ImagePlus image) {
		String text = image.getProp(KEY);
		String[] parts = text == null ? new String[0] : text.split(" ");
		if (parts.length != 4) return Optional.empty();
		try {
			return Optional.of(new SlideLink(parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2]),
					Double.parseDouble(parts[3])));
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** The open slide that the image was cut out of. */
	Optional<SlideImage> findSlide() {
		int[] ids = WindowManager.getIDList();
		for (int id : ids == null ? new int[0] : ids)
			if (WindowManager.getImage(id) instanceof SlideImage open && digest(open).equals(slide)) return Optional.of(open);
		return Optional.empty();
	}

	/**
	 * From pixels of the image to those of the slide, or of another image that was cut out of it.
	 *
	 * @throws IllegalArgumentException if it was cut out of another slide; in words for the user
	 */
	ShapeScaling placeOn(SlideLink other) {
		if (!slide.equals(other.slide))
			throw new IllegalArgumentException(
					"This image was cut out of another slide than the one that is annotated: its places "
							+ "mean nothing there. Choose an image from this slide.");
		return new ShapeScaling(downsample / other.downsample, (x - other.x) / other.downsample,
				(y - other.y) / other.downsample);
	}

	private ShapeScaling scaling() {
		return new ShapeScaling(downsample, x, y);
	}

	/** A selection of the image as one of the slide. */
	Roi toSlide(Roi roi) {
		return RoiShapes.roiOf(scaling().apply(RoiShapes.shapeOf(roi)));
	}

	/** A selection of the slide as one of the image. */
	Roi toImage(Roi roi) {
		return RoiShapes.roiOf(scaling().inverse().apply(RoiShapes.shapeOf(roi)));
	}
}
