package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonValue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Collects the nested arrays of GeoJSON coordinates as runs of points. A third coordinate is left out. */
final class CoordinateRuns {

	private static final int DEEPEST = 4;
	/** With a point among them. */
	private static final int MOST_DIGITS = 16;
	private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

	private final List<double[][]> parts = new ArrayList<>();
	private final List<double[]> runs = new ArrayList<>();
	private double[] xy = new double[64];
	private int length;
	private int depth;
	private boolean threeDimensional;

	/** How deep the arrays were nested: 1 for a point; 0 if there were no numbers. */
	int depth() {
		return depth;
	}

	boolean isThreeDimensional() { return threeDimensional; }

	double[][][] parts() {
		return parts.toArray(double[][][]::new);
	}

	/** Reads the array that the parser's current token begins. */
	void read(JsonParser parser) throws IOException {
		int level = 0;
		int ordinate = 0;
		for (JsonToken token = parser.currentToken();; token = parser.nextToken()) {
			if (token == JsonToken.START_ARRAY) {
				if (++level > DEEPEST) throw wrong();
				ordinate = 0;
			} else if (token == JsonToken.END_ARRAY) {
				end(level, ordinate);
				ordinate = 0;
				if (--level == 0) break;
			} else if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
				add(level, ordinate++, number(parser));
			} else throw wrong();
		}
		finish();
	}

	/** The same double as the parser's, which takes longer: up to 15 digits over a power of ten are rounded but once. */
	private static double number(JsonParser parser) throws IOException {
		char[] text = parser.getTextCharacters();
		int at = parser.getTextOffset();
		int end = at + parser.getTextLength();
		boolean negative = at < end && text[at] == '-';
		if (negative) at++;
		if (end - at > MOST_DIGITS) return parser.getDoubleValue();
		long digits = 0;
		int point = end;
		for (; at < end; at++) {
			char c = text[at];
			if (c >= '0' && c <= '9') digits = 10 * digits + (c - '0');
			else if (c == '.' && point == end) point = at + 1;
			else return parser.getDoubleValue();
		}
		double value = digits / POWERS[end - point];
		return negative ? -value : value;
	}

	/** The same from a value. */
	void read(JsonValue value) throws JsonException {
		read(value.asArray(), 1);
		finish();
	}

	private void read(JsonArray array, int level) throws JsonException {
		if (level > DEEPEST) throw wrong();
		int ordinate = 0;
		for (JsonValue element : array) {
			if (element instanceof JsonArray inner) read(inner, level + 1);
			else add(level, ordinate++, element.asDouble());
		}
		end(level, ordinate);
	}

	private void add(int level, int ordinate, double value) throws JsonException {
		if (depth == 0) depth = level;
		if (depth != level) throw wrong();
		if (ordinate > 1) {
			threeDimensional = true;
			return;
		}
		if (length == xy.length) xy = Arrays.copyOf(xy, 2 * length);
		xy[length++] = value;
	}

	private void end(int level, int ordinates) throws JsonException {
		if (depth == 0) return;
		if (level == depth && ordinates < 2) throw wrong();
		if (level == depth - 1) endRun();
		if (level == depth - 2 && depth == DEEPEST) endPart();
	}

	private void endRun() {
		if (length == 0) return;
		runs.add(Arrays.copyOf(xy, length));
		length = 0;
	}

	private void endPart() {
		if (runs.isEmpty()) return;
		parts.add(runs.toArray(double[][]::new));
		runs.clear();
	}

	private void finish() {
		endRun();
		endPart();
	}

	private static JsonException wrong() {
		return new JsonException(0, "the coordinates are not arrays of positions.");
	}
}
