package org.annotomy.interchange.sidecar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.RandomEdits;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.ForeignMembers;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Tracking;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;

/** Objects of every kind from a seed: those of {@link RandomEdits}, with members of other programs and coordinates at the edge. */
final class RandomObjects {

	private final Random random;
	private final RandomEdits edits;

	RandomObjects(long seed) {
		random = new Random(seed);
		edits = new RandomEdits(seed);
	}

	AnnotationObject next() {
		UUID id = new UUID(random.nextLong(), random.nextLong());
		AnnotationObject.Builder to = edits.object(id).toBuilder();
		if (random.nextInt(3) == 0) to.shape(awkward());
		if (random.nextInt(4) == 0) to.shape(edits.shape().translate(random.nextGaussian() * 1e5, -1e4));
		if (random.nextInt(3) == 0) to.type(ObjectType.values()[random.nextInt(4)]).locked(true);
		if (random.nextInt(4) == 0) to.occlusion(Occlusion.values()[random.nextInt(3)]);
		if (random.nextInt(3) == 0) to.plane(new Plane(random.nextInt(3) - 1, random.nextInt(3), random.nextInt(3)));
		if (random.nextInt(3) == 0) to.measurements(measurements());
		if (random.nextInt(3) == 0) to.metadata(Map.of("who", "other program", "leer", ""));
		if (random.nextInt(3) == 0)
			to.coding(new Coding(Code.of("SCT", "4147007", "Mass: ^odd"), null, new Code("SCT", "7771000", "Left", "2024"), null,
					null));
		if (random.nextInt(3) == 0) to.tracking(new Tracking(random.nextBoolean() ? "L1" : null, "2.25.123"));
		if (random.nextInt(3) == 0)
			to.appearance(new Appearance(-3, 1, true, false, 0x12ff00, random.nextInt(), 1 / 3.0, 7));
		if (random.nextInt(3) == 0) to.foreign(foreign());
		if (random.nextInt(9) == 0) to.instance(List.of("17", "017", "a", "99999999999999999999").get(random.nextInt(4)));
		return to.build();
	}

	private Shape awkward() {
		double tiny = random.nextInt(4) * 0.001;
		return switch (random.nextInt(12)) {
			case 0 -> PolygonShape.of(0, 0, 10, 10, 10, 0, 0, 10);
			case 1 -> PolygonShape.of(0, 0, 10, 0, 20, 0);
			case 2 -> new LineShape(new Point(3, 4), new Point(3 + tiny, 4));
			case 3 -> new LineShape(new Point(Double.NaN, -0.0), new Point(Double.POSITIVE_INFINITY, 1e300));
			case 4 -> PolygonShape.of(5, 5, 5, 25, 25, 25, 25, 5);
			case 5 -> PointsShape.of(new Point(-0.0, Double.MIN_VALUE), new Point(1e17, 0.1 + 0.2));
			case 6 -> PolylineShape.of(1.5, 2.5, -3.25, 1e-7, 12, 13);
			case 7 -> new TextShape(new Box(7, 8, 0, 0), "", "Serif", Double.NaN, 0, 0, -0.0);
			case 8 -> new RectangleShape(new Box(1, 2, tiny, 5), tiny);
			case 9 -> PolygonShape.of(0.5, 0.25, 8.125, 0.5, 4, 9.75, -1.0005, 3);
			case 10 -> PolygonShape.of(0, 0, 8, 0, 8, 8, 4, 8, 4, 0.001, 3.999, 8, 0, 8);
			default -> PolygonShape.of(0, 0, 10, 0, 5, 5, 10, 10, 0, 10, 5, 5);
		};
	}

	private Map<String, Double> measurements() {
		Map<String, Double> numbers = new LinkedHashMap<>();
		numbers.put("Area µm²", random.nextGaussian() * 1e6);
		numbers.put("none", Double.NaN);
		numbers.put("much", Double.NEGATIVE_INFINITY);
		numbers.put("less", -0.0);
		return numbers;
	}

	private ForeignMembers foreign() {
		JsonObject inner = JsonObject.builder().put("b", JsonScalar.ofDecimal("1.50")).put("a", JsonArray.of(JsonScalar.NULL))
				.build();
		return new ForeignMembers(JsonObject.builder().put("bbox", ExactNumbers.of(0, 0, 1, 1)).build(),
				JsonObject.builder().put("note", inner).build(), JsonObject.builder().put("stain", inner).put("x", 1L).build(),
				JsonObject.builder().put("rev", 2L).put("shape", JsonObject.builder().put("type", 2L).build())
						.put("provenance", inner).build());
	}
}
