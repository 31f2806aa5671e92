package org.annotomy.interchange.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.Composition;
import org.annotomy.registration.InverseSpline;
import org.annotomy.registration.Landmarks;
import org.annotomy.registration.ThinPlateSpline;
import org.annotomy.registration.Transform;

/** Transforms as JSON values; numbers read back bit by bit. */
public final class TransformJson {

	private static final String SPLINE = "thinPlateSpline";
	private static final String INVERSE = "inverse";
	private static final String COMPOSITION = "composition";
	private static final int MOST_PARTS = 16;

	private TransformJson() {}

	public static JsonObject write(Transform transform) {
		JsonObject.Builder to = JsonObject.builder();
		if (transform instanceof AffineMap map)
			return to.put("type", map.kind().word()).put("matrix", numbers(map.matrix().rows())).build();
		if (transform instanceof ThinPlateSpline spline)
			return to.put("type", SPLINE).put("dimensions", spline.landmarks().plane() ? 2 : 3)
					.put("smoothing", spline.smoothing()).put("moving", places(spline.landmarks().moving()))
					.put("fixed", places(spline.landmarks().fixed())).build();
		if (transform instanceof InverseSpline inverse)
			return to.put("type", INVERSE).put("of", write(inverse.forward())).build();
		List<JsonObject> parts = ((Composition) transform).parts().stream().map(TransformJson::write).toList();
		return to.put("type", COMPOSITION).put("parts", JsonArray.of(parts)).build();
	}

	/** @throws JsonException if it is no transform; the message says what is wrong */
	public static Transform read(JsonObject from) throws JsonException {
		String type = from.require("type").asString();
		try {
			return switch (type) {
				case SPLINE -> spline(from);
				case INVERSE -> read(from.require("of").asObject()).inverse();
				case COMPOSITION -> composition(from);
				default -> affine(from, type);
			};
		} catch (IllegalArgumentException e) {
			throw new JsonException(from.line(), e.getMessage());
		}
	}

	private static Transform affine(JsonObject from, String type) throws JsonException {
		AffineMap.Kind kind = Arrays.stream(AffineMap.Kind.values()).filter(k -> k.word().equals(type)).findFirst()
				.orElseThrow(() -> new JsonException(from.line(), "unknown type of transform \"" + type
						+ "\"; known: rigid, similarity, affine, " + SPLINE + ", " + INVERSE + ", " + COMPOSITION + "."));
		double[] rows = from.require("matrix").asArray().doubles();
		return new AffineMap(Affine.ofRows(rows), kind);
	}

	private static Transform spline(JsonObject from) throws JsonException {
		int dimensions = from.require("dimensions").asInt();
		if (dimensions != 2 && dimensions != 3)
			throw new JsonException(from.line(), "a thin-plate spline has 2 or 3 dimensions, not " + dimensions + ".");
		return new ThinPlateSpline(new Landmarks(places(from.require("moving")), places(from.require("fixed")), dimensions == 2),
				from.number("smoothing", 0));
	}

	private static Transform composition(JsonObject from) throws JsonException {
		List<JsonValue> parts = from.list("parts");
		if (parts.isEmpty() || parts.size() > MOST_PARTS)
			throw new JsonException(from.line(), String.format(Locale.ROOT,
					"a composition has 1 to %d parts, not %d.", MOST_PARTS, parts.size()));
		Transform whole = read(parts.get(0).asObject());
		for (JsonValue part : parts.subList(1, parts.size()))
			whole = whole.then(read(part.asObject()));
		return whole;
	}

	private static JsonArray places(List<Position> places) {
		return JsonArray.of(places.stream().map(p -> numbers(p.x(), p.y(), p.z())).toList());
	}

	private static List<Position> places(JsonValue value) throws JsonException {
		JsonArray array = value.asArray();
		if (array.size() > Landmarks.MOST)
			throw new JsonException(value.line(), "there are " + array.size() + " landmarks; at most " + Landmarks.MOST
					+ " can be used.");
		List<Position> places = new ArrayList<>();
		for (JsonValue element : array) {
			double[] xyz = element.asArray().doubles();
			if (xyz.length != 3) throw new JsonException(element.line(), "a landmark needs three numbers.");
			places.add(new Position(xyz[0], xyz[1], xyz[2]));
		}
		return places;
	}

	private static JsonArray numbers(double... numbers) {
		return JsonArray.of(Arrays.stream(numbers).mapToObj(JsonScalar::of).toList());
	}
}
