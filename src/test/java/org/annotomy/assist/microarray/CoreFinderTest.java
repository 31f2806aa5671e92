package org.annotomy.assist.microarray;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.task.Progress;
import org.junit.Test;

/** On arrays whose cores are known: turned, bent, with missing and torn cores. */
public class CoreFinderTest {

	private static final int ROWS = 7;
	private static final int COLUMNS = 10;
	private static final double DIAMETER = 1000;
	private static final double PITCH = 1500;

	private final List<Point> truth = new ArrayList<>();
	private final Set<Integer> missing = new HashSet<>();
	private final List<PolygonShape> tissue = new ArrayList<>();

	/** @param bend how far the middle of the array lies off, in pixels; less than half the distance of cores */
	private void array(long seed, double degrees, double bend, int gone) {
		truth.clear();
		missing.clear();
		tissue.clear();
		Random random = new Random(seed);
		while (missing.size() < gone)
			missing.add(random.nextInt(ROWS * COLUMNS));
		double angle = Math.toRadians(degrees);
		for (int i = 0; i < ROWS * COLUMNS; i++) {
			double x = i % COLUMNS * PITCH + 60 * random.nextGaussian();
			double y = i / COLUMNS * PITCH + 60 * random.nextGaussian()
					+ bend * Math.sin(Math.PI * (i % COLUMNS) / (COLUMNS - 1.0));
			Point middle = new Point(20_000 + x * Math.cos(angle) - y * Math.sin(angle),
					15_000 + x * Math.sin(angle) + y * Math.cos(angle));
			truth.add(middle);
			if (!missing.contains(i)) tissue.add(blob(middle, DIAMETER / 2 * (0.85 + 0.2 * random.nextDouble())));
		}
		// Dust between the cores.
		tissue.add(blob(new Point(20_700, 15_700), 60));
	}

	private static PolygonShape blob(Point middle, double radius) {
		double[] xy = new double[80];
		for (int i = 0; i < 40; i++) {
			xy[2 * i] = middle.x() + radius * Math.cos(2 * Math.PI * i / 40);
			xy[2 * i + 1] = middle.y() + radius * Math.sin(2 * Math.PI * i / 40);
		}
		return new PolygonShape(List.of(new Ring(Vertices.of(xy), List.of())), Origin.TRACED);
	}

	private ArrayCorners outer() {
		return new ArrayCorners(truth.get(0), truth.get(COLUMNS - 1), truth.get((ROWS - 1) * COLUMNS),
				truth.get(ROWS * COLUMNS - 1));
	}

	private void assertFound(String what, List<Core> cores) {
		assertEquals(ROWS * COLUMNS, cores.size());
		for (int i = 0; i < cores.size(); i++) {
			String core = what + ", " + cores.get(i).name();
			assertEquals(core, missing.contains(i), cores.get(i).missing());
			double off = cores.get(i).middle().distanceTo(truth.get(i));
			assertTrue(core + " is off by " + off, off < (missing.contains(i) ? 0.45 : 0.03) * DIAMETER);
		}
	}

	@Test
	public void turnedAndBentArraysAreFollowed() {
		for (int seed = 0; seed < 12; seed++) {
			array(seed, 8 * seed - 44, 55 * seed, seed);
			CoreFinder finder = new CoreFinder(new ArrayGrid(ROWS, COLUMNS, DIAMETER), tissue);
			assertFound("seed " + seed, finder.find(outer(), Progress.NONE));
		}
	}

	@Test
	public void withoutCornersTheArrayIsFound() {
		for (int seed = 0; seed < 8; seed++) {
			array(seed, 5 * seed - 17, 0, 4);
			CoreFinder finder = new CoreFinder(new ArrayGrid(ROWS, COLUMNS, DIAMETER), tissue);
			assertFound("seed " + seed, finder.find(finder.corners().orElseThrow(), Progress.NONE));
		}
		assertTrue(new CoreFinder(new ArrayGrid(1, 1, 1000), List.of()).corners().isEmpty());
	}

	@Test
	public void tornCoresHaveTheirMiddleBetweenTheirPieces() {
		ArrayGrid one = new ArrayGrid(1, 1, 1000);
		List<PolygonShape> torn = List.of(blob(new Point(4750, 5000), 200), blob(new Point(5250, 5000), 200));
		Core core = new CoreFinder(one, torn).find(ArrayCorners.of(new Box(4900, 4900, 100, 100)), Progress.NONE).get(0);
		assertEquals(5000, core.middle().x(), 1);
		assertEquals(5000, core.middle().y(), 1);
	}

	@Test
	public void cornersComeInAnyOrder() {
		Point a = new Point(100, 120);
		Point b = new Point(500, 100);
		Point c = new Point(510, 300);
		Point d = new Point(110, 320);
		ArrayCorners expected = new ArrayCorners(a, b, d, c);
		for (List<Point> ring : List.of(List.of(a, b, c, d), List.of(c, d, a, b), List.of(d, c, b, a), List.of(b, a, d, c)))
			assertEquals(expected, ArrayCorners.around(ring));
		assertEquals(new Point(510, 300), ArrayCorners.of(a, b, d).last());
		assertThrows(IllegalArgumentException.class, () -> ArrayCorners.around(List.of(a, b, c)));
	}

	@Test
	public void regularArraysAreNamedByRowAndColumn() {
		List<Core> cores = new ArrayGrid(28, 2, 10).between(ArrayCorners.of(new Box(0, 0, 100, 270)));
		assertEquals("A-1", cores.get(0).name());
		assertEquals("AB-2", cores.get(55).name());
		assertEquals(new Point(100, 270), cores.get(55).middle());
		assertEquals("a single row lies in the middle", new Point(0, 50),
				new ArrayGrid(1, 3, 10).between(ArrayCorners.of(new Box(0, 0, 100, 100))).get(0).middle());
		assertThrows(IllegalArgumentException.class, () -> new ArrayGrid(0, 1, 1));
	}
}
