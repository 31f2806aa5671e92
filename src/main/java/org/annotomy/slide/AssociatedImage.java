package org.annotomy.slide;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegPicture;
import org.annotomy.image.ImageFormatException;

/**
 * A small picture that comes with a slide: its label, the whole glass (macro) or a thumbnail. A label can show a patient's name: it is read
 * only when asked for.
 *
 * @param rgb {@code width · height} colours of 0xRRGGBB, top row first; not to be changed
 */
public record AssociatedImage(int width, int height, int[] rgb) {

	private static final long MAX_PIXELS = 100_000_000;

	/** @throws IllegalArgumentException if the count of pixels does not fit */
	public AssociatedImage {
		if (width < 1 || height < 1 || rgb.length != width * height)
			throw new IllegalArgumentException(
					"A picture of " + width + " × " + height + " pixels cannot have " + rgb.length + ".");
	}

	/** @throws ImageFormatException if a picture would have no pixels or too many */
	public static void requireSize(int width, int height) throws ImageFormatException {
		if (width < 1 || height < 1 || (long) width * height > MAX_PIXELS)
			throw new ImageFormatException(
					"The picture that comes with the slide has " + width + " × " + height + " pixels, which cannot be shown.");
	}

	/** @throws ImageFormatException if the stream is broken, too large or of a kind that is not supported */
	public static AssociatedImage ofJpeg(byte[] stream) throws ImageFormatException {
		JpegHeader header = JpegHeader.of(stream);
		requireSize(header.columns(), header.rows());
		try {
			return new AssociatedImage(header.columns(), header.rows(), JpegPicture.rgb(stream, header));
		} catch (RuntimeException e) {
			throw new ImageFormatException("The picture that comes with the slide is broken.", e);
		}
	}
}
