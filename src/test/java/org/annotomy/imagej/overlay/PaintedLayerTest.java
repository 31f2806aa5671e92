package org.annotomy.imagej.overlay;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.imagej.RoiStyle;
import org.annotomy.segmentation.outline.OutlineAlgebra;
import org.junit.Test;

public class PaintedLayerTest {

	private static final int SIZE = 200;

	/** Painting the touched places of a kept picture gives the picture that painting everything would. */
	@Test
	public void paintingOnlyWhatChangedEqualsPaintingAnew() {
		long seed = 20261123;
		Random random = new Random(seed);
		CanvasView view = new CanvasView(1.5, new Box(20, 10, 150, 160));
		List<DisplayedObject> objects = new ArrayList<>();
		for (int i = 0; i < 120; i++)
			objects.add(random(random));
		PaintedLayer kept = new PaintedLayer();
		assertArrayEquals(picture(new PaintedLayer(), view, objects), picture(kept, view, objects));
		for (int step = 0; step < 150; step++) {
			for (int k = random.nextInt(3); k >= 0; k--) {
				int place = random.nextInt(objects.size());
				DisplayedObject changed = random(random);
				kept.touch(objects.get(place).object());
				kept.touch(changed.object());
				objects.set(place, changed);
			}
			assertArrayEquals("seed " + seed + ", step " + step, picture(new PaintedLayer(), view, objects),
					picture(kept, view, objects));
		}
	}

	@Test
	public void anotherViewOrContentIsPaintedAnew() {
		List<DisplayedObject> objects = List.of(displayed(RectangleShape.of(50, 50, 40, 40), Appearance.DEFAULT, 0xff0000));
		PaintedLayer kept = new PaintedLayer();
		CanvasView one = new CanvasView(1, new Box(0, 0, SIZE, SIZE));
		CanvasView two = new CanvasView(2, new Box(0, 0, SIZE / 2.0, SIZE / 2.0));
		picture(kept, one, objects);
		assertArrayEquals(picture(new PaintedLayer(), two, objects), picture(kept, two, objects));
		BufferedImage canvas = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
		kept.paint(canvas.createGraphics(), two, List.of(), "another plane", null);
		assertEquals(0, canvas.getRGB(100, 120) & 0xffffff);
	}

	@Test
	public void coloursOrderHolesAndDots() {
		Appearance full = Appearance.DEFAULT.withOpacity(1);
		Shape frame = OutlineAlgebra.subtract(RectangleShape.of(10, 10, 60, 60), RectangleShape.of(30, 30, 20, 20)).orElseThrow();
		List<DisplayedObject> objects = List.of(displayed(frame, full, 0xff0000),
				displayed(RectangleShape.of(60, 60, 50, 50), full, 0x0000ff),
				displayed(RectangleShape.of(150, 150, 1, 1), Appearance.DEFAULT, 0x00ff00));
		BufferedImage canvas = image(picture(new PaintedLayer(), new CanvasView(1, new Box(0, 0, SIZE, SIZE)), objects));
		assertEquals(0xff0000, canvas.getRGB(20, 20) & 0xffffff);
		assertEquals("hole", 0, canvas.getRGB(40, 40) & 0xffffff);
		assertEquals("in front", 0x0000ff, canvas.getRGB(65, 65) & 0xffffff);
		assertEquals("dot", 0x00ff00, canvas.getRGB(150, 150) & 0xffffff);
		assertEquals(0, canvas.getRGB(180, 20) & 0xffffff);
	}

	@Test
	public void opaqueObjectsHideOutlinesBehindThem() {
		Appearance opaque = Appearance.DEFAULT.withOpacity(0).withSeeThrough(false);
		List<DisplayedObject> objects = List.of(
				displayed(new LineShape(new Point(0, 100.5), new Point(200, 100.5)), Appearance.DEFAULT, 0xff0000),
				displayed(RectangleShape.of(50, 50, 100, 100), opaque, 0x0000ff));
		BufferedImage canvas = image(picture(new PaintedLayer(), new CanvasView(1, new Box(0, 0, SIZE, SIZE)), objects));
		assertEquals(0xff0000, canvas.getRGB(20, 100) & 0xffffff);
		assertEquals(0, canvas.getRGB(100, 100) & 0xffffff);
	}

	@Test
	public void finerScreensGetAFinerPicture() {
		List<DisplayedObject> objects = List.of(displayed(RectangleShape.of(10, 10, 20, 20), Appearance.DEFAULT, 0xff0000));
		BufferedImage canvas = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = canvas.createGraphics();
		g.scale(2, 2);
		new PaintedLayer().paint(g, new CanvasView(1, new Box(0, 0, 100, 100)), objects, "", null);
		g.dispose();
		assertEquals("a line of one pixel of the screen", 0xff0000, canvas.getRGB(20, 40) & 0xffffff);
		assertTrue((canvas.getRGB(21, 40) >> 16 & 0xff) < 100);
	}

	private static DisplayedObject random(Random random) {
		double x = random.nextInt(180);
		double y = random.nextInt(180);
		Shape shape = switch (random.nextInt(6)) {
			case 0 -> PointsShape.of(new Point(x, y), new Point(x + 9, y + 3));
			case 1 -> new LineShape(new Point(x, y), new Point(random.nextInt(180), random.nextInt(180)));
			case 2 -> EllipseShape.inside(new Box(x, y, 1 + random.nextInt(40), 1 + random.nextInt(40)));
			case 3 -> PolygonShape.of(x, y, x + random.nextInt(40), y + 1, x + 7, y + random.nextInt(60) + 2);
			case 4 ->
				OutlineAlgebra.subtract(RectangleShape.of(x, y, 30, 30), RectangleShape.of(x + 5, y + 5, 9, 9)).orElseThrow();
			default -> new TextShape(new Box(x, y, 40, 20), "text", "SansSerif", 12, 0, 0, 0);
		};
		Appearance look = new Appearance(0, random.nextInt(3) / 2.0, true, random.nextInt(8) > 0, null, null,
				random.nextInt(3) == 0 ? 4 : 0, 0);
		return displayed(shape, look, random.nextInt(0x1000000));
	}

	private static DisplayedObject displayed(Shape shape, Appearance look, int rgb) {
		AnnotationObject object = AnnotationObject.builder(shape, Plane.FIRST).appearance(look).build();
		Color fill = shape.isArea() && look.opacity() > 0
				? new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff, (int) (255 * look.opacity()))
				: null;
		return new DisplayedObject(object, new RoiStyle(new Color(rgb), fill, look.strokeWidth(), 0));
	}

	private static int[] picture(PaintedLayer layer, CanvasView view, List<DisplayedObject> objects) {
		BufferedImage canvas = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = canvas.createGraphics();
		layer.paint(g, view, objects, "", null);
		g.dispose();
		return canvas.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE);
	}

	private static BufferedImage image(int[] pixels) {
		BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, SIZE, SIZE, pixels, 0, SIZE);
		return image;
	}
}
