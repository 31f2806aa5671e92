package org.annotomy.imagej.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.ToneCurve;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.imagej.PixelValues;
import org.annotomy.imagej.WindowTables;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Test;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** Tables of the file as ImageJ shows them: the colour on screen for each value. */
public class VoiTableTest {

	/** In RGB: a grey buffered image would apply a gamma. */
	private static ImageProcessor shown(ImageProcessor processor) {
		return processor.convertToRGB();
	}

	@Test
	public void eightBitsAreShownEntryByEntry() throws Exception {
		// dcm2pnm +Wl 1 shows the same: the table of vlut_04.dcm has 16 bits, so a grey is the upper byte of its entry.
		MedicalImage image = new DicomImageReader().read(SharedData.require("bits/vlut_04.dcm"), Progress.NONE).get(0);
		assertEquals("", image.windows().get(0).curve() == null ? "no curve" : "");
		ImagePlus open = ImagePlusFactory.open(image);
		ImageProcessor plane = open.getProcessor();
		ImageProcessor shown = shown(plane);
		for (int y = 0; y < 512; y += 61)
			for (int x = 0; x < 512; x += 7)
				assertEquals(Math.round(255 * image.windows().get(0).grey(plane.get(x, y))), shown.get(x, y) & 0xff);
		assertTrue(DisplayWindow.of(open).window().curve() != null);
	}

	@Test
	public void sixteenBitsAreWithinOneTableStepOfTheCurve() {
		float[] greys = new float[4096];
		for (int i = 0; i < greys.length; i++)
			greys[i] = (float) Math.sqrt(i / 4095d);
		Window window = Window.of(new ToneCurve(-1000, 1, greys), "root");
		ShortProcessor processor = new ShortProcessor(4200, 1);
		for (int i = 0; i < 4200; i++)
			processor.set(i, i);
		ValueScale scale = new ValueScale(1, -1024, "HU");
		ImagePlus image = new ImagePlus("", processor);
		PixelValues values = valuesOf(image, scale);
		LUT lut = WindowTables.of(window, values, LUT.createLutFromColor(java.awt.Color.WHITE), 16);
		processor.setLut(lut);
		processor.setMinAndMax(lut.min, lut.max);
		ImageProcessor shown = shown(processor);
		for (int i = 0; i < 4200; i++) {
			double low = 255 * window.grey(scale.toModality(i - 17));
			double high = 255 * window.grey(scale.toModality(i + 17));
			int grey = shown.get(i, 0) & 0xff;
			assertTrue(i + ": " + low + " <= " + grey + " <= " + high, grey >= low - 1 && grey <= high + 1);
		}
	}

	private static PixelValues valuesOf(ImagePlus image, ValueScale scale) {
		image.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[]{scale.intercept(), scale.slope()},
				"HU");
		return PixelValues.of(image);
	}

	@Test
	public void aCurveGoesAlongWithOtherValues() {
		ToneCurve curve = new ToneCurve(10, 1, new float[]{0, 0.25f, 1});
		assertEquals(0, curve.grey(9.9), 0);
		assertEquals(0.25, curve.grey(11.99), 1e-9);
		assertEquals(1, curve.grey(500), 0);
		ToneCurve doubled = curve.over(new ValueScale(2, 5, ""));
		assertEquals(List.of(25.0, 29.0), List.of(doubled.first(), doubled.last()));
		assertEquals(0.25, doubled.grey(27.5), 1e-9);
		ToneCurve turned = curve.over(new ValueScale(-1, 0, ""));
		assertEquals(1, turned.grey(-12), 0);
		assertEquals(0, turned.grey(-10), 0);
		Window linear = Window.linear(40, 401, "w").over(new ValueScale(0.01, 0, "SUV"));
		assertEquals(Window.Function.LINEAR_EXACT, linear.function());
		assertEquals(-1.605, linear.black(), 1e-12);
		assertEquals(2.395, linear.white(), 1e-12);
	}
}
