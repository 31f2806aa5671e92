package org.annotomy.imagej.slide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.junit.Test;

/** Magnifications, scale bars and the turned view. */
public class SlideWordsTest {

	private static SlideFacts facts(double um, double objective) {
		return new SlideFacts("x", PixelKind.RGB, List.of(SlideChannel.named("RGB")), 1, 1, um, um, Double.NaN, objective,
				Map.of(),
				ImageIdentity.of("wsi", new ImageSize(10, 10, 1, 3, 1)), null, List.of());
	}

	@Test
	public void magnificationsAreThoseOfTheObjective() {
		assertEquals(0.5, Magnification.onScreen(facts(0.25, 40), 20), 1e-12);
		assertEquals("by the pixel size", 0.5, Magnification.onScreen(facts(0.5, Double.NaN), 10), 1e-12);
		assertEquals("10×", Magnification.words(facts(0.25, 40), 0.25));
		assertEquals("0.62×", Magnification.words(facts(0.25, 40), 0.0155));
		assertEquals("25 %", Magnification.words(facts(Double.NaN, Double.NaN), 0.25));
		assertThrows(IllegalArgumentException.class, () -> Magnification.onScreen(facts(Double.NaN, Double.NaN), 10));
	}

	@Test
	public void theScaleBarIsTheLongestRoundOneThatFits() {
		assertEquals(new ScaleBar(50), ScaleBar.of(0.25, 300));
		assertEquals(new ScaleBar(20), ScaleBar.of(0.25, 199));
		assertEquals("2 mm", ScaleBar.of(10, 300).micrometres());
		assertEquals("50 µm", ScaleBar.of(0.25, 300).micrometres());
		assertEquals("0.5 µm", ScaleBar.of(0.25 / 32, 100).micrometres());
		assertEquals("200 px", ScaleBar.of(1, 300).pixels());
	}

	@Test
	public void theStageHoldsTheTurnedWindow() {
		Random random = new Random(8);
		for (int run = 0; run < 200; run++) {
			Camera camera = new Camera(0, 0, 1, 0, 800, 500).turned(run < 4 ? run * 90 : random.nextDouble() * 720 - 360);
			for (double[] corner : new double[][]{{0, 0}, {800, 0}, {0, 500}, {800, 500}, {400, 250}}) {
				Point2D stage = camera.toStage(corner[0], corner[1]);
				assertTrue(camera + " " + stage, stage.getX() > -1e-6 && stage.getX() < camera.stageWidth() + 1e-6
						&& stage.getY() > -1e-6 && stage.getY() < camera.stageHeight() + 1e-6);
				Point2D back = camera.stageToWindow().transform(stage, null);
				assertEquals(corner[0], back.getX(), 1e-6);
				assertEquals(corner[1], back.getY(), 1e-6);
			}
		}
		assertEquals(500, new Camera(0, 0, 1, 90, 800, 500).stageWidth());
	}

	@Test
	public void zoomingAtAPlaceKeepsItWhereItIs() {
		Camera camera = new Camera(5000, 4000, 0.5, 0, 800, 600);
		Camera zoomed = camera.magnifiedAt(5400, 4100, 2);
		assertEquals((5400 - camera.centreX()) * 0.5, (5400 - zoomed.centreX()) * 2, 1e-9);
		assertEquals((4100 - camera.centreY()) * 0.5, (4100 - zoomed.centreY()) * 2, 1e-9);
	}
}
