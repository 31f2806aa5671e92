package org.annotomy.segmentation.measure;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.annotomy.geometry.Box;
import org.annotomy.image.ImageRegion;
import org.annotomy.image.SpacingSource;
import org.junit.Test;

/** Two pictures side by side, a strip of Doppler below, and an inset over the left one. */
public class PixelSizesTest {

	private static final PixelSize WHOLE = new PixelSize(0.2, 0.2, SpacingSource.ULTRASOUND_REGION);
	private static final ImageRegion LEFT = new ImageRegion(0, 0, 99, 99, 0.1, 0.2, "", false);
	private static final ImageRegion RIGHT = new ImageRegion(100, 0, 199, 99, 0.3, 0.3, "", false);
	private static final ImageRegion DOPPLER = new ImageRegion(0, 110, 199, 150, Double.NaN, Double.NaN, "time × velocity",
			false);
	private static final ImageRegion INSET = new ImageRegion(80, 80, 99, 99, 0.5, 0.5, "", true);
	private static final PixelSizes SIZES = PixelSizes.of(WHOLE, List.of(LEFT, RIGHT, DOPPLER, INSET));

	private static void check(double x, double y, String words, Box box) {
		PixelSizes.AtPlace found = SIZES.at(box);
		assertEquals(words, found.words());
		assertEquals(x, found.pixel().x(), 0);
		assertEquals(y, found.pixel().y(), 0);
		assertEquals(words.startsWith("in pixels") ? "px" : "mm", found.pixel().unit());
	}

	@Test
	public void eachObjectHasTheSizeOfItsRegion() {
		check(0.1, 0.2, "from the ultrasound region", new Box(10, 10, 20, 20));
		check(0.1, 0.2, "from the ultrasound region", new Box(60, 0, 40, 80));
		check(0.3, 0.3, "from the ultrasound region", new Box(100, 0, 100, 100));
		check(0.3, 0.3, "from the ultrasound region", new Box(150, 50, 0, 0));
		check(0.5, 0.5, "from the ultrasound region", new Box(80, 80, 20, 20));
	}

	@Test
	public void whereNoRegionHoldsThePixelsAreCounted() {
		check(1, 1, "in pixels: it crosses the edge of an ultrasound region", new Box(90, 10, 20, 20));
		check(1, 1, "in pixels: it crosses the edge of an ultrasound region", new Box(70, 70, 20, 20));
		check(1, 1, "in pixels: it crosses the edge of an ultrasound region", new Box(150, 99, 5, 2));
		check(1, 1, "in pixels: the axes of this ultrasound region are time × velocity", new Box(10, 120, 5, 5));
		check(1, 1, "in pixels: it lies outside the ultrasound regions", new Box(10, 102, 5, 5));
	}

	@Test
	public void withoutRegionsOneSizeHoldsEverywhere() {
		PixelSize detector = PixelSize.of(new double[]{0.1, 0.1, Double.NaN}, SpacingSource.DETECTOR);
		assertEquals(new PixelSizes.AtPlace(detector, "at the detector"),
				PixelSizes.of(detector, List.of()).at(new Box(0, 0, 9, 9)));
	}

	@Test
	public void theUserReadsSizeAndSourceInOneLine() {
		assertEquals("3 ultrasound regions, each with a pixel size of its own", SIZES.describe());
		assertEquals("Measures are in pixels: no ultrasound region has lengths",
				PixelSizes.of(WHOLE, List.of(DOPPLER)).describe());
		assertEquals("0.200 mm pixels, from the ultrasound region", PixelSizes.of(WHOLE, List.of(RIGHT)).describe());
		assertEquals("0.0815 × 0.163 mm pixels, corrected by an estimated magnification",
				PixelSizes.of(new PixelSize(0.0815, 0.163, SpacingSource.MAGNIFICATION), List.of()).describe());
		assertEquals("of slides", "0.250 µm pixels, stated by the file",
				PixelSizes.of(new PixelSize(0.00025, 0.00025, SpacingSource.STATED), List.of()).describe());
		assertEquals("Pixel size unknown: measures are in pixels", PixelSizes.of(PixelSize.UNKNOWN, List.of()).describe());
		PixelSize shape = PixelSize.of(new double[]{Double.NaN, Double.NaN, Double.NaN}, SpacingSource.ASPECT_RATIO);
		assertEquals("Measures are in pixels that are not square, of unknown size", PixelSizes.of(shape, List.of()).describe());
	}
}
