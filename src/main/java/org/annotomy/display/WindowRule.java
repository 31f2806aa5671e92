package org.annotomy.display;

import java.util.Locale;
import java.util.Objects;

import org.annotomy.image.Window;
import org.annotomy.json.JsonNumbers;

/** How a preset finds its display window. */
public sealed interface WindowRule {

	/** The rule in words for a menu or a table, such as {@code 1500 / -500} (width / center) or {@code 2-98 %}. */
	String describe();

	/** The same window for every image, in modality values. */
	record Fixed(Window window) implements WindowRule {

		public Fixed {
			Objects.requireNonNull(window, "window");
		}

		@Override
		public String describe() {
			return number(window.width()) + " / " + number(window.center()) + shape(window.function());
		}
	}

	/**
	 * From the {@code low}th to the {@code high}th percentile of the image's own values, padding left out.
	 *
	 * @param function LINEAR stands for the linear form that fits the pixels: both ends are shown as full black and full white
	 */
	record Percentile(double low, double high, Window.Function function) implements WindowRule {

		/** @throws IllegalArgumentException unless 0 ≤ low &lt; high ≤ 100 */
		public Percentile {
			requireRange(low, high);
		}

		@Override
		public String describe() {
			return number(low) + "-" + number(high) + " %" + shape(function);
		}
	}

	/**
	 * A window that the file brings along.
	 *
	 * @param index 0 for the preferred one
	 */
	record OfFile(int index) implements WindowRule {

		/** @throws IllegalArgumentException if the index is negative */
		public OfFile {
			if (index < 0) throw new IllegalArgumentException("The file's windows are counted from 1, not " + (index + 1) + ".");
		}

		@Override
		public String describe() {
			return "window " + (index + 1) + " of the file";
		}
	}

	/** From the {@code low}th to the {@code high}th percentile of the values inside the selection; 0 and 100 for its full range. */
	record OfSelection(double low, double high) implements WindowRule {

		/** @throws IllegalArgumentException unless 0 ≤ low &lt; high ≤ 100 */
		public OfSelection {
			requireRange(low, high);
		}

		@Override
		public String describe() {
			return number(low) + "-" + number(high) + " % of the selection";
		}
	}

	private static void requireRange(double low, double high) {
		if (!(low >= 0 && low < high && high <= 100))
			throw new IllegalArgumentException("Percentiles must rise from 0 to 100, not from " + low + " to " + high + ".");
	}

	private static String number(double value) {
		return JsonNumbers.shortest(value);
	}

	private static String shape(Window.Function function) {
		return function == Window.Function.SIGMOID ? ", " + function.name().toLowerCase(Locale.ROOT) : "";
	}
}
