package org.annotomy.image;

/**
 * A display window in modality values (for CT: HU).
 *
 * @param name the file's explanation or the preset's name; empty if it has none
 * @param function how values map to grey between the ends
 */
public record Window(double center, double width, String name, Function function) {

	/** VOI LUT Function, DICOM PS3.3 C.11.2.1.2 and C.11.2.1.3. */
	public enum Function {
		LINEAR, LINEAR_EXACT, SIGMOID
	}

	/** @throws IllegalArgumentException if the numbers are not finite or the width is not above 0 (for LINEAR: below 1) */
	public Window {
		if (!Double.isFinite(center) || !Double.isFinite(width) || !(width > 0) || function == Function.LINEAR && width < 1)
			throw new IllegalArgumentException(
					"A display window needs a finite center and a width of at least 1, not " + center + ", " + width + ".");
		if (name == null) name = "";
	}

	public static Window linear(double center, double width, String name) {
		return new Window(center, width, name, Function.LINEAR);
	}

	/** The modality value that is shown black: for LINEAR {@code c − ½ − (w − 1)/2}. */
	public double black() {
		return function == Function.LINEAR ? center - 0.5 - (width - 1) / 2 : center - width / 2;
	}

	/** The modality value that is shown white: for LINEAR {@code c − ½ + (w − 1)/2}. */
	public double white() {
		return function == Function.LINEAR ? center - 0.5 + (width - 1) / 2 : center + width / 2;
	}
}
