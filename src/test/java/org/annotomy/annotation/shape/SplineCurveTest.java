package org.annotomy.annotation.shape;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.annotomy.geometry.Vertices;
import org.junit.Test;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;

/** The oracle is ImageJ's own curve, evaluated densely. */
public class SplineCurveTest {

	@Test
	public void runsWhereImageJDrawsIt() {
		for (int seed = 0; seed < 60; seed++) {
			Random random = new Random(seed);
			int knots = 3 + random.nextInt(12);
			boolean closed = seed % 2 == 0;
			float[] x = new float[knots];
			float[] y = new float[knots];
			double[] xy = new double[2 * knots];
			for (int i = 0; i < knots; i++) {
				xy[2 * i] = x[i] = random.nextInt(4000) / 8f;
				xy[2 * i + 1] = y[i] = random.nextInt(4000) / 8f;
			}
			PolygonRoi roi = new PolygonRoi(x, y, knots, closed ? Roi.POLYGON : Roi.POLYLINE);
			roi.fitSpline(4_000);
			FloatPolygon curve = roi.getFloatPolygon();
			Vertices ours = SplineCurve.through(Vertices.of(xy), closed, 0.05);
			double distance = hausdorff(curve, ours, closed);
			assertTrue("seed " + seed + ": " + distance + " px from ImageJ's curve", distance < 0.12);
		}
	}

	@Test
	public void throughPointsOnALineItIsThatLine() {
		Vertices line = SplineCurve.through(Vertices.of(0, 0, 10, 5, 40, 20), false, 0.01);
		for (int i = 0; i < line.size(); i++)
			assertEquals(line.x(i) / 2, line.y(i), 1e-9);
		assertEquals(Math.hypot(40, 20), line.length(false), 1e-9);
	}

	@Test
	public void aKnotThatIsRepeatedDoesNoHarm() {
		Vertices curve = SplineCurve.through(Vertices.of(0, 0, 0, 0, 10, 0, 10, 10), true, 0.1);
		assertTrue(curve.size() >= 4);
		assertTrue(curve.bounds().width() < 30);
	}

	@Test
	public void refusesTooFewKnotsAndNoTolerance() {
		assertEquals("A spline needs at least two knots, not 1.", assertThrows(IllegalArgumentException.class,
				() -> SplineCurve.through(Vertices.of(0, 0), false, 0.1)).getMessage());
		assertEquals("The chord error must be above 0 px but is 0.0.", assertThrows(IllegalArgumentException.class,
				() -> SplineCurve.through(Vertices.of(0, 0, 1, 1), false, 0)).getMessage());
	}

	private static double hausdorff(FloatPolygon curve, Vertices ours, boolean closed) {
		int n = curve.npoints;
		Coordinate[] points = new Coordinate[n];
		for (int i = 0; i < n; i++)
			points[i] = new Coordinate(curve.xpoints[i], curve.ypoints[i]);
		Geometry imageJ = ShapeGeometry.FACTORY.createLineString(points);
		Geometry line = closed
				? ShapeGeometry.ring(ours)
				: ShapeGeometry.of(new PolylineShape(ours, false, false));
		return DiscreteHausdorffDistance.distance(imageJ, line);
	}
}
