package org.annotomy.display;

import org.annotomy.image.SampleType;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;
import org.junit.Test;

public class AutoWindowTest {

	private static final WindowRule.Percentile FULL = new WindowRule.Percentile(0, 100, Window.Function.LINEAR);
	private final PixelSamples stored = PixelSamples.of(SampleType.UINT16, List.of(new short[]{1000, 1024, 1100, 2024}));

	/** DICOM PS3.3 C.11.2.1.2.1, note 4: center (x1 + x2 + 1) / 2, width x2 - x1 + 1. */
	@Test
	public void wholeNumbersShowBothEndsFull() {
		Window window = AutoWindow.of(stored, new ValueScale(1, -1024, "HU"), FULL, "Full");
		assertEquals(new Window(488.5, 1025, "Full", Window.Function.LINEAR), window);
		assertEquals(0, VoiFunction.of(window).grey(-24), 0);
		assertEquals(1, VoiFunction.of(window).grey(1000), 0);
	}

	@Test
	public void fractionsTakeTheExactForm() {
		Window window = AutoWindow.of(stored, new ValueScale(0.001, 0, "SUV"), FULL, "");
		assertEquals(Window.Function.LINEAR_EXACT, window.function());
		assertEquals(1, window.black(), 1e-12);
		assertEquals(2.024, window.white(), 1e-12);
	}

	@Test
	public void aNegativeSlopeTurnsTheEndsRound() {
		Window window = AutoWindow.of(stored, new ValueScale(-2, 0, ""), FULL, "");
		assertEquals(-4048, window.black(), 0);
		assertEquals(-2000, window.white(), 0);
	}

	@Test
	public void equalValuesStillHaveAWindow() {
		PixelSamples flat = PixelSamples.of(SampleType.FLOAT32, List.of(new float[]{7, 7}));
		assertEquals(new Window(7, 1, "", Window.Function.LINEAR_EXACT), AutoWindow.of(flat, ValueScale.IDENTITY, FULL, ""));
		PixelSamples whole = PixelSamples.of(SampleType.UINT8, List.of(new byte[]{7}));
		assertEquals(Window.linear(7.5, 1, ""), AutoWindow.of(whole, ValueScale.IDENTITY, FULL, ""));
	}

	@Test
	public void aSelectionUsesItsRange() {
		Window window = AutoWindow.of(stored, ValueScale.IDENTITY, new WindowRule.OfSelection(0, 75), "Selection");
		assertEquals(1000, window.black(), 0);
		assertEquals(1100, window.white(), 0);
	}

	@Test
	public void percentagesMustRise() {
		assertThrows(IllegalArgumentException.class, () -> new WindowRule.Percentile(50, 50, Window.Function.LINEAR));
		assertThrows(IllegalArgumentException.class, () -> new WindowRule.OfSelection(-1, 50));
		assertThrows(IllegalArgumentException.class, () -> new WindowRule.OfFile(-1));
	}
}
