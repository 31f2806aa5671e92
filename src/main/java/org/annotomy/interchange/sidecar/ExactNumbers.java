package org.annotomy.interchange.sidecar;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** Doubles that read back bit by bit. What JSON has no number for is written as {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. */
final class ExactNumbers {

	/** ImageJ's lines and points count from pixel centres, the document from pixel corners. */
	private static final double HALF_PIXEL = 0.5;
	private static final String CANONICAL = "canonical";

	private ExactNumbers() {}

	static JsonValue of(double number) {
		return Double.isFinite(number) ? JsonScalar.of(number) : JsonScalar.of(Double.toString(number));
	}

	static JsonArray of(double... numbers) {
		JsonValue[] values = new JsonValue[numbers.length];
		for (int i = 0; i < numbers.length; i++)
			values[i] = of(numbers[i]);
		return JsonArray.of(values);
	}

	/** {@code [[x,y],[x,y]…]} of x y x y …. */
	static JsonArray pairs(double... xy) {
		JsonValue[] points = new JsonValue[xy.length / 2];
		for (int i = 0; i < points.length; i++)
			points[i] = of(xy[2 * i], xy[2 * i + 1]);
		return JsonArray.of(points);
	}

	/** @throws JsonException if it is neither a number nor one of the three words */
	static double read(JsonValue value) throws JsonException {
		if (value instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.STRING)
			switch (scalar.text()) {
			case "NaN" :
			return Double.NaN;
			case "Infinity" :
			return Double.POSITIVE_INFINITY;
			case "-Infinity" :
			return Double.NEGATIVE_INFINITY;
			default :
			}
		return value.asDouble();
	}

	/** Numbers in one array, or in pairs. @throws JsonException if there are others than {@code count}; any even count if negative */
	static double[] readAll(JsonValue value, int count) throws JsonException {
		JsonArray array = value.asArray();
		boolean paired = array.size() > 0 && array.get(0) instanceof JsonArray;
		double[] numbers = new double[paired ? 2 * array.size() : array.size()];
		for (int i = 0; i < numbers.length; i++) {
			JsonArray from = paired ? array.get(i / 2).asArray() : array;
			if (paired && from.size() != 2) throw new JsonException(value.line(), "a point needs two coordinates.");
			numbers[i] = read(from.get(paired ? i % 2 : i));
		}
		if (count < 0 ? numbers.length % 2 != 0 : numbers.length != count)
			throw new JsonException(value.line(), "found " + numbers.length + " numbers where "
					+ (count < 0 ? "pairs are" : count + " are") + " needed.");
		return numbers;
	}

	/**
	 * Writes points of the document as ImageJ has those of lines: half a pixel less on both axes. Where that and the way back do not give
	 * the same bits, the document's own numbers follow as {@code canonical}.
	 */
	static void putCentred(JsonObject.Builder to, String name, boolean paired, double... xy) {
		double[] centred = new double[xy.length];
		boolean exact = true;
		for (int i = 0; i < xy.length; i++) {
			centred[i] = xy[i] - HALF_PIXEL;
			exact &= Double.doubleToLongBits(centred[i] + HALF_PIXEL) == Double.doubleToLongBits(xy[i]);
		}
		to.put(name, paired ? pairs(centred) : of(centred));
		if (!exact) to.put(CANONICAL, of(xy));
	}

	/** The reverse of {@link #putCentred}; null if the member is absent. */
	static double[] takeCentred(Members from, String name, int count) throws JsonException {
		JsonValue value = from.take(name);
		JsonValue canonical = from.take(CANONICAL);
		if (value == null) return null;
		double[] centred = readAll(value, count);
		double[] exact = canonical == null ? null : readAll(canonical, centred.length);
		double[] xy = new double[centred.length];
		for (int i = 0; i < xy.length; i++) {
			xy[i] = centred[i] + HALF_PIXEL;
			if (exact != null && Double.compare(exact[i] - HALF_PIXEL, centred[i]) == 0) xy[i] = exact[i];
		}
		return xy;
	}

	static double[] flat(Point... points) {
		double[] xy = new double[2 * points.length];
		for (int i = 0; i < points.length; i++) {
			xy[2 * i] = points[i].x();
			xy[2 * i + 1] = points[i].y();
		}
		return xy;
	}

	/** @throws JsonException if one is not finite */
	static Vertices vertices(double[] xy) throws JsonException {
		try {
			return Vertices.adopt(xy);
		} catch (IllegalArgumentException e) {
			throw new JsonException(0, e.getMessage());
		}
	}
}
