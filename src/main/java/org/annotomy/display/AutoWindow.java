package org.annotomy.display;

import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;

/** Display windows found from the values of an image or of a selection. */
public final class AutoWindow {

	private AutoWindow() {}

	/**
	 * The window from one percentile of the stored values to another. LINEAR stands for the linear form that fits the pixels: of
	 * integers, the one that shows both ends full (DICOM PS3.3 C.11.2.1.2.1, note 4); of others, LINEAR_EXACT.
	 *
	 * @throws IllegalArgumentException if there are no values, or the percentages do not rise from 0 to 100
	 */
	public static Window of(PixelSamples samples, ValueScale scale, WindowRule.Percentile rule, String name) {
		double[] ends = Quantiles.of(samples, rule.low(), rule.high());
		double a = scale.toModality(ends[0]);
		double b = scale.toModality(ends[1]);
		boolean whole = !samples.type().isFloating() && Math.abs(scale.slope()) == 1
				&& scale.intercept() == Math.rint(scale.intercept());
		return between(Math.min(a, b), Math.max(a, b), whole, rule.function(), name);
	}

	/** @throws IllegalArgumentException if there are no values */
	public static Window of(PixelSamples samples, ValueScale scale, WindowRule.OfSelection rule, String name) {
		return of(samples, scale, new WindowRule.Percentile(rule.low(), rule.high(), Window.Function.LINEAR), name);
	}

	/**
	 * The window that shows {@code low} black and {@code high} white. If they are equal, a window of width 1 around them.
	 *
	 * @param whole whether all values are whole numbers
	 */
	public static Window between(double low, double high, boolean whole, Window.Function function, String name) {
		if (function == Window.Function.LINEAR && whole)
			return new Window((low + high + 1) / 2, high - low + 1, name, Window.Function.LINEAR);
		double width = high > low ? high - low : 1;
		return new Window((low + high) / 2, width, name,
				function == Window.Function.SIGMOID ? function : Window.Function.LINEAR_EXACT);
	}
}
