package org.annotomy.linking.projection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.linking.place.Expected;
import org.junit.Test;
import org.locationtech.jts.geom.Coordinate;

public class EpipolarBandTest {

	private static final PlaneSpacing SPACING = new PlaneSpacing(0.3, 0.3);
	private static final VolumeSize SIZE = new VolumeSize(1024, 1024, 1);

	private static ProjectionGeometry at(double primary, double secondary) {
		return ProjectionGeometry.of(primary, secondary, 1100, 750, SPACING, 1024, 1024);
	}

	private static Point seen(ProjectionGeometry geometry, Position place) {
		return geometry.project(place).orElseThrow();
	}

	@Test
	public void theIsocentreIsSeenInTheMiddle() {
		for (double[] angles : new double[][]{{0, 0}, {30, 20}, {-90, 0}, {90, -40}}) {
			assertEquals(512, seen(at(angles[0], angles[1]), Position.ORIGIN).x(), 1e-9);
			assertEquals(512, seen(at(angles[0], angles[1]), Position.ORIGIN).y(), 1e-9);
		}
	}

	/** PS3.3 C.8.7.5.1.2: at 0 the detector is in front, at +90 at the patient's left, cranial angles bring it to the head. */
	@Test
	public void axesAreThoseOfThePatient() {
		double magnified = 10 * 1100 / 750.0 / 0.3;
		assertEquals("left is right in a frontal picture", 512 + magnified, seen(at(0, 0), new Position(10, 0, 0)).x(), 1e-9);
		assertEquals("the head is up", 512 - magnified, seen(at(0, 0), new Position(0, 0, 10)).y(), 1e-9);
		assertEquals("the back is right in a left picture", 512 + magnified, seen(at(90, 0), new Position(0, 10, 0)).x(), 1e-9);
		assertTrue("what is nearer to the source is larger",
				seen(at(0, 0), new Position(10, 100, 0)).x() > seen(at(0, 0), new Position(10, -100, 0)).x());
		assertTrue("from the head the front moves down", seen(at(0, 30), new Position(0, -50, 0)).y() > 512);
	}

	@Test
	public void theBandContainsEveryTrueCounterpart() {
		Random random = new Random(7);
		ProjectionGeometry first = at(30, 10);
		ProjectionGeometry second = at(-45, -5);
		EpipolarBand band = new EpipolarBand(first, second, SPACING, SIZE, 1);
		int seen = 0;
		for (int i = 0; i < 300; i++) {
			Position place = new Position(160 * random.nextDouble() - 80, 160 * random.nextDouble() - 80,
					160 * random.nextDouble() - 80);
			Point here = seen(first, place);
			Point there = seen(second, place);
			if (!(there.x() > 5 && there.y() > 5 && there.x() < 1019 && there.y() < 1019)) continue;
			seen++;
			Expected expected = band.expected(new Position(here.x() - 0.5, here.y() - 0.5, 0));
			assertTrue("place " + place, ShapeGeometry.of(((Expected.Band) expected).area())
					.contains(ShapeGeometry.FACTORY.createPoint(new Coordinate(there.x(), there.y()))));
		}
		assertTrue(seen + " places", seen > 200);
	}

	@Test
	public void theBandIsThin() {
		EpipolarBand band = new EpipolarBand(at(0, 0), at(90, 0), SPACING, SIZE, 1);
		Expected.Band area = (Expected.Band) band.expected(new Position(511.5, 300, 0));
		assertEquals("2 mm across the whole image", 1024 * 2 / 0.3, ShapeGeometry.of(area.area()).getArea(), 60);
	}

	@Test
	public void geometryThatCannotBeIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> ProjectionGeometry.of(0, 0, 700, 750, SPACING, 10, 10));
		assertThrows(IllegalArgumentException.class, () -> ProjectionGeometry.of(0, 0, Double.NaN, 750, SPACING, 10, 10));
		assertThrows(IllegalArgumentException.class,
				() -> ProjectionGeometry.of(0, 0, 1100, 750, PlaneSpacing.UNKNOWN, 10, 10));
		assertThrows(IllegalArgumentException.class, () -> new EpipolarBand(at(0, 0), at(90, 0), SPACING, SIZE, 0));
	}
}
