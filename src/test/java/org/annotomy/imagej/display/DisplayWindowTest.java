package org.annotomy.imagej.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.model.ViewedWindow;
import org.annotomy.display.PresetMenu;
import org.annotomy.display.PresetSet;
import org.annotomy.display.PresetTable;
import org.annotomy.display.VoiFunction;
import org.annotomy.display.WindowPreset;
import org.annotomy.display.WindowRule;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.Window;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.annotomy.imagej.PixelValues;
import org.annotomy.imagej.WindowTables;
import org.junit.Test;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.LutLoader;
import ij.plugin.filter.Analyzer;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

public class DisplayWindowTest {

	private static final WindowPreset LUNG = preset("Lung");
	private static final WindowPreset SIGMOID = preset("Sigmoid");

	@Test
	public void nothingChangesPixelsOrMeasurements() {
		for (ImagePlus image : List.of(Images.ct(), Images.bytes(), Images.shorts(), Images.floats(), Images.channels())) {
			image.setRoi(new OvalRoi(2, 3, 9, 8));
			String pixels = pixels(image);
			String measured = measure(image);
			DisplayWindow display = DisplayWindow.of(image);
			for (PresetSet set : PresetTable.builtIn().sets())
				for (WindowPreset preset : PresetMenu.of(set, display.query()).presets()) {
					display.apply(preset);
					assertEquals(image.getTitle() + " " + preset.title(), measured, measure(image));
				}
			display.toggleInverted();
			display.apply(new Window(3, 7, "", Window.Function.SIGMOID));
			display.reset();
			assertEquals(image.getTitle(), pixels, pixels(image));
			assertEquals(image.getTitle(), measured, measure(image));
			assertTrue(image.getRoi() instanceof OvalRoi);
		}
	}

	@Test
	public void hounsfieldUnitsGoThroughTheCalibration() {
		ImagePlus ct = Images.ct();
		DisplayWindow.of(ct).apply(preset("Brain"));
		assertEquals(32768, ct.getDisplayRangeMin(), 0);
		assertEquals(32768 + 79, ct.getDisplayRangeMax(), 0);
		ct.setSlice(2);
		assertEquals(32768 + 79, ct.getDisplayRangeMax(), 0);
		assertEquals(32768 + 79, ct.getStack().getProcessor(1).getMax(), 0);
	}

	/** What ImageJ paints against the formula of the standard, pixel by pixel. */
	@Test
	public void whatIsPaintedIsWhatTheStandardSays() {
		List<Window> windows = List.of(Window.linear(40, 80, ""), Window.linear(32, 8, ""), Window.linear(100, 1, ""),
				Window.linear(100, 2, ""), Window.linear(1, 1, ""), Window.linear(127, 255, ""), Window.linear(-500, 1500, ""),
				new Window(100, 100, "", Window.Function.LINEAR_EXACT), new Window(2, 5, "", Window.Function.LINEAR_EXACT));
		for (ImagePlus image : List.of(Images.ct(), Images.bytes(), Images.shorts(), Images.floats())) {
			for (Window window : windows)
				requirePainted(image, window, 1.5);
			requirePainted(image, new Window(100, 60, "", Window.Function.SIGMOID), 3.5);
			requirePainted(image, new Window(1, 3, "", Window.Function.SIGMOID), 3.5);
			requirePainted(image, new Window(0, 2000, "", Window.Function.SIGMOID), 3.5);
		}
	}

