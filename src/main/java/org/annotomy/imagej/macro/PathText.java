package org.annotomy.imagej.macro;

import java.util.StringJoiner;

import org.annotomy.geometry.Vertices;

/** A path as an option of a macro has it: {@code x,y} pairs, separated by spaces. */
public final class PathText {

	private PathText() {}

	public static String of(Vertices path) {
		StringJoiner text = new StringJoiner(" ");
		for (int i = 0; i < path.size(); i++)
			text.add(MacroCall.number(path.x(i)) + "," + MacroCall.number(path.y(i)));
		return text.toString();
	}

	/** @throws IllegalArgumentException if it is no path of at least one point */
	public static Vertices parse(String text) {
		String[] pairs = text.strip().split("\\s+");
		double[] xy = new double[2 * pairs.length];
		for (int i = 0; i < pairs.length; i++) {
			String[] pair = pairs[i].split(",", -1);
			if (pair.length != 2) throw refusal();
			xy[2 * i] = number(pair[0]);
			xy[2 * i + 1] = number(pair[1]);
		}
		return Vertices.of(xy);
	}

	private static double number(String text) {
		try {
			double number = Double.parseDouble(text);
			if (Double.isFinite(number)) return number;
		} catch (NumberFormatException e) {
			throw refusal();
		}
		throw refusal();
	}

	private static IllegalArgumentException refusal() {
		return new IllegalArgumentException("A path is written as x,y pairs separated by spaces, such as 10,20 30.5,40.");
	}
}
