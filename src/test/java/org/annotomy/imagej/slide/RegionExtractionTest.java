package org.annotomy.imagej.slide;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;

import org.annotomy.annotation.shape.ShapeScaling;
import org.annotomy.geometry.Box;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.slide.GreySlide;
import org.annotomy.slide.PatternSlide;
import org.annotomy.slide.PixelKind;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Test;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;

public class RegionExtractionTest {

	private final SlideImage slide = open(new PatternSlide(40_000, 30_000));

	private static SlideImage open(org.annotomy.slide.Slide slide) {
		try {
			return SlideImage.open(slide);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	@After
	public void close() {
		slide.close();
	}

	@Test
	public void theRegionHasTheStoredPixelsAndThePlacesOfTheSlide() throws IOException {
		RegionExtraction extraction = new RegionExtraction(slide);
		ImagePlus image = extraction.extract(new Box(10_000, 8_001, 402, 300), extraction.levelFor(4.9), false, Progress.NONE);
		assertEquals(101, image.getWidth());
		assertEquals(76, image.getHeight());
		assertEquals(PatternSlide.colour(10_000 + 4 * 60, 8_000 + 4 * 50), image.getProcessor().getPixel(60, 50) & 0xFFFFFF);
		assertEquals(1, image.getCalibration().pixelWidth, 1e-12);
		assertEquals("micrometres of the slide", slide.getCalibration().getX(10_000), image.getCalibration().getX(0), 1e-9);
		assertEquals(slide.getCalibration().getY(8_000), image.getCalibration().getY(0), 1e-9);
	}

	@Test
	public void aDownsampleThatNoLevelHasIsTold() {
		RegionExtraction extraction = new RegionExtraction(slide);
		assertTrue(extraction.differenceFrom(4, extraction.levelFor(4)).isEmpty());
		String told = extraction.differenceFrom(4.9, extraction.levelFor(4.9)).orElseThrow();
		assertTrue(told, told.contains("4.9") && told.contains("the region has 4 pixels"));
	}

	@Test
	public void selectionsComeBackToTheSameFullResolutionPixels() throws IOException {
		RegionExtraction extraction = new RegionExtraction(slide);
		for (int level : new int[]{0, 3})
			for (Roi drawn : List.of(new Roi(16_000, 8_000, 160, 80), new OvalRoi(16_008, 8_016, 160, 80),
					new EllipseRoi(16_016, 8_016, 16_160, 8_080, 0.5), new Line(16_008, 8_008, 16_080, 8_160),
					new PointRoi(16_020, 8_040),
					new PolygonRoi(new float[]{16_008, 16_160.5f, 16_080}, new float[]{8_008, 8_016, 8_160.25f}, Roi.POLYGON),
					new ShapeRoi(new OvalRoi(16_008, 8_008, 40, 40)).or(new ShapeRoi(new Roi(16_080, 8_080, 40, 40))))) {
						ImagePlus image = extraction.extract(new Box(16_000, 8_000, 256, 256), level, false, Progress.NONE);
						SlideLink link = SlideLink.readFrom(image).orElseThrow();
						Roi onImage = link.toImage(drawn);
						Roi back = link.toSlide(onImage);
						assertEquals(drawn.getType(), back.getType());
						assertEquals(RoiShapes.shapeOf(drawn).bounds(), RoiShapes.shapeOf(back).bounds());
					}
	}

	@Test
	public void theSelectionGoesAlongUnlessItIsTheRegion() throws IOException {
		RegionExtraction extraction = new RegionExtraction(slide);
		slide.setRoi(new OvalRoi(1000, 1000, 400, 400));
		ImagePlus oval = extraction.extract(new Box(1000, 1000, 400, 400), 2, false, Progress.NONE);
		assertEquals(new java.awt.Rectangle(0, 0, 100, 100), oval.getRoi().getBounds());
		slide.setRoi(1000, 1000, 400, 400);
		assertNull(extraction.extract(new Box(1000, 1000, 400, 400), 2, false, Progress.NONE).getRoi());
	}

	@Test
	public void allChannelsComeAsTheyAreStored() throws IOException {
		SlideImage grey = open(new GreySlide(PixelKind.GREY_16, 800, 600, 3));
		grey.setPosition(1, 1, 1);
		ImagePlus image = new RegionExtraction(grey).extract(new Box(100, 50, 80, 60), 0, false, Progress.NONE);
		assertTrue(image instanceof CompositeImage);
		assertEquals(3, image.getNChannels());
		short[] expected = new short[80 * 60];
		for (int i = 0; i < expected.length; i++)
			expected[i] = (short) GreySlide.sample(100 + i % 80, 50 + i / 80, 2);
		assertArrayEquals(expected, (short[]) image.getStack().getPixels(3));
		ImagePlus shown = new RegionExtraction(grey).extract(new Box(100, 50, 80, 60), 0, true, Progress.NONE);
		assertEquals(24, shown.getBitDepth());
		grey.close();
	}

	@Test
	public void regionsLieOnTheirSlideAloneAndOnEachOther() throws IOException {
		RegionExtraction extraction = new RegionExtraction(slide);
		ImagePlus labels = extraction.extract(new Box(8_000, 4_000, 512, 256), 2, false, Progress.NONE);
		ImagePlus wider = extraction.extract(new Box(7_200, 3_200, 4_096, 4_096), 3, false, Progress.NONE);
		assertEquals(new ShapeScaling(4, 8_000, 4_000), RegionExtraction.placeOf(labels, slide).orElseThrow());
		assertEquals(new ShapeScaling(0.5, 100, 100), RegionExtraction.placeOf(labels, wider).orElseThrow());
		assertEquals(new ShapeScaling(1, 0, 0), RegionExtraction.placeOf(labels, labels).orElseThrow());
		ImagePlus plain = new ImagePlus("plain", new ByteProcessor(10, 10));
		assertTrue(RegionExtraction.placeOf(plain, slide).isEmpty());
		assertTrue(RegionExtraction.placeOf(labels, plain).isEmpty());
		SlideImage another = open(new PatternSlide(40_000, 20_000));
		String refused = assertThrows(IllegalArgumentException.class, () -> RegionExtraction.placeOf(labels, another))
				.getMessage();
		assertTrue(refused, refused.contains("another slide"));
		another.close();
	}

	@Test
	public void whatCannotBeIsRefusedInWords() throws IOException {
		RegionExtraction extraction = new RegionExtraction(slide);
		String outside = assertThrows(IllegalArgumentException.class,
				() -> extraction.extract(new Box(-500, 0, 100, 100), 0, false, Progress.NONE)).getMessage();
		assertEquals("Nothing of the slide lies in this region.", outside);
		String large = assertThrows(IllegalArgumentException.class,
				() -> extraction.extract(new Box(0, 0, 40_000, 30_000), 0, false, Progress.NONE)).getMessage();
		assertTrue(large, large.contains("40000 × 30000") && large.contains("larger downsample"));
		ImagePlus image = extraction.extract(new Box(0, 0, 100, 100), 0, false, Progress.NONE);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> RegionExtraction.giveBack(image)).getMessage()
				.startsWith("There is no selection"));
		image.setRoi(1, 1, 5, 5);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> RegionExtraction.giveBack(image)).getMessage()
				.contains("is not open"));
	}
}