	@Test
	public void aCalibrationThatFallsIsPaintedRight() {
		ImagePlus image = Images.shorts();
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[]{1000, -0.5}, "x");
		DisplayWindow display = DisplayWindow.of(image);
		display.setInverted(false);
		requirePainted(image, Window.linear(0, 2000, ""), 1.5);
		requirePainted(image, new Window(0, 2000, "", Window.Function.SIGMOID), 3.5);
		requirePainted(image, Window.linear(900, 120, ""), 1.5);
	}

	@Test
	public void invertingTurnsBrightAndDarkRound() {
		for (ImagePlus image : List.of(Images.ct(), Images.bytes(), Images.floats(), Images.channels())) {
			DisplayWindow display = DisplayWindow.of(image);
			display.apply(SIGMOID);
			List<LUT> before = ChannelDisplay.read(image);
			assertFalse(display.isInverted());
			display.toggleInverted();
			assertTrue(display.isInverted());
			assertEquals("Sigmoid", display.viewed().preset());
			display.setInverted(true);
			assertTrue(display.isInverted());
			display.setInverted(false);
			assertTrue(WindowTables.sameColours(before.get(0), ChannelDisplay.read(image).get(0)));
		}
	}

	@Test
	public void anInvertedImageStaysInvertedUnderAnotherWindow() {
		ImagePlus ct = Images.ct();
		DisplayWindow display = DisplayWindow.of(ct);
		display.toggleInverted();
		display.apply(LUNG);
		display.apply(new Window(0, 100, "", Window.Function.SIGMOID));
		display.apply(LUNG);
		assertTrue(display.isInverted());
		assertTrue(ct.isInvertedLut());
	}

	@Test
	public void theWindowSeenIsRecordedWithItsPreset() {
		ImagePlus ct = Images.ct();
		DisplayWindow display = DisplayWindow.of(ct);
		display.apply(LUNG);
		assertEquals(new ViewedWindow(-500, 1500, "Lung"), display.viewed());
		display.toggleInverted();
		assertEquals(new ViewedWindow(-500, 1500, "Lung"), DisplayWindow.of(ct).viewed());
		ct.setLut(colours("fire"));
		ct.setDisplayRange(32768 - 1250, 32768 + 249);
		assertEquals(new ViewedWindow(-500, 1500, "Lung"), DisplayWindow.of(ct).viewed());
		ct.setDisplayRange(32768 - 100, 32768 + 299);
		assertEquals(new ViewedWindow(100, 400, null), DisplayWindow.of(ct).viewed());
		display.apply(Window.linear(7, 9, ""));
		assertEquals(new ViewedWindow(7, 9, null), display.viewed());
	}

	@Test
	public void aSigmoidLeavesTheColoursThatTheUserChose() {
		ImagePlus image = Images.floats();
		LUT fire = colours("fire");
		image.setLut(fire);
		DisplayWindow display = DisplayWindow.of(image);
		display.apply(SIGMOID);
		assertFalse(WindowTables.sameColours(fire, ChannelDisplay.read(image).get(0)));
		display.apply(preset("Full range"));
		assertTrue(WindowTables.sameColours(fire, ChannelDisplay.read(image).get(0)));
		display.apply(SIGMOID);
		LUT ice = colours("ice");
		image.setLut(ice);
		display.apply(preset("Auto"));
		assertTrue(WindowTables.sameColours(ice, ChannelDisplay.read(image).get(0)));
	}

	@Test
	public void resettingGoesBackToTheFile() {
		List<Window> windows = List.of(Window.linear(50, 300, "SOFT"), Window.linear(-600, 1600, ""));
		ImagePlus image = Images.opened(windows, true, Map.of("Modality", "CT", "BodyPartExamined", "CHEST"));
		DisplayWindow display = DisplayWindow.of(image);
		display.apply(LUNG);
		display.reset();
		assertTrue("MONOCHROME1", display.isInverted());
		assertEquals(new ViewedWindow(50, 300, "File: SOFT"), display.viewed());
		display.toggleInverted();
		display.apply(PresetMenu.FILE_OWN);
		assertTrue(display.isInverted());
		display.apply(WindowPreset.of("2", new WindowRule.OfFile(1)));
		assertEquals(new ViewedWindow(-600, 1600, "2"), display.viewed());
		assertEquals("CT", display.query().modality());
		assertEquals("HU", display.query().unit());
		assertEquals("The file of this image has 2 windows, so there is no window 3 to show.",
				messageOf(() -> display.apply(WindowPreset.of("3", new WindowRule.OfFile(2)))));
	}

	@Test
	public void aFileWindowIsKnownAgainHoweverItWasSet() {
		ImagePlus image = Images.opened(List.of(Window.linear(50, 300, "")), false, Map.of());
		image.setDisplayRange(32768 - 100, 32768 + 199);
		assertEquals(new ViewedWindow(50, 300, "File's own"), DisplayWindow.of(image).viewed());
	}

	@Test
	public void whatAReaderOpenedIsKnownBeforeAnythingIsSet() {
		for (Window window : List.of(Window.linear(32, 8, "NARROW"), new Window(100, 300, "NARROW", Window.Function.SIGMOID)))
			assertEquals(new ViewedWindow(window.center(), window.width(), "File: NARROW"),
					DisplayWindow.of(Images.opened(List.of(window), true, Map.of())).viewed());
	}

	@Test
	public void withoutAFileWindowResettingGoesBackToTheBeginning() {
		ImagePlus image = Images.floats();
		LUT fire = colours("fire");
		image.setLut(fire);
		image.setDisplayRange(-1, 4);
		DisplayWindow display = DisplayWindow.of(image);
		display.apply(SIGMOID);
		display.toggleInverted();
		display.reset();
		assertEquals(-1, image.getDisplayRangeMin(), 0);
		assertEquals(4, image.getDisplayRangeMax(), 0);
		assertTrue(WindowTables.sameColours(fire, ChannelDisplay.read(image).get(0)));
		assertNull(display.viewed().preset());
	}

	@Test
	public void everyChannelHasItsOwnPercentiles() {
		CompositeImage image = (CompositeImage) Images.channels();
		image.setC(2);
		DisplayWindow display = DisplayWindow.of(image);
		display.apply(preset("Full range"));
		for (int c = 0; c < 3; c++) {
			assertEquals("channel " + c, 1000 * c, image.getLuts()[c].min, 0);
			assertEquals("channel " + c, 1000 * c + 99, image.getLuts()[c].max, 0);
		}
		assertEquals(1000, image.getDisplayRangeMin(), 0);
		assertEquals(new ViewedWindow(1050, 100, "Full range"), display.viewed());
		image.setC(3);
		assertEquals(new ViewedWindow(2050, 100, "Full range"), display.viewed());
	}

	@Test
	public void aSelectionGivesItsRange() {
		ImagePlus image = Images.bytes();
		image.setRoi(new Roi(4, 2, 3, 1));
		DisplayWindow display = DisplayWindow.of(image);
		display.apply(preset("Selection"));
		assertEquals(36, image.getDisplayRangeMin(), 0);
		assertEquals(38, image.getDisplayRangeMax(), 0);
		assertEquals(new ViewedWindow(37.5, 3, "Selection"), display.viewed());
		image.deleteRoi();
		assertEquals("There is no selection to find a window from. Draw one around what you want to see.",
				messageOf(() -> display.apply(preset("Selection"))));
		image.setRoi(new Roi(-30, -30, 5, 5));
		assertEquals("The selection lies outside the image.", messageOf(() -> display.apply(preset("Selection"))));
	}

	@Test
	public void thresholdsStay() {
		for (ImagePlus image : List.of(Images.bytes(), Images.shorts(), Images.floats())) {
			image.getProcessor().setThreshold(10, 20, ImageProcessor.NO_LUT_UPDATE);
			DisplayWindow.of(image).apply(preset("2-98 %"));
			DisplayWindow.of(image).toggleInverted();
			assertEquals(10, image.getProcessor().getMinThreshold(), 0);
			assertEquals(20, image.getProcessor().getMaxThreshold(), 0);
		}
	}

	@Test
	public void coloursAreRefusedInWords() {
		assertFalse(DisplayWindow.isWindowed(Images.colour()));
		assertTrue(messageOf(() -> DisplayWindow.of(Images.colour()))
				.startsWith("This image is RGB colour; display windows are for grey values."));
	}

	@Test
	public void aPresetInAnotherUnitIsRefused() {
		DisplayWindow display = DisplayWindow.of(Images.ct());
		assertEquals("The preset \"SUV 0-5\" is in SUV, but the values of this image are in HU.",
				messageOf(() -> display.apply(preset("SUV 0-5"))));
		assertEquals("The preset \"SUV 0-5\" is in SUV, but the values of this image are not known to be.",
				messageOf(() -> DisplayWindow.of(Images.floats()).apply(preset("SUV 0-5"))));
	}

	@Test
	public void theHeaderThatImageJKeepsIsRead() {
		ImagePlus ct = Images.ct();
		for (int z = 1; z <= 2; z++)
			ct.getStack().setSliceLabel("slice\n0008,0060  Modality: CT\n0018,0015  Body Part Examined: HEAD\n"
					+ "0028,0004  Photometric Interpretation: MONOCHROME1 \n0028,0103  Pixel Representation: 1\n"
					+ "0028,0120  Pixel Padding Value: 64536\n0028,1050  Window Center: 40\\600\n0028,1051  Window Width: 80\\2800\n"
					+ "0028,1052  Rescale Intercept: 0\n0028,1053  Rescale Slope: 1\n0028,1055  Explanation: BRAIN\\BONE\n", z);
		DisplayWindow display = DisplayWindow.of(ct);
		assertEquals(List.of(Window.linear(40, 80, "BRAIN"), Window.linear(600, 2800, "BONE")), display.query().fileWindows());
		display.reset();
		assertTrue(display.isInverted());
		assertEquals(new ViewedWindow(40, 80, "File: BRAIN"), display.viewed());
		display.apply(preset("Full range"));
		assertEquals("padding of −1000 does not count", -999, display.window().black(), 0);
	}

	@Test
	public void paddingOfOurReadersDoesNotCount() {
		ImagePlus ct = Images.opened(List.of(), false, Map.of("PixelPaddingValue", "-1000"));
		DisplayWindow display = DisplayWindow.of(ct);
		display.apply(preset("Full range"));
		assertEquals(-999, display.window().black(), 0);
		ImagePlus range = Images.opened(List.of(), false,
				Map.of("PixelPaddingValue", "-900.0", "PixelPaddingRangeLimit", "-2000.0"));
		DisplayWindow.of(range).apply(preset("Full range"));
		assertEquals(-899, DisplayWindow.of(range).window().black(), 0);
	}

	/** The corners hold −2000, which is −3024 HU; the lowest value that was measured is −1008 (pydicom). */
	@Test
	public void paddingOfARealScanDoesNotCount() throws IOException {
		Path file = SharedData.require("rtstruct_phantom/ct_1.dcm");
		ImagePlus scan = ImagePlusFactory.open(ImageReaders.discover().read(file, Progress.NONE).get(0));
		DisplayWindow display = DisplayWindow.of(scan);
		display.apply(preset("Full range"));
		assertEquals(-1008, display.window().black(), 0);
		assertEquals(125, display.window().white(), 0);
	}

	@Test
	public void virtualStacksAreSampled() {
		int[] read = new int[1];
		ImageStack stack = new VirtualStack(4, 4, null, null) {
			@Override
			public int getSize() { return 1000; }

			@Override
			public int size() {
				return 1000;
			}

			@Override
			public boolean isVirtual() { return true; }

			@Override
			public Object getPixels(int n) {
				read[0]++;
				short[] plane = new short[16];
				Arrays.fill(plane, (short) n);
				return plane;
			}

			@Override
			public ImageProcessor getProcessor(int n) {
				return new ShortProcessor(4, 4, (short[]) getPixels(n), null);
			}
		};
		ImagePlus image = new ImagePlus("virtual", stack);
		read[0] = 0;
		DisplayWindow display = DisplayWindow.of(image);
		display.apply(preset("Full range"));
		assertTrue(read[0] + " planes read", read[0] <= 40);
		assertEquals(1, display.window().black(), 0);
		assertTrue(display.window().white() > 950);
	}

	private static void requirePainted(ImagePlus image, Window window, double tolerance) {
		DisplayWindow.of(image).apply(window);
		VoiFunction voi = VoiFunction.of(window);
		BufferedImage painted = (BufferedImage) image.getProcessor().createImage();
		PixelValues values = PixelValues.of(image);
		for (int i = 0; i < Images.SIZE * Images.SIZE; i++) {
			double modality = values.toModality(image.getProcessor().getf(i));
			int grey = painted.getRGB(i % Images.SIZE, i / Images.SIZE) & 0xff;
			assertEquals(image.getTitle() + " " + window + " at " + modality, 255 * voi.grey(modality), grey, tolerance);
		}
	}

	private static String pixels(ImagePlus image) {
		StringBuilder hash = new StringBuilder();
		for (int i = 1; i <= image.getStackSize(); i++) {
			ImageProcessor plane = image.getStack().getProcessor(i);
			int sum = 17;
			for (int p = 0; p < plane.getPixelCount(); p++)
				sum = 31 * sum + Float.floatToIntBits(plane.getf(p));
			hash.append(sum).append(' ');
		}
		return hash.toString();
	}

	private static String measure(ImagePlus image) {
		ResultsTable table = new ResultsTable();
		int all = Measurements.ALL_STATS | Measurements.INTEGRATED_DENSITY | Measurements.MEDIAN | Measurements.STACK_POSITION;
		new Analyzer(image, all, table).measure();
		return table.getColumnHeadings() + table.getRowAsString(0);
	}

	private static WindowPreset preset(String name) {
		return PresetTable.builtIn().defaultSet().find(name).orElseThrow();
	}

	private static LUT colours(String name) {
		return new LUT(LutLoader.getLut(name), 0, 0);
	}

	private static String messageOf(Runnable action) {
		return assertThrows(IllegalArgumentException.class, action::run).getMessage();
	}
}
