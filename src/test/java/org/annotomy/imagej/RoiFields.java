package org.annotomy.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.FloatPolygon;

/** Compares two ImageJ selections field by field (not by the bytes of ImageJ's encoder, which is not an identity on its own output). */
final class RoiFields {

	private RoiFields() {}

	static void assertSame(Roi expected, Roi actual, double tolerance) {
		assertEquals(words(expected), words(actual));
		assertArrayEquals("numbers", numbers(expected), numbers(actual), tolerance);
		assertArrayEquals("mask", mask(expected), mask(actual));
	}

	private static Map<String, Object> words(Roi roi) {
		Map<String, Object> words = new LinkedHashMap<>();
		words.put("class", roi.getClass().getSimpleName());
		words.put("type", roi.getType());
		words.put("name", roi.getName());
		words.put("bounds", roi.getBounds());
		words.put("corner", roi.getCornerDiameter());
		words.put("group", roi.getGroup());
		words.put("stroke", roi.getStrokeColor());
		words.put("fill", roi.getFillColor());
		words.put("strokeWidth", roi.getStrokeWidth());
		words.put("position", List.of(roi.getPosition(), roi.getCPosition(), roi.getZPosition(), roi.getTPosition()));
		if (roi instanceof PolygonRoi polygon) words.put("spline", polygon.isSplineFit());
		if (roi instanceof Arrow a)
			words.put("arrow", List.of(a.getStyle(), a.getHeadSize(), a.getDoubleHeaded(), a.getOutline()));
		if (roi instanceof TextRoi t)
			words.put("text", List.of(t.getText(), t.getCurrentFont(), t.getJustification(), t.getAngle()));
		if (roi instanceof PointRoi p) {
			List<Integer> counters = new ArrayList<>();
			for (int i = 0; i < p.size(); i++)
				counters.add(p.getCounter(i));
			words.put("points", List.of(p.getPointType(), p.getSize(), counters));
		}
		return words;
	}

	private static double[] numbers(Roi roi) {
		List<Double> numbers = new ArrayList<>();
		var bounds = roi.getFloatBounds();
		numbers.addAll(List.of(bounds.x, bounds.y, bounds.width, bounds.height));
		if (roi instanceof EllipseRoi ellipse)
			for (double p : ellipse.getParams())
				numbers.add(p);
		if (roi instanceof RotatedRectRoi rectangle)
			for (double p : rectangle.getParams())
				numbers.add(p);
		if (roi instanceof Line line) numbers.addAll(List.of(line.x1d, line.y1d, line.x2d, line.y2d));
		if (roi instanceof PolygonRoi polygon) {
			add(numbers, polygon.getNonSplineFloatPolygon());
			add(numbers, polygon.getFloatPolygon());
		}
		if (roi instanceof ShapeRoi composite) rings(composite).forEach(numbers::addAll);
		return numbers.stream().mapToDouble(Double::doubleValue).toArray();
	}

	/** The closed paths, each without its repeated last point, in an order that does not depend on the path's. */
	private static List<List<Double>> rings(ShapeRoi roi) {
		List<List<Double>> rings = new ArrayList<>();
		double[] xy = new double[6];
		for (PathIterator path = roi.getShape().getPathIterator(null, 0.01); !path.isDone(); path.next()) {
			int segment = path.currentSegment(xy);
			if (segment == PathIterator.SEG_MOVETO) rings.add(new ArrayList<>());
			List<Double> ring = rings.get(rings.size() - 1);
			if (segment != PathIterator.SEG_CLOSE) ring.addAll(List.of(xy[0], xy[1]));
		}
		rings.removeIf(ring -> ring.size() < 4);
		for (List<Double> ring : rings)
			if (ring.subList(0, 2).equals(ring.subList(ring.size() - 2, ring.size())))
				ring.subList(ring.size() - 2, ring.size()).clear();
		rings.sort(java.util.Comparator.comparing(List::toString));
		return rings;
	}

	private static void add(List<Double> numbers, FloatPolygon polygon) {
		for (int i = 0; i < polygon.npoints; i++) {
			numbers.add((double) polygon.xpoints[i]);
			numbers.add((double) polygon.ypoints[i]);
		}
	}

	private static byte[] mask(Roi roi) {
		if (!roi.isArea() || roi.getBounds().getWidth() * roi.getBounds().getHeight() > 4e6) return new byte[0];
		return roi.getMask() == null ? new byte[0] : (byte[]) roi.getMask().getPixels();
	}
}
