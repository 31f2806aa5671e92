package org.annotomy.registration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.image.SliceAxis;
import org.junit.Test;

public class TransformTest {

	private static final Affine SHEARED = Affine.ofRows(1.1, 0.1, 0, 5, -0.05, 0.9, 0.02, -7, 0, 0.03, 1.2, 11);

	@Test
	public void matricesAreOfTheNarrowestKind() {
		Affine turn = Turn.zxy(0.1, -0.2, 0.3);
		assertEquals(AffineMap.Kind.RIGID, AffineMap.of(turn).kind());
		assertEquals(AffineMap.Kind.SIMILARITY, AffineMap.of(scaled(turn, 2)).kind());
		assertEquals(AffineMap.Kind.SIMILARITY,
				AffineMap.of(Affine.RAS_TO_LPS.after(Affine.ofRows(-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0))).kind());
		assertEquals(AffineMap.Kind.AFFINE, AffineMap.of(SHEARED).kind());
		assertEquals("in a plane z stays", AffineMap.Kind.SIMILARITY,
				AffineMap.of(Affine.ofRows(2, 0, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0)).kind());
		assertThrows(IllegalArgumentException.class, () -> new AffineMap(SHEARED, AffineMap.Kind.RIGID));
		assertThrows(IllegalArgumentException.class, () -> AffineMap.of(scaled(turn, 0)));
	}

	private static Affine scaled(Affine turn, double by) {
		return Affine.of(Position.ORIGIN, turn.step(0).times(by), turn.step(1).times(by), turn.step(2).times(by));
	}

	@Test
	public void aTurnTellsItsAngle() {
		assertEquals(30, AffineMap.of(Turn.zyx(Math.toRadians(30), 0, 0)).degrees(), 1e-9);
		assertEquals("around a centre it stays there", 0,
				Turn.around(new Position(3, 4, 5), Turn.versor(0.1, 0.2, 0.3)).apply(3, 4, 5).distanceTo(new Position(3, 4, 5)),
				1e-12);
	}

	@Test
	public void wayBackComesBack() {
		Random random = new Random(61);
		Transform[] all = {AffineMap.of(SHEARED), spline(random, true, 12), spline(random, false, 20),
				AffineMap.of(SHEARED).then(spline(random, false, 10)).then(AffineMap.of(SHEARED))};
		for (Transform transform : all)
			for (int i = 0; i < 50; i++) {
				boolean plane = transform instanceof ThinPlateSpline s && s.landmarks().plane();
				Position place = place(random, plane);
				Position back = transform.inverse().apply(transform.apply(place));
				assertEquals(transform.describe(), 0, back.distanceTo(place), 1e-5);
				Position there = transform.apply(transform.inverse().apply(place));
				assertEquals(transform.describe(), 0, there.distanceTo(place), 1e-5);
			}
	}

	@Test
	public void splinesPassThroughTheirLandmarks() {
		Random random = new Random(62);
		for (boolean plane : new boolean[]{true, false}) {
			ThinPlateSpline spline = spline(random, plane, 30);
			for (int i = 0; i < 30; i++)
				assertEquals(0, spline.apply(spline.landmarks().moving().get(i)).distanceTo(spline.landmarks().fixed().get(i)),
						1e-8);
			ThinPlateSpline stiff = new ThinPlateSpline(spline.landmarks(), 1e6);
			Position at = new Position(20, -30, plane ? 0 : 7);
			assertEquals("as stiff as can be it is affine", 0,
					stiff.apply(at).distanceTo(LandmarkFit.AFFINE.fit(spline.landmarks(), 0).apply(at)), 1e-2);
		}
	}

	@Test
	public void tangentIsTheDerivative() {
		Random random = new Random(63);
		for (boolean plane : new boolean[]{true, false}) {
			ThinPlateSpline spline = spline(random, plane, 15);
			Position at = place(random, plane);
			double h = 1e-4;
			for (int axis = 0; axis < (plane ? 2 : 3); axis++) {
				Position step = new Position(axis == 0 ? h : 0, axis == 1 ? h : 0, axis == 2 ? h : 0);
				Position difference = spline.apply(at.plus(step)).minus(spline.apply(at.minus(step))).times(1 / (2 * h));
				assertEquals(0, difference.distanceTo(spline.tangent(at).step(axis)), 1e-6);
			}
		}
	}

