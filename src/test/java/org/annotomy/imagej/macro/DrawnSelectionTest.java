package org.annotomy.imagej.macro;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.annotomy.imagej.RoiShapes;
import org.annotomy.interchange.sidecar.ShapeText;
import org.junit.Test;

import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;

/** When what ImageJ has recorded of a selection is enough, and what is recorded otherwise. */
public class DrawnSelectionTest {

	private static boolean isLast(Roi roi, String text) {
		return DrawnSelection.of(roi).orElseThrow().isLastIn(text);
	}

	@Test
	public void linesOfImageJThatDrawTheSameAreEnough() {
		assertTrue(isLast(new Roi(10, 20, 30, 40), "makeRectangle(10, 20, 30, 40);\n//setTool(\"oval\");\n"));
		assertTrue(isLast(new OvalRoi(10, 20, 30, 40), "makeOval(10, 20, 30, 40);\nsetSlice(7);\n"));
		assertTrue(isLast(new Line(1, 2, 30, 40), "makeLine(1, 2, 30, 40);\n"));
		assertTrue(isLast(new PointRoi(5, 6), "makePoint(5, 6, \"small yellow hybrid\");\n"));
		assertTrue(isLast(new PolygonRoi(new int[]{1, 9, 4}, new int[]{1, 2, 8}, 3, Roi.POLYGON), "makePolygon(1,1,9,2,4,8);\n"));
		assertTrue(isLast(new PolygonRoi(new int[]{1, 9, 4}, new int[]{1, 2, 8}, 3, Roi.POLYLINE), "makeLine(1,1,9,2,4,8);\n"));
	}

	@Test
	public void linesThatDrawSomethingElseAreNot() {
		assertFalse("another one", isLast(new Roi(10, 20, 30, 40), "makeRectangle(10, 20, 30, 41);\n"));
		assertFalse("one after it", isLast(new Roi(10, 20, 30, 40), "makeRectangle(10, 20, 30, 40);\nmakeOval(1, 1, 2, 2);\n"));
		assertFalse("used already",
				isLast(new Roi(10, 20, 30, 40),
						"makeRectangle(10, 20, 30, 40);\nrun(\"Mark Selection...\", \"class_key=a\");\n"));
		assertFalse("none", isLast(new Roi(10, 20, 30, 40), "setSlice(7);\n"));
		assertFalse("whole pixels", isLast(new Roi(10.5, 20, 30, 40), "makeRectangle(10, 20, 30, 40);\n"));
		assertFalse("rounded", isLast(new EllipseRoi(10.2, 20, 30, 40, 0.5), "makeEllipse(10, 20, 30, 40, 0.5);\n"));
		assertFalse("round corners", isLast(rounded(), "makeRectangle(10, 20, 30, 40);\n"));
	}

	private static Roi rounded() {
		Roi roi = new Roi(10, 20, 30, 40);
		roi.setCornerDiameter(6);
		return roi;
	}

	@Test
	public void aDrawnSelectionIsNotWrittenTwice() {
		Roi ring = new ShapeRoi(new Roi(0, 0, 20, 20)).not(new ShapeRoi(new OvalRoi(5, 5, 6, 6)));
		assertTrue(isLast(ring, DrawnSelection.of(ring).orElseThrow().call().line(false)));
	}

	@Test
	public void anySelectionIsDrawnExactlyFromItsText() {
		Roi[] all = {new Roi(1.25, 2.5, 7, 9.75), rounded(), new OvalRoi(3.1, 4, 5, 6.6), new Line(1.5, 2.25, 8, 9),
				new EllipseRoi(1, 2.2, 30.3, 14, 0.4), new PointRoi(new float[]{1.5f, 7}, new float[]{2, 3.25f}),
				new PolygonRoi(new float[]{1.1f, 9, 4}, new float[]{1, 2, 8.7f}, Roi.FREEROI),
				new ShapeRoi(new Roi(0, 0, 20, 20)).not(new ShapeRoi(new OvalRoi(5, 5, 6, 6))),
				new TextRoi(3, 4, "it's [one \u00b5m] \"q\" \\ \nmore ]")};
		for (Roi roi : all) {
			String text = ShapeText.of(RoiShapes.shapeOf(roi));
			assertTrue(text, OptionQuotes.quote(text).isPresent() && text.chars().allMatch(c -> c > ' ' && c <= '~'));
			assertEquals(RoiShapes.shapeOf(roi), RoiShapes.shapeOf(RoiShapes.roiOf(ShapeText.parse(text))));
		}
	}
}
