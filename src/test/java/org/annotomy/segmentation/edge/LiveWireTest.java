package org.annotomy.segmentation.edge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.segmentation.volume.Mask;
import org.junit.Test;

public class LiveWireTest {

	private static final int SIDE = 96;
	private static final double RADIUS_MM = 30;

	/** A bright disc of 30 mm radius in noise; pixels need not be square. */
	private static SliceValues disc(double columnMm, double rowMm, double noise) {
		Random random = new Random(7);
		float[] values = new float[SIDE * SIDE];
		for (int y = 0, i = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++, i++)
				values[i] = (float) ((inside(x, y, columnMm, rowMm) ? 100 : 0) + noise * random.nextGaussian());
		return new SliceValues(values, SIDE, SIDE, columnMm, rowMm);
	}

	private static boolean inside(int x, int y, double columnMm, double rowMm) {
		return Math.hypot((x - 47.5) * columnMm, (y - 47.5) * rowMm) <= RADIUS_MM;
	}

	/** Four clicks about the rim, each some pixels off, give the disc. */
	@Test
	public void fewClicksGiveADiscInNoise() {
		for (double rowMm : new double[]{1, 2}) {
			SliceValues slice = disc(1, rowMm, 15);
			double down = RADIUS_MM / rowMm;
			Vertices clicks = Vertices.of(48, 48 - down, 48 + RADIUS_MM, 48, 48, 48 + down, 48 - RADIUS_MM, 48);
			Vertices outline = new LiveWire(slice).outline(clicks);
			Mask mask = Slices.filled(new PolygonShape(List.of(new Ring(outline, List.of())), Origin.FREEHAND), false, Axis.Z, 0,
					0, new VolumeSize(SIDE, SIDE, 1));
			int both = 0;
			int disc = 0;
			for (int y = 0; y < SIDE; y++)
				for (int x = 0; x < SIDE; x++) {
					boolean in = inside(x, y, 1, rowMm);
					if (in) disc++;
					if (in && mask.contains(x, y, 0)) both++;
				}
			double dice = 2.0 * both / (disc + mask.count());
			assertTrue("rows of " + rowMm + " mm: " + dice, dice > 0.96);
		}
	}

	/** Asking for more ways, in any order, changes none of them. */
	@Test
	public void theWayToAPlaceDoesNotDependOnWhatWasAskedBefore() {
		SliceValues slice = disc(1, 1, 20);
		LiveWire asked = new LiveWire(slice);
		asked.begin(new Point(3, 3));
		Random random = new Random(2);
		for (int i = 0; i < 20; i++) {
			Point to = new Point(random.nextInt(SIDE), random.nextInt(SIDE));
			LiveWire fresh = new LiveWire(slice);
			fresh.begin(new Point(3, 3));
			assertEquals(fresh.wayTo(to), asked.wayTo(to));
		}
	}

	@Test
	public void onAFlatSliceTheWayIsStraight() {
		LiveWire wire = new LiveWire(new SliceValues(new float[40 * 30], 40, 30, 0.5, 0.5));
		wire.begin(new Point(2.2, 5.9));
		List<Point> way = wire.wayTo(new Point(30, 5));
		assertEquals(29, way.size());
		assertTrue(way.stream().allMatch(p -> p.y() == 5.5));
		assertEquals("a click beside the slice is at its rim", new Point(39.5, 29.5), lastOf(wire.wayTo(new Point(80, 70))));
	}

	private static Point lastOf(List<Point> way) {
		return way.get(way.size() - 1);
	}

	@Test
	public void onePlaceIsNoOutline() {
		LiveWire wire = new LiveWire(new SliceValues(new float[12], 4, 3, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> wire.outline(Vertices.of(1, 1)));
		assertEquals(1, wire.outline(Vertices.of(1.2, 1.1, 1.4, 1.3)).size());
	}
}
