package org.annotomy.linking.section;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Position;
import org.junit.Test;

/** Cuts through prisms against asking each pixel where it lies. */
public class PrismSectionTest {

	private static final double[] SQUARE = {10, 10, 30, 10, 30, 25, 10, 25};
	private static final double[] HOLE = {15, 14, 20, 14, 20, 20, 15, 20};

	private static boolean inside(double x, double y) {
		boolean square = x >= 10 && x <= 30 && y >= 10 && y <= 25;
		return square && !(x >= 15 && x <= 20 && y >= 14 && y <= 20);
	}

	/** Random planes: a pixel is seen exactly if it lies in the prism; borders may be off by rounding. */
	@Test
	public void anyPlaneSeesWhatLiesInThePrism() {
		Random random = new Random(17);
		int seen = 0;
		for (int round = 0; round < 300; round++) {
			Position right = direction(random).times(0.5 + random.nextDouble());
			Position down = right.cross(direction(random)).unit().times(0.5 + random.nextDouble());
			PlaneMap map = through(new Position(20, 17, 5), right, down, random);
			Path2D section = PrismSection.of(List.of(SQUARE, HOLE), true, 3.5, 7.5, map);
			for (int i = 0; i < 300; i++) {
				double u = 40 * random.nextDouble();
				double v = 40 * random.nextDouble();
				Position at = map.at(u, v);
				double x = at.x() + 0.5;
				double y = at.y() + 0.5;
				if (nearBorder(x, y, at.z())) continue;
				boolean expected = inside(x, y) && at.z() >= 3.5 && at.z() <= 7.5;
				assertEquals("round " + round, expected, section.contains(u, v));
				if (expected) seen++;
			}
		}
		assertTrue("only " + seen, seen > 1000);
	}

	private static boolean nearBorder(double x, double y, double z) {
		double[] borders = {x - 10, x - 30, x - 15, x - 20, y - 10, y - 25, y - 14, y - 20, z - 3.5, z - 7.5};
		for (double distance : borders)
			if (Math.abs(distance) < 1e-3) return true;
		return false;
	}

	private static Position direction(Random random) {
		return new Position(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
	}

	private static PlaneMap through(Position place, Position right, Position down, Random random) {
		double u = 10 + 20 * random.nextDouble();
		double v = 10 + 20 * random.nextDouble();
		return new PlaneMap(place.minus(right.times(u)).minus(down.times(v)), right, down);
	}

	/** Planes that stand on the slices show the thickness as it is. */
	@Test
	public void standingPlanesShowTheThickness() {
		PlaneMap sagittal = new PlaneMap(new Position(11.5, -0.5, 0), new Position(0, 1, 0), new Position(0, 0, 0.25));
		Rectangle2D seen = PrismSection.of(List.of(SQUARE), true, 3.5, 7.5, sagittal).getBounds2D();
		assertEquals(new Rectangle2D.Double(10, 14, 15, 16), seen);
		PlaneMap beside = new PlaneMap(new Position(40, -0.5, 0), new Position(0, 1, 0), new Position(0, 0, 0.25));
		assertNull(PrismSection.of(List.of(SQUARE), true, 3.5, 7.5, beside).getCurrentPoint());
	}

	@Test
	public void parallelPlanesSeeAllOrNothing() {
		PlaneMap on = new PlaneMap(new Position(-0.5, -0.5, 5), new Position(1, 0, 0), new Position(0, 1, 0));
		assertEquals(new Rectangle2D.Double(10, 10, 20, 15), PrismSection.of(List.of(SQUARE), true, 4.5, 5.5, on).getBounds2D());
		PlaneMap above = new PlaneMap(new Position(-0.5, -0.5, 6), new Position(1, 0, 0), new Position(0, 1, 0));
		assertNull(PrismSection.of(List.of(SQUARE), true, 4.5, 5.5, above).getCurrentPoint());
	}

	@Test
	public void linesAndPointsAreSeenWithinTheirThickness() {
		double[] line = {0, 10, 40, 10};
		PlaneMap tilted = new PlaneMap(new Position(-0.5, -0.5, 0), new Position(1, 0, 0.2), new Position(0, 1, 0));
		Rectangle2D part = PrismSection.of(List.of(line), false, 2, 4, tilted).getBounds2D();
		assertEquals(10, part.getMinX(), 1e-9);
		assertEquals(20, part.getMaxX(), 1e-9);
		PlaneMap standing = new PlaneMap(new Position(19.5, -0.5, 0), new Position(0, 1, 0), new Position(0, 0, 1));
		Rectangle2D cut = PrismSection.of(List.of(line), false, 2, 4, standing).getBounds2D();
		assertEquals(new Rectangle2D.Double(10, 2, 0, 2), cut);
		assertNotNull(PrismSection.of(List.of(new double[]{20.2, 10}), false, 2, 4, standing).getCurrentPoint());
		assertNull(PrismSection.of(List.of(new double[]{22, 10}), false, 2, 4, standing).getCurrentPoint());
	}
}
