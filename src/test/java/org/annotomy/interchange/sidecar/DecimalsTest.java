package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

import org.annotomy.json.Json;
import org.junit.Test;

import com.fasterxml.jackson.core.JsonParser;

/** Coordinates as text and back, against Java's own exact arithmetic. */
public class DecimalsTest {

	@Test
	public void threeDecimalsAtMost() {
		long seed = 5;
		Random random = new Random(seed);
		for (int i = 0; i < 100_000; i++) {
			double value = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 3);
			String text = text(value);
			double back = Double.parseDouble(text);
			assertEquals("seed " + seed + ": " + text, Decimals.round(value), back, 0);
			assertTrue(text, text.matches("-?(0|[1-9]\\d*)(\\.\\d{0,2}[1-9])?"));
			double exact = new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
			assertEquals("seed " + seed + ": " + value, exact, back, 0.001 * 1e-9 + Math.ulp(value) + 0.0010001 * tie(value));
		}
	}

	/** 1 where the product with 1000 may round to a half: there either neighbour is right. */
	private static double tie(double value) {
		return Math.abs(Math.abs(value * 1000 % 1) - 0.5) < 1e-6 ? 1 : 0;
	}

	@Test
	public void edges() {
		assertEquals("0", text(0));
		assertEquals("0", text(-0.0));
		assertEquals("0", text(-0.0004));
		assertEquals("-0.001", text(-0.001));
		assertEquals("0.01", text(0.01));
		assertEquals("2147483647.5", text(2147483647.5));
		assertEquals("3000000000000.25", text(3000000000000.25));
		assertEquals("1.0E20", text(1e20));
		assertTrue(Decimals.isRound(41000.125) && !Decimals.isRound(41000.0625) && !Decimals.isRound(-0.0));
	}

	@Test
	public void coordinatesAreReadAsJavaReadsThem() throws IOException {
		Random random = new Random(6);
		for (int i = 0; i < 20_000; i++) {
			String number = i % 3 == 0
					? Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20))
					: new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(25)).toPlainString();
			try (JsonParser parser = Json.FACTORY.createParser("[" + number + ",0]")) {
				parser.nextToken();
				CoordinateRuns runs = new CoordinateRuns();
				runs.read(parser);
				assertEquals(number, Double.doubleToLongBits(Double.parseDouble(number)),
						Double.doubleToLongBits(runs.parts()[0][0][0]));
			}
		}
	}

	private static String text(double value) {
		Decimals text = new Decimals();
		text.append(value);
		return new String(text.text(), 0, text.length());
	}
}
