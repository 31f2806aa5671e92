package org.annotomy.imagej.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import org.annotomy.display.Lens;
import org.annotomy.display.ViewState;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.imagej.display.LensPainter.Interpolation;
import org.junit.Test;

public class LensPainterTest {

	private final BufferedImage displayed = picture(0, 0, 100, 80);
	private final ViewState view = new ViewState(2, new Box(0, 0, 100, 80));

	@Test
	public void pixelsGrowAroundTheCursor() {
		Lens lens = Lens.at(new Point(90, 70), view, 4, 64, 200, 160);
		BufferedImage canvas = paint(displayed, new Box(0, 0, 100, 80), lens, new LensPainter(Interpolation.NEAREST, false));
		for (int y = 42; y < 98; y++)
			for (int x = 62; x < 118; x++) {
				Point seen = lens.toImage(new Point(x + 0.5, y + 0.5));
				assertEquals("at " + x + ", " + y, colour((int) seen.x(), (int) seen.y()), canvas.getRGB(x, y));
			}
		assertEquals(Color.MAGENTA.getRGB(), canvas.getRGB(30, 30));
	}

	@Test
	public void aPartOfTheImageWillDo() {
		Lens lens = Lens.at(new Point(90, 70), view, 2, 40, 200, 160);
		LensPainter painter = new LensPainter(Interpolation.NEAREST, false);
		BufferedImage whole = paint(displayed, new Box(0, 0, 100, 80), lens, painter);
		BufferedImage part = paint(picture(30, 20, 40, 40), new Box(30, 20, 40, 40), lens, painter);
		for (int i = 72; i < 108; i++)
			assertEquals(whole.getRGB(i, 70), part.getRGB(i, 70));
	}

	@Test
	public void beyondTheImageIsBlackAndARoundLensLeavesItsCorners() {
		Lens lens = Lens.at(new Point(2, 2), view, 2, 80, 200, 160);
		BufferedImage canvas = paint(displayed, new Box(0, 0, 100, 80), Lens.at(new Point(100, 158), view, 2, 80, 200, 160),
				new LensPainter(Interpolation.BILINEAR, true));
		assertEquals(Color.MAGENTA.getRGB(), canvas.getRGB(61, 81));
		assertNotEquals(Color.MAGENTA.getRGB(), canvas.getRGB(100, 120));
		Lens outside = new Lens(lens.placement(), new Box(-20, -20, 20, 20));
		canvas = paint(displayed, new Box(0, 0, 100, 80), outside, new LensPainter(Interpolation.BICUBIC, false));
		assertEquals(Color.BLACK.getRGB(), canvas.getRGB(40, 40));
	}

	private static BufferedImage paint(BufferedImage displayed, Box area, Lens lens, LensPainter painter) {
		BufferedImage canvas = new BufferedImage(200, 160, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = canvas.createGraphics();
		g.setColor(Color.MAGENTA);
		g.fillRect(0, 0, 200, 160);
		painter.paint(g, displayed, area, lens);
		assertEquals(Color.MAGENTA, g.getColor());
		g.dispose();
		return canvas;
	}

	private static BufferedImage picture(int x0, int y0, int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				picture.setRGB(x, y, colour(x + x0, y + y0));
		return picture;
	}

	private static int colour(int x, int y) {
		return new Color(2 * x, 3 * y, (x + y) % 2 * 100).getRGB();
	}
}
