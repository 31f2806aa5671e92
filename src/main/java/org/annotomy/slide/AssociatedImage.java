package org.annotomy.slide;

/**
 * A small picture that comes with a slide: its label, the whole glass (macro) or a thumbnail. A label can show a patient's name: it is read
 * only when asked for.
 *
 * @param rgb {@code width · height} colours of 0xRRGGBB, top row first; not to be changed
 */
public record AssociatedImage(int width, int height, int[] rgb) {

	/** @throws IllegalArgumentException if the count of pixels does not fit */
	public AssociatedImage {
		if (width < 1 || height < 1 || rgb.length != width * height)
			throw new IllegalArgumentException(
					"A picture of " + width + " × " + height + " pixels cannot have " + rgb.length + ".");
	}
}
