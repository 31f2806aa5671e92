package org.annotomy.linking.projection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.linking.place.Expected;
import org.annotomy.sample.BreastPhantom;
import org.annotomy.sample.breast.BreastLesion;
import org.annotomy.sample.breast.MammogramView;
import org.junit.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** On the breast phantom, where each finding's place in both views is known. */
public class NippleArcTest {

	private static final VolumeSize SIZE = new VolumeSize(880, 1600, 1);

	private final BreastPhantom phantom = BreastPhantom.standard();

	private NippleArc.View view(MammogramView view) {
		double mm = phantom.pixelMm(view);
		return new NippleArc.View(phantom.nippleIn(view), new PlaneSpacing(mm, mm), SIZE);
	}

	private static Position voxel(Point pixel) {
		return new Position(pixel.x() - 0.5, pixel.y() - 0.5, 0);
	}

	private static boolean contains(Expected expected, Point pixel) {
		Geometry area = ShapeGeometry.of(((Expected.Band) expected).area());
		return area.contains(ShapeGeometry.FACTORY.createPoint(new Coordinate(pixel.x(), pixel.y())));
	}

	@Test
	public void theArcContainsTheTrueCounterpartOfEveryFinding() {
		MammogramView[][] pairs = {{MammogramView.L_CC, MammogramView.L_MLO}, {MammogramView.R_CC, MammogramView.R_MLO},
				{MammogramView.L_MLO, MammogramView.L_CC}, {MammogramView.R_MLO, MammogramView.R_CC}};
		for (MammogramView[] pair : pairs) {
			NippleArc arc = new NippleArc(view(pair[0]), view(pair[1]), NippleArc.USUAL_TOLERANCE_MM);
			for (BreastLesion lesion : phantom.lesions(pair[0])) {
				Expected expected = arc.expected(voxel(phantom.positionIn(pair[0], lesion)));
				assertTrue(pair[0] + " " + lesion.name(), contains(expected, phantom.positionIn(pair[1], lesion)));
			}
		}
	}

	@Test
	public void theArcIsMuchSmallerThanTheImage() {
		NippleArc arc = new NippleArc(view(MammogramView.L_CC), view(MammogramView.L_MLO), 10);
		Expected.Band band = (Expected.Band) arc
				.expected(voxel(phantom.positionIn(MammogramView.L_CC, phantom.lesions(MammogramView.L_CC).get(0))));
		assertTrue(ShapeGeometry.of(band.area()).getArea() < 0.25 * 880 * 1600);
	}

	@Test
	public void distancesAreMeasuredInMillimetresOfEachView() {
		VolumeSize size = new VolumeSize(400, 400, 1);
		NippleArc arc = new NippleArc(new NippleArc.View(new Point(0, 200), new PlaneSpacing(0.5, 0.5), size),
				new NippleArc.View(new Point(0, 200), new PlaneSpacing(0.2, 0.4), size), 2);
		Expected expected = arc.expected(voxel(new Point(80, 200)));
		assertEquals("40 mm from the nipple, ±2 mm", ((Expected.Band) expected).words());
		assertTrue(contains(expected, new Point(200, 200)));
		assertTrue(contains(expected, new Point(0.1, 300)));
		assertFalse(contains(expected, new Point(0.1, 311)));
		assertFalse(contains(expected, new Point(187, 200)));
	}

	@Test
	public void nearTheNippleTheArcIsADisc() {
		VolumeSize size = new VolumeSize(400, 400, 1);
		NippleArc.View same = new NippleArc.View(new Point(200, 200), new PlaneSpacing(1, 1), size);
		assertTrue(contains(new NippleArc(same, same, 10).expected(voxel(new Point(203, 200))), new Point(200, 200)));
	}

	@Test
	public void whatLiesOutsideIsToldAndNonsenseRefused() {
		VolumeSize size = new VolumeSize(40, 40, 1);
		NippleArc.View small = new NippleArc.View(new Point(20, 20), new PlaneSpacing(1, 1), size);
		assertTrue(new NippleArc(small, small, 5).expected(new Position(500, 20, 0)) instanceof Expected.Unknown);
		assertThrows(IllegalArgumentException.class, () -> new NippleArc(small, small, 0));
		assertThrows(IllegalArgumentException.class, () -> new NippleArc.View(new Point(0, 0), PlaneSpacing.UNKNOWN, size));
	}
}
