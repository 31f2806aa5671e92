package org.annotomy.image;

/**
 * A display window in modality values (for CT: HU).
 *
 * @param name the file's explanation or the preset's name; empty if it has none
 * @param function how values map to grey between the ends, unless there is a curve
 * @param curve the file's own grey for each value between the ends; null if the function says it
 */
public record Window(double center, double width, String name, Function function, ToneCurve curve) {

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

	/** A window of a function. */
	public Window(double center, double width, String name, Function function) {
		this(center, width, name, function, null);
	}

	/** A window from the first to the last entry of a table. */
	public static Window of(ToneCurve curve, String name) {
		double width = Math.max(curve.last() - curve.first(), Double.MIN_NORMAL);
		return new Window((curve.first() + curve.last()) / 2, width, name, Function.LINEAR_EXACT, curve);
	}

	/** The same window under another name. */
	public Window named(String newName) {
		return new Window(center, width, newName, function, curve);
	}

	/** The same window over other values: {@code scale} turns those of this one into those of the new one. */
	public Window over(ValueScale scale) {
		if (curve != null) return of(curve.over(scale), name);
		double newWidth = Math.abs(scale.slope()) * width;
		boolean whole = function != Function.LINEAR || newWidth == width;
		if (whole) return new Window(scale.toModality(center), newWidth, name, function);
		double black = scale.toModality(black());
		double white = scale.toModality(white());
		return new Window((black + white) / 2, Math.max(Math.abs(white - black), Double.MIN_NORMAL), name, Function.LINEAR_EXACT);
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

	/**
	 * 0 for black to 1 for white: by the curve, else by LINEAR (PS3.3 C.11.2.1.2.1), SIGMOID (C.11.2.1.3.1) or LINEAR_EXACT
	 * (C.11.2.1.3.2).
	 */
	public double grey(double modality) {
		if (curve != null) return curve.grey(modality);
		return switch (function) {
			case LINEAR -> linear(modality - (center - 0.5), width - 1);
			case LINEAR_EXACT -> linear(modality - center, width);
			case SIGMOID -> 1 / (1 + Math.exp(-4 * (modality - center) / width));
		};
	}

	private static double linear(double fromCenter, double width) {
		if (fromCenter <= -width / 2) return 0;
		if (fromCenter > width / 2) return 1;
		return fromCenter / width + 0.5;
	}
}
