package org.annotomy.imagej.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Rectangle;

import org.annotomy.display.Margin;
import org.annotomy.display.ViewState;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.junit.Test;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.process.ByteProcessor;

/** Without a window; what a real window does is in {@code ZoomWindowTest}. */
public class ZoomTest {

	private final ImagePlus image = new ImagePlus("x", new ByteProcessor(2048, 1536));
	private final Zoom zoom = Zoom.of(image);

	@Test
	public void withoutAWindowTheViewIsKept() {
		assertEquals(new ViewState(0.5, new Box(0, 0, 2048, 1536)), zoom.current());
		zoom.factor(2);
		assertEquals(new ViewState(2, new Box(768, 576, 512, 384)), zoom.current());
		zoom.centre(new Point(0, 0));
		assertEquals(new ViewState(2, new Box(0, 0, 512, 384)), Zoom.of(image).current());
		zoom.fit();
		assertEquals(0.5, zoom.current().magnification(), 0);
	}

	@Test
	public void theSelectionFillsTheView() {
		image.setRoi(new Roi(100, 200, 128, 96));
		zoom.toBox(zoom.selection(), Margin.NONE);
		assertEquals(new ViewState(8, new Box(100, 200, 128, 96)), zoom.current());
		image.deleteRoi();
		assertEquals("There is no selection to zoom to. Draw one around what you want to see.",
				assertThrows(IllegalArgumentException.class, zoom::selection).getMessage());
	}

	@Test
	public void marginsInMillimetresNeedASpacing() {
		assertThrows(IllegalArgumentException.class, () -> zoom.marginMm(5));
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.25;
		assertEquals(new Margin(10, 20, 0), zoom.marginMm(5));
	}

	@Test
	public void aCanvasFollows() {
		ImageCanvas canvas = new ImageCanvas(image);
		canvas.setSize(512, 384);
		ImagePlus shown = new ImagePlus("x", image.getProcessor()) {
			@Override
			public ImageCanvas getCanvas() { return canvas; }
		};
		Zoom.of(shown).toBox(new Box(1000.25, 700, 64, 10), Margin.NONE);
		assertEquals(8, canvas.getMagnification(), 0);
		assertEquals(new Rectangle(1000, 681, 65, 48), canvas.getSrcRect());
		assertEquals(512, canvas.getWidth());
		Zoom.of(shown).fit();
		assertEquals(new Rectangle(0, 0, 2048, 1536), canvas.getSrcRect());
		assertEquals(0.25, canvas.getMagnification(), 1e-12);
		assertTrue(shown.getProperty("annotomy.view") instanceof ViewState);
	}
}
