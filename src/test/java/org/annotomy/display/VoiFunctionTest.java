package org.annotomy.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;

import org.annotomy.image.Window;
import org.annotomy.json.JsonObject;
import org.junit.Test;

public class VoiFunctionTest {

	@Test
	public void greyLevelsAreThoseOfPydicom() throws IOException {
		List<JsonObject> windows = Oracle.read("windows");
		assertEquals(14, windows.size());
		for (JsonObject row : windows) {
			Window window = new Window(row.number("center", 0), row.number("width", 0), "",
					Window.Function.valueOf(row.string("function", "")));
			double[] values = Oracle.numbers(row, "values");
			double[] grey = Oracle.numbers(row, "grey");
			for (int i = 0; i < values.length; i++)
				assertEquals(window + " at " + values[i], grey[i], 255 * VoiFunction.of(window).grey(values[i]), 1e-9);
		}
	}

	@Test
	public void tableRunsFromBlackToWhite() {
		byte[] table = VoiFunction.of(Window.linear(40, 80, "")).table(256);
		for (int i = 0; i < 256; i++)
			assertEquals("entry " + i, i, table[i] & 0xff);
	}

	@Test
	public void tableOfStoredValuesGoesThroughTheValueScale() {
		byte[] table = VoiFunction.of(Window.linear(40, 400, "")).table(-1024, 1, 65536);
		assertEquals(0, table[0]);
		assertEquals(Math.round(255 * ((40 - 39.5) / 399 + 0.5)), table[1064] & 0xff);
		assertEquals(255, table[65535] & 0xff);
	}

	/** The bound that the reach of the table was chosen for: nearest of 256 entries, the ends cut. */
	@Test
	public void tableOfASigmoidStaysWithinTwoGreyLevels() {
		VoiFunction voi = VoiFunction.of(new Window(2048, 1024, "", Window.Function.SIGMOID));
		byte[] table = voi.table(256);
		double worst = 0;
		for (int value = -4000; value < 8000; value++) {
			long index = Math.round((value - voi.start()) / (voi.end() - voi.start()) * 255);
			int shown = table[(int) Math.max(0, Math.min(255, index))] & 0xff;
			worst = Math.max(worst, Math.abs(shown - 255 * voi.grey(value)));
		}
		assertTrue("worst " + worst, worst < 2);
	}

	@Test
	public void aWindowOfWidthOneIsAThreshold() {
		VoiFunction voi = VoiFunction.of(Window.linear(100, 1, ""));
		assertEquals(0, voi.grey(99), 0);
		assertEquals(1, voi.grey(100), 0);
	}
}
