package org.annotomy.imagej.display;

import static org.junit.Assert.assertEquals;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;

import org.annotomy.display.Margin;
import org.annotomy.display.PresetTable;
import org.annotomy.geometry.Box;
import org.annotomy.testing.SharedData;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.process.ByteProcessor;

/** With real windows of ImageJ. */
public class ZoomWindowTest {

	private ImagePlus image;

	@Before
	public void needDisplay() {
		SharedData.need(!GraphicsEnvironment.isHeadless(), "a display");
		image = new ImagePlus("zoom", new ByteProcessor(400, 300));
		image.show();
	}

	@After
	public void close() {
		if (image == null) return;
		image.changes = false;
		image.close();
	}

	@Test
	public void theWindowFollowsAndGrowsBack() throws Exception {
		Zoom zoom = Zoom.of(image);
		require(zoom::fit, 1, new Rectangle(0, 0, 400, 300), 400, 300);
		require(() -> zoom.toBox(new Box(100, 100, 40, 30), Margin.NONE), 10, new Rectangle(100, 100, 40, 30), 400, 300);
		require(() -> zoom.factor(0.5), 0.5, new Rectangle(0, 0, 400, 300), 200, 150);
		require(() -> zoom.factor(2), 2, new Rectangle(100, 75, 200, 150), 400, 300);
		assertEquals(new Box(100, 75, 200, 150), zoom.current().source());
	}

	@Test
	public void aShownCompositeTakesTheWindowOfEachChannel() throws Exception {
		CompositeImage channels = (CompositeImage) Images.channels();
		channels.show();
		try {
			EventQueue.invokeAndWait(
					() -> DisplayWindow.of(channels).apply(PresetTable.builtIn().defaultSet().find("Full range").orElseThrow()));
			channels.setC(3);
			assertEquals(2000, channels.getProcessor().getMin(), 0);
			assertEquals(2099, channels.getDisplayRangeMax(), 0);
			assertEquals(0, channels.getLuts()[0].min, 0);
			assertEquals(99, channels.getProcessor(1).getMax(), 0);
		} finally {
			channels.changes = false;
			channels.close();
		}
	}

	private void require(Runnable action, double magnification, Rectangle source, int width, int height) throws Exception {
		EventQueue.invokeAndWait(action);
		ImageCanvas canvas = image.getCanvas();
		assertEquals(magnification, canvas.getMagnification(), 1e-9);
		assertEquals(source, canvas.getSrcRect());
		assertEquals(width, canvas.getWidth());
		assertEquals(height, canvas.getHeight());
	}
}
