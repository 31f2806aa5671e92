package org.annotomy.registration.intensity;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.interchange.transform.ItkTransformText;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.ImageFrame;
import org.junit.Test;

/** Against ITK itself ({@code src/test/scripts/itk_oracle.cpp}). */
public class ItkOracleTest {

	private static final List<Position> PROBES = List.of(new Position(0, 0, 0), new Position(10, -20, 30),
			new Position(-7.5, 3.25, 100));

	private static JsonObject read() throws IOException {
		try (InputStream in = ImageFrame.class.getResourceAsStream("itk.json")) {
			return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject();
		}
	}

	@Test
	public void transformsOfItkAreRead() throws IOException {
		List<JsonValue> all = read().list("transforms");
		assertEquals(7, all.size());
		for (JsonValue value : all) {
			JsonObject wanted = value.asObject();
			AffineMap map = ItkTransformText.parse(wanted.require("text").asString());
			for (int i = 0; i < PROBES.size(); i++) {
				double[] p = wanted.list("points").get(i).asArray().doubles();
				assertEquals(wanted.string("name", ""), 0, map.apply(PROBES.get(i)).distanceTo(new Position(p[0], p[1], p[2])),
						1e-9);
			}
		}
	}

	@Test
	public void itkReadsWhatWeWrite() throws IOException {
		JsonObject ours = read().object("ours");
		AffineMap map = AffineMap.of(Affine.ofRows(1.1, 0.1, 0, 5, -0.05, 0.9, 0.02, -7, 0, 0.03, 1.2, 11));
		assertEquals(ours.string("text", ""), ItkTransformText.write(map));
		double[] p = ours.require("point").asArray().doubles();
		assertEquals(0, map.apply(PROBES.get(1)).distanceTo(new Position(p[0], p[1], p[2])), 1e-9);
	}

	@Test
	public void mutualInformationIsThatOfMattesInItk() throws IOException {
		Level fixed = volume(false, new VolumeSize(24, 20, 12), Affine.ofRows(1, 0, 0, 0, 0, 1.2, 0, 0, 0, 0, 2, 0));
		Level moving = volume(true, new VolumeSize(20, 26, 15), Affine.ofRows(1.3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1.5, 0));
		MutualInformation information = new MutualInformation(Samples.all(fixed), whole(fixed), moving, whole(moving),
				new Position(1, 2, 3));
		for (JsonValue value : read().list("information")) {
			double[] shift = value.asObject().require("shift").asArray().doubles();
			Affine map = AffineMap.translation(new Position(shift[0], shift[1], shift[2])).matrix();
			assertEquals(value.asObject().number("value", -1), information.value(map), 1e-6);
		}
	}

	private static ValueRange whole(Level level) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (float value : level.values()) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		return new ValueRange(low, high);
	}

	/** The formulas of the script. */
	private static Level volume(boolean other, VolumeSize size, Affine place) {
		float[] values = new float[size.arrayLength()];
		int at = 0;
		for (int k = 0; k < size.nz(); k++)
			for (int j = 0; j < size.ny(); j++)
				for (int i = 0; i < size.nx(); i++) {
					Position p = place.apply(i, j, k);
					double x = p.x();
					double y = p.y();
					double z = p.z();
					double body = Math.exp(-((x - 12) * (x - 12) + (y - 10) * (y - 10) / 2 + (z - 6) * (z - 6)) / 40) * 100;
					double v = body + 20 * Math.sin(x / 3) * Math.cos(y / 4) + z;
					values[at++] = (float) (other ? 300 - 1.5 * v + 10 * Math.cos(x / 2) : v);
				}
		return new Level(values, size, place);
	}
}
