package org.annotomy.registration;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Transforms of landmarks and their errors against scipy and numpy ({@code src/test/scripts/registration_oracle.py}). */
public class LandmarkOracleTest {

	private static final double CLOSE = 1e-7;

	@Test
	public void rigidAsUmeyama() throws IOException {
		compare(LandmarkFit.RIGID, "rigid");
	}

	@Test
	public void similarityAsUmeyama() throws IOException {
		compare(LandmarkFit.SIMILARITY, "similarity");
	}

	@Test
	public void affineAsLeastSquares() throws IOException {
		compare(LandmarkFit.AFFINE, "affine");
	}

	@Test
	public void thinPlateAsScipy() throws IOException {
		compare(LandmarkFit.THIN_PLATE, "spline");
	}

	private static void compare(LandmarkFit fit, String name) throws IOException {
		List<JsonValue> cases = read().list("cases");
		assertEquals(4, cases.size());
		for (JsonValue value : cases) {
			JsonObject wanted = value.asObject();
			Landmarks landmarks = new Landmarks(places(wanted, "moving"), places(wanted, "fixed"), wanted.bool("plane", false));
			Transform transform = fit.fit(landmarks, 0);
			List<Position> probes = places(wanted, "probes");
			List<Position> mapped = places(wanted.object(name), "probes");
			for (int i = 0; i < probes.size(); i++)
				assertEquals("probe " + i, 0, transform.apply(probes.get(i)).distanceTo(mapped.get(i)), CLOSE);
			LandmarkErrors errors = LandmarkErrors.of(landmarks, fit, 0, transform, Progress.NONE);
			double[] leftOut = wanted.object(name).require("leftOut").asArray().doubles();
			for (int i = 0; i < leftOut.length; i++)
				assertEquals("held out " + i, leftOut[i], errors.heldOut().get(i), CLOSE);
			assertEquals(wanted.object(name).number("fre", -1), errors.measures("Mm").get("fiducialRegistrationErrorMm"), CLOSE);
			assertEquals(wanted.object(name).number("tre", -1), errors.measures("Mm").get("targetRegistrationErrorMm"), CLOSE);
		}
	}

	private static JsonObject read() throws IOException {
		try (InputStream in = LandmarkOracleTest.class.getResourceAsStream("oracle.json")) {
			return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject();
		}
	}

	private static List<Position> places(JsonObject from, String name) throws IOException {
		List<Position> places = new ArrayList<>();
		for (JsonValue value : from.list(name)) {
			double[] xyz = value.asArray().doubles();
			places.add(new Position(xyz[0], xyz[1], xyz[2]));
		}
		return places;
	}
}
