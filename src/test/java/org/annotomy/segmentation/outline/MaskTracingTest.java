package org.annotomy.segmentation.outline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.RoiShapes;
import org.junit.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

import ij.gui.Roi;

public class MaskTracingTest {

	@Test
	public void onePixelIsASquare() {
		assertEquals(PolygonShape.of(Vertices.of(8, 4, 8, 5, 7, 5, 7, 4), Origin.TRACED), outline(7, 4, "#"));
	}

	@Test
	public void ringAroundAHole() {
		PolygonShape ring = outline(0, 0, "###", "#.#", "###");
		assertEquals(1, ring.parts().size());
		assertEquals(1, ring.parts().get(0).holes().size());
		assertEquals(9, ring.parts().get(0).shell().signedArea(), 0);
		assertEquals(-1, ring.parts().get(0).holes().get(0).signedArea(), 0);
	}

	@Test
	public void pixelsThatMeetInACornerAreTwoParts() {
		assertEquals(2, outline(0, 0, "#.", ".#").parts().size());
		assertEquals(2, outline(0, 0, ".#", "#.").parts().size());
	}

	@Test
	public void holesThatMeetInACornerAreTwoHoles() {
		PolygonShape shape = outline(0, 0, "####", "#.##", "##.#", "####");
		assertEquals(1, shape.parts().size());
		assertEquals(2, shape.parts().get(0).holes().size());
	}

	@Test
	public void aBayClosedByACornerIsAHole() {
		PolygonShape shape = outline(0, 0, "##.", "#.#", "###");
		assertEquals(1, shape.parts().size());
		assertEquals(1, shape.parts().get(0).holes().size());
	}

	@Test
	public void islandInAHoleIsItsOwnPart() {
		PolygonShape shape = outline(0, 0, "#####", "#...#", "#.#.#", "#...#", "#####");
		assertEquals(2, shape.parts().size());
		assertEquals(1, shape.parts().stream().mapToInt(part -> part.holes().size()).sum());
	}

	@Test
	public void emptyMaskHasNoOutline() {
		assertEquals(Optional.empty(), MaskTracing.outline(new PixelMask(0, 0, 3, 2, new byte[6])));
	}

	/** mask → outline → mask is the identity, by our rule and by ImageJ's own, and the outline is valid for every reader. */
	@Test
	public void randomMasksComeBack() {
		long seed = 20261123;
		Random random = new Random(seed);
		for (int i = 0; i < 400; i++) {
			PixelMask mask = random(random, 1 + random.nextInt(24), 1 + random.nextInt(24), 0.2 + 0.15 * (i % 5));
			String what = "seed " + seed + ", mask " + i;
			Optional<PolygonShape> traced = MaskTracing.outline(mask);
			assertEquals(what, mask.count() == 0, traced.isEmpty());
			if (traced.isEmpty()) continue;
			assertSamePixels(what, mask, PixelMask.of(traced.get()));
			assertSameAsImageJ(what, mask, RoiShapes.roiOf(traced.get()));
			assertWellFormed(what, mask, traced.get());
		}
	}

	@Test
	public void largeNoiseComesBack() {
		PixelMask mask = random(new Random(3), 700, 700, 0.5);
		assertSamePixels("seed 3", mask, PixelMask.of(MaskTracing.outline(mask).orElseThrow()));
	}

	private static void assertWellFormed(String what, PixelMask mask, PolygonShape traced) {
		Geometry geometry = ShapeGeometry.of(traced);
		assertEquals(what, mask.count(), geometry.getArea(), 1e-9);
		for (int i = 0; i < geometry.getNumGeometries(); i++)
			assertTrue(what + ": simple rings", ((Polygon) geometry.getGeometryN(i)).getExteriorRing().isSimple());
		for (Ring part : traced.parts()) {
			assertTrue(what, part.shell().signedArea() > 0);
			assertNoStraightCorner(what, part.shell());
			for (Vertices hole : part.holes()) {
				assertTrue(what, hole.signedArea() < 0);
				assertNoStraightCorner(what, hole);
			}
		}
	}

	private static void assertNoStraightCorner(String what, Vertices ring) {
		for (int i = 0; i < ring.size(); i++) {
			int before = (i + ring.size() - 1) % ring.size();
			int after = (i + 1) % ring.size();
			boolean straight = ring.x(before) == ring.x(i) && ring.x(i) == ring.x(after)
					|| ring.y(before) == ring.y(i) && ring.y(i) == ring.y(after);
			assertFalse(what + ": a corner on a straight side", straight);
		}
	}

	private static void assertSamePixels(String what, PixelMask expected, PixelMask actual) {
		for (int y = -1; y <= expected.height(); y++)
			for (int x = -1; x <= expected.width(); x++)
				if (expected.at(x, y) != actual.contains(x + expected.x(), y + expected.y()))
					assertEquals(what + " at " + x + ", " + y, expected.at(x, y), !expected.at(x, y));
	}

	private static void assertSameAsImageJ(String what, PixelMask expected, Roi roi) {
		var filled = roi.getMask();
		for (int y = 0; y < expected.height(); y++)
			for (int x = 0; x < expected.width(); x++) {
				int rx = x + expected.x() - roi.getBounds().x;
				int ry = y + expected.y() - roi.getBounds().y;
				boolean inside = roi.getBounds().contains(x + expected.x(), y + expected.y())
						&& (filled == null || filled.getPixel(rx, ry) != 0);
				assertEquals(what + " in ImageJ at " + x + ", " + y, expected.at(x, y), inside);
			}
	}

	private static PixelMask random(Random random, int width, int height, double share) {
		byte[] inside = new byte[width * height];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (random.nextDouble() < share ? 1 : 0);
		return new PixelMask(random.nextInt(9), random.nextInt(9), width, height, inside);
	}

	private static PolygonShape outline(int x, int y, String... rows) {
		byte[] inside = new byte[rows.length * rows[0].length()];
		List<String> all = List.of(rows);
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (String.join("", all).charAt(i) == '#' ? 1 : 0);
		return MaskTracing.outline(new PixelMask(x, y, rows[0].length(), rows.length, inside)).orElseThrow();
	}
}
