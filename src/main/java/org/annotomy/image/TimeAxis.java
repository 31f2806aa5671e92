package org.annotomy.image;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/**
 * What tells the points of the last axis of an image apart: it need not be time.
 *
 * @param meaning such as {@code time}, {@code echo time} or {@code diffusion weighting}; empty if unknown
 * @param labels one for each point, such as {@code b 1000 s/mm²}; empty if there is nothing to say
 */
public record TimeAxis(String meaning, List<String> labels) {

	private static final double MS_PER_SECOND = 1000;
	/** Films are faster than this. */
	private static final double SLOW_MS = 1000;

	/** Nothing is known. */
	public static final TimeAxis UNKNOWN = new TimeAxis("", List.of());

	/** Plain time, as in a film. */
	public static final TimeAxis TIME = new TimeAxis("time", List.of());

	public TimeAxis {
		labels = List.copyOf(labels);
	}

	/** Whether the points follow each other in time. */
	public boolean isTime() {
		return meaning.isEmpty() || meaning.contains("time") && !meaning.contains("echo");
	}

	/**
	 * The axis in a few words, such as {@code 30 time points, played at 25 per second}; empty for a single point.
	 *
	 * @param count how many points there are
	 * @param frameTimeMs from one to the next, NaN if unknown
	 */
	public String describe(int count, double frameTimeMs) {
		if (count < 2) return "";
		if (!isTime()) return count + " points along t: " + meaning;
		if (!(frameTimeMs > 0)) return count + " time points";
		if (frameTimeMs >= SLOW_MS) return count + " time points, " + plain(frameTimeMs / MS_PER_SECOND) + " s apart";
		return count + " time points, played at " + plain(MS_PER_SECOND / frameTimeMs) + " per second";
	}

	private static String plain(double value) {
		return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
	}
}
