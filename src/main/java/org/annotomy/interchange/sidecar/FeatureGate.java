package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.util.Set;

import org.annotomy.interchange.sidecar.GeoGeometry.Kind;
import org.annotomy.json.JsonException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;

/** Judges one Feature after the other, token by token, by what QuPath's importer does with it. */
final class FeatureGate {

	private static final Set<String> TYPES = Set.of("annotation", "detection", "cell", "tile");
	private static final Set<String> NESTED = Set.of("childObjects", "children");
	private static final Set<String> ALIASES = Set.of("object_type", "type");
	private static final Set<String> NUMBER_WORDS = Set.of("NaN", "Infinity", "-Infinity");

	private final JsonParser parser;
	private String problem;

	FeatureGate(JsonParser parser) {
		this.parser = parser;
	}

	/**
	 * Why the Feature that the current token begins is not safe, or null if it is; afterwards the parser stands on its end.
	 *
	 * @throws IOException if the text is not JSON
	 */
	String check() throws IOException {
		problem = null;
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return "it is no Feature";
		}
		JsonStreamContext outer = parser.getParsingContext().getParent();
		try {
			checkFeature();
		} catch (JsonException e) {
			fail(e.getMessage());
			while (parser.getParsingContext() != outer)
				if (parser.nextToken() == null) break;
		}
		return problem;
	}

	private void checkFeature() throws IOException {
		boolean typed = false;
		boolean named = false;
		boolean placed = false;
		boolean described = false;
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			switch (name) {
				case "type" -> typed = isText(value) && parser.getText().equals("Feature");
				case "id" -> named = isText(value) && FeatureIds.isUuid(parser.getText(), false);
				case "geometry", "nucleusGeometry" -> {
					placed |= name.equals("geometry");
					checkGeometry(value);
				}
				case "properties" -> {
					described = true;
					checkProperties(value);
				}
				default -> parser.skipChildren();
			}
		}
		require(typed, "its type is not Feature");
		require(named, "its id is no UUID in lower case");
		require(placed, "it has no geometry");
		require(described, "it has no properties");
	}

	private void checkGeometry(JsonToken start) throws IOException {
		if (!isObject(start, "the geometry")) return;
		Kind kind = null;
		CoordinateRuns runs = null;
		boolean ellipse = false;
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			switch (name) {
				case "type" -> kind = isText(value) ? Kind.of(parser.getText()).orElse(null) : null;
				case "coordinates" -> {
					require(value == JsonToken.START_ARRAY, "the coordinates are no array");
					if (value == JsonToken.START_ARRAY) {
						runs = new CoordinateRuns();
						runs.read(parser);
					} else parser.skipChildren();
				}
				case "plane" -> checkPlane(value);
				case "isEllipse" -> {
					require(value.isBoolean(), "isEllipse is neither true nor false");
					ellipse = value == JsonToken.VALUE_TRUE;
				}
				default -> parser.skipChildren();
			}
		}
		if (kind == null) fail("the geometry is of no type that QuPath reads");
		else if (runs == null || runs.depth() == 0) fail("the geometry has no coordinates");
		else checkPlace(kind, runs, ellipse);
	}

	private void checkPlace(Kind kind, CoordinateRuns runs, boolean ellipse) {
		require(!runs.isThreeDimensional(), "a position has three coordinates");
		if (kind.depth() != runs.depth()) {
			fail("the coordinates do not fit the type " + kind.word());
			return;
		}
		double[][][] parts = runs.parts();
		for (double[][] part : parts)
			for (int i = 0; i < part.length; i++) {
				double[] run = part[i];
				int last = run.length - 2;
				if (kind.isLine()) require(run.length >= 4, "a line has only one point");
				if (!kind.isArea()) continue;
				boolean closed = run.length >= 8 && run[0] == run[last] && run[1] == run[last + 1];
				require(closed, "a ring is not closed or has fewer than four positions");
				if (!closed) return;
				part[i] = java.util.Arrays.copyOf(run, last);
			}
		if (problem == null) fail(GridGate.problem(new GeoGeometry(kind, parts, ellipse)));
	}

	private void checkPlane(JsonToken start) throws IOException {
		if (!isObject(start, "the plane")) return;
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			boolean whole = value == JsonToken.VALUE_NUMBER_INT;
			switch (name) {
				case "c" -> require(whole && parser.getValueAsLong() >= -1, "the plane's c is no channel");
				case "z", "t" -> require(whole && parser.getValueAsLong() >= 0, "the plane's " + name + " is no index");
				default -> fail("the plane has a member that QuPath does not know");
			}
			parser.skipChildren();
		}
	}

	private void checkProperties(JsonToken start) throws IOException {
		if (!isObject(start, "the properties")) return;
		boolean typed = false;
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			require(!NESTED.contains(name), "it has objects within it");
			require(!ALIASES.contains(name), "its properties have a second type");
			switch (name) {
				case "objectType" -> typed = isText(value) && TYPES.contains(parser.getText());
				case "name" -> require(isText(value), "its name is no text");
				case "isLocked" -> require(value == JsonToken.VALUE_TRUE, "isLocked is not true");
				case "color" -> checkColour(value);
				case "classification" -> checkClassification(value);
				case "measurements" -> checkMeasurements(value);
				case "metadata" -> checkMetadata(value);
				default -> {
				}
			}
			if (parser.currentToken().isStructStart()) parser.skipChildren();
		}
		require(typed, "its objectType is none of QuPath's");
	}

	private void checkColour(JsonToken start) throws IOException {
		int count = 0;
		boolean fine = start == JsonToken.START_ARRAY;
		while (start == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
			int value = parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getValueAsInt(-1) : -1;
			fine &= value >= 0 && value <= 255;
			count++;
			parser.skipChildren();
		}
		require(fine && count == 3, "a colour is not three numbers from 0 to 255");
	}

	private void checkClassification(JsonToken start) throws IOException {
		if (!isObject(start, "the classification")) return;
		boolean coloured = false;
		int names = 0;
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			switch (name) {
				case "name" -> {
					names++;
					checkClassName(value);
				}
				case "names" -> {
					names++;
					checkClassNames(value);
				}
				case "color" -> {
					coloured = true;
					checkColour(value);
				}
				default -> fail("the classification has a member that is not QuPath's");
			}
			if (parser.currentToken().isStructStart()) parser.skipChildren();
		}
		require(coloured, "the classification has no colour");
		require(names == 1, "the classification needs a name or several names");
	}

	private void checkClassNames(JsonToken start) throws IOException {
		if (start != JsonToken.START_ARRAY) {
			fail("the names of the classification are no array");
			return;
		}
		int count = 0;
		for (; parser.nextToken() != JsonToken.END_ARRAY; count++) {
			checkClassName(parser.currentToken());
			parser.skipChildren();
		}
		require(count >= 2, "the classification has several names but fewer than two");
	}

	private void checkClassName(JsonToken value) throws IOException {
		boolean fine = isText(value);
		if (fine) {
			String name = parser.getText();
			fine = !name.isBlank() && name.indexOf(':') < 0 && name.indexOf('\n') < 0 && name.indexOf('\r') < 0;
		}
		require(fine, "a class name is blank or has a colon or line end");
	}

	private void checkMeasurements(JsonToken start) throws IOException {
		if (!isObject(start, "the measurements")) return;
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			JsonToken value = parser.nextToken();
			require(value.isNumeric() || isText(value) && NUMBER_WORDS.contains(parser.getText()), "a measurement is no number");
			parser.skipChildren();
		}
	}

	private void checkMetadata(JsonToken start) throws IOException {
		if (!isObject(start, "the metadata")) return;
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			require(isText(parser.nextToken()), "a value of the metadata is no text");
			parser.skipChildren();
		}
	}

	private boolean isObject(JsonToken start, String what) throws IOException {
		if (start == JsonToken.START_OBJECT) return true;
		fail(what + " must be an object");
		parser.skipChildren();
		return false;
	}

	private static boolean isText(JsonToken value) {
		return value == JsonToken.VALUE_STRING;
	}

	private void require(boolean fine, String otherwise) {
		if (!fine) fail(otherwise);
	}

	private void fail(String reason) {
		if (problem == null) problem = reason;
	}
}