	@Test
	public void whereASplineFoldsThereIsNoWayBack() {
		List<Position> moving = new ArrayList<>();
		List<Position> fixed = new ArrayList<>();
		for (int x = -1; x <= 1; x += 2)
			for (int y = -1; y <= 1; y += 2) {
				moving.add(new Position(100 * x, 100 * y, 0));
				fixed.add(new Position(100 * x, 100 * y, 0));
				moving.add(new Position(10 * x, 10 * y, 0));
				fixed.add(new Position(-30 * x, 10 * y, 0));
			}
		ThinPlateSpline folded = new ThinPlateSpline(new Landmarks(moving, fixed, true), 0);
		assertTrue("it folds", folded.tangent(Position.ORIGIN).determinant() < 0);
		for (int x = -120; x <= 120; x += 7) {
			Position back = folded.inverse().apply(new Position(x, 3, 0));
			if (Transform.isDefined(back))
				assertEquals(0, folded.apply(back).distanceTo(new Position(x, 3, 0)), InverseSpline.TOLERANCE);
		}
	}

	@Test
	public void affineMapsOneAfterTheOtherAreOne() {
		AffineMap map = AffineMap.of(SHEARED);
		assertTrue(map.then(map.inverse()) instanceof AffineMap);
		assertEquals(0, ((AffineMap) map.then(map.inverse())).matrix().maxDifference(Affine.IDENTITY), 1e-12);
		ThinPlateSpline spline = spline(new Random(64), false, 8);
		Composition three = (Composition) map.then(spline).then(map).then(map);
		assertEquals(3, three.parts().size());
	}

	@Test
	public void refusals() {
		assertMessage("needs at least 3 pairs", LandmarkFit.RIGID, line(2, false));
		assertMessage("all lie on one line", LandmarkFit.RIGID, line(5, false));
		assertMessage("all lie on one line", LandmarkFit.AFFINE, line(5, true));
		assertMessage("all lie on one plane", LandmarkFit.THIN_PLATE, flat(6));
		assertMessage("lie at the same place", LandmarkFit.RIGID, twice());
		assertThrows(IllegalArgumentException.class,
				() -> new Landmarks(List.of(Position.ORIGIN), List.of(), false));
		assertThrows(IllegalArgumentException.class,
				() -> new Landmarks(List.of(new Position(Double.NaN, 0, 0)), List.of(Position.ORIGIN), false));
	}

	private static void assertMessage(String part, LandmarkFit fit, Landmarks landmarks) {
		String message = assertThrows(IllegalArgumentException.class, () -> fit.fit(landmarks, 0)).getMessage();
		assertTrue(message, message.contains(part));
	}

	private static Landmarks line(int count, boolean plane) {
		List<Position> places = new ArrayList<>();
		for (int i = 0; i < count; i++)
			places.add(new Position(i, 2 * i, plane ? 0 : 3 * i));
		return new Landmarks(places, places, plane);
	}

	private static Landmarks flat(int count) {
		List<Position> places = new ArrayList<>();
		for (int i = 0; i < count; i++)
			places.add(new Position(i, i * i, 4));
		return new Landmarks(places, places, false);
	}

	private static Landmarks twice() {
		List<Position> places = List.of(new Position(1, 0, 0), new Position(0, 1, 0), new Position(1, 0, 0));
		return new Landmarks(places, places, true);
	}

	@Test
	public void unevenSlicesHaveTheirPlaces() {
		ImageFrame frame = new ImageFrame(ImageFrame.Kind.PATIENT, Affine.ofRows(2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 5, 0),
				new SliceAxis(List.of(0.0, 1.0, 4.0, 15.0), new java.util.TreeSet<>()), false);
		for (double z : new double[]{-1, 0, 0.5, 1, 1.7, 2, 3, 4}) {
			Position place = frame.frameOf(3, 4, z);
			assertEquals(0, frame.voxelOf(place).distanceTo(new Position(3, 4, z)), 1e-9);
		}
		assertEquals(4, frame.frameOf(0, 0, 2).z(), 1e-9);
		assertFalse(Transform.isDefined(new Position(0, Double.NaN, 0)));
	}

	private static ThinPlateSpline spline(Random random, boolean plane, int count) {
		List<Position> moving = new ArrayList<>();
		List<Position> fixed = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Position p = place(random, plane);
			moving.add(p);
			fixed.add(new Position(1.1 * p.x() + 3 * random.nextDouble() + 20, p.y() - 3 * random.nextDouble(),
					plane ? 0 : p.z() + 3 * random.nextDouble()));
		}
		return new ThinPlateSpline(new Landmarks(moving, fixed, plane), 0);
	}

	private static Position place(Random random, boolean plane) {
		return new Position(200 * random.nextDouble() - 100, 200 * random.nextDouble() - 100,
				plane ? 0 : 200 * random.nextDouble() - 100);
	}
}
