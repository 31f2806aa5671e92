package org.annotomy.registration.intensity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.AffineMap.Kind;
import org.annotomy.registration.intensity.IntensityRegistration.Result;
import org.annotomy.registration.intensity.IntensityRegistration.Start;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.BeforeClass;
import org.junit.Test;

/** Known transforms of the phantom's chest are found again, to within a voxel everywhere in the body. */
public class IntensityRegistrationTest {

	private static final int OUTSIDE_HU = -1000;
	private static final double BODY_HU = -500;
	private static final int SIDE = 96;
	private static final int SLICES = 50;
	private static final double FIXED_VOXEL_MM = 3.73;
	/** Another field of view with other voxels. */
	private static final VolumeSize SIZE = new VolumeSize(90, 88, 60);
	private static final Affine PLACE = Affine.ofRows(4.1, 0, 0, -175, 0, 4.2, 0, -185, 0, 0, 6, -190);
	private static final Affine SHEARED = Affine.ofRows(1.08, 0.05, 0, 0, -0.03, 0.95, 0.04, 0, 0.02, 0, 1.05, 0);

	private static Level chest;

	@BeforeClass
	public static void paint() {
		chest = level(phantom());
	}

	private static ChestPhantom phantom() {
		return ChestPhantom.of(SIDE, SIDE, SLICES, FIXED_VOXEL_MM, 6.4);
	}

	private static Level level(ChestPhantom phantom) {
		short[][] hu = phantom.hounsfield();
		float[] values = new float[SIDE * SIDE * SLICES];
		for (int i = 0; i < values.length; i++)
			values[i] = hu[i / (SIDE * SIDE)][i % (SIDE * SIDE)];
		return new Level(values, new VolumeSize(SIDE, SIDE, SLICES), phantom.grid().voxelToPatient());
	}

	private static AffineMap map(Affine linear, double x, double y, double z) {
		return AffineMap.of(Affine.of(new Position(x, y, z), linear.step(0), linear.step(1), linear.step(2)));
	}

	private static void assertFound(AffineMap wanted, DoubleUnaryOperator look, Kind kind, Start start) {
		Level moving = MovedVolume.of(chest, wanted, SIZE, PLACE, look, OUTSIDE_HU);
		Result found = IntensityRegistration.register(moving, chest, kind, start, Progress.NONE);
		double worst = MovedVolume.worst(chest, BODY_HU, found.movingToFixed(), wanted);
		assertTrue("worst error " + worst + " mm", worst < FIXED_VOXEL_MM / 2);
		assertEquals(kind, found.movingToFixed().kind());
		assertTrue("it has climbed", found.after() > found.before());
	}

	@Test
	public void rigidOfTheSameContrast() {
		assertFound(map(Turn.zxy(0.1, -0.08, 0.15), 15, -10, 20), v -> v, Kind.RIGID, Start.PLACED);
	}

	@Test
	public void rigidFromFarAwayByCentresOfMass() {
		assertFound(map(Turn.zxy(-0.25, 0.2, 0.3), -40, 30, 25), v -> v, Kind.RIGID, Start.MASS);
	}

	@Test
	public void rigidWithOtherContrastThatRisesAndFalls() {
		assertFound(map(Turn.zxy(0.05, 0.1, -0.12), 8, 12, -15), IntensityRegistrationTest::likeT2, Kind.RIGID, Start.PLACED);
	}

	@Test
	public void rigidWithInvertedContrastAndNoise() {
		Random random = new Random(64);
		assertFound(map(Turn.zxy(-0.1, 0.02, 0.1), -10, 5, 12), v -> 100 - v + 100 * random.nextGaussian(), Kind.RIGID,
				Start.CENTRES);
	}

	@Test
	public void affineOfTheSameContrast() {
		assertFound(map(SHEARED.after(Turn.zxy(0.1, -0.08, 0.15)), 15, -10, 20), v -> v, Kind.AFFINE, Start.PLACED);
	}

	@Test
	public void affineWithOtherContrast() {
		assertFound(map(SHEARED.after(Turn.zxy(-0.05, 0.1, 0.05)), 5, -10, 8), IntensityRegistrationTest::likeT2, Kind.AFFINE,
				Start.MASS);
	}

	@Test
	public void similarity() {
		Affine turn = Turn.zxy(0.08, -0.05, 0.1);
		Affine larger = Affine.of(Position.ORIGIN, turn.step(0).times(1.07), turn.step(1).times(1.07), turn.step(2).times(1.07));
		assertFound(map(larger, 5, 5, -5), v -> v, Kind.SIMILARITY, Start.PLACED);
	}

	/** Air dark, fat bright, water brighter, muscle darker, bone black: neither rising nor falling with HU. */
	private static double likeT2(double hu) {
		if (hu < -500) return 20;
		if (hu < -20) return 300 + 0.8 * hu;
		if (hu < 30) return 900 + 5 * hu;
		return hu < 100 ? 500 - 2 * hu : 100;
	}

	/** Eight weeks later lesions have changed and the patient lies otherwise. */
	@Test
	public void followUpOfTheSamePatient() {
		ChestPhantom later = phantom().later();
		Result found = IntensityRegistration.register(level(later), chest, Kind.RIGID, Start.PLACED, Progress.NONE);
		for (Lesion lesion : phantom().lesions()) {
			Position before = phantom().centreLps(lesion);
			assertEquals(0, found.movingToFixed().apply(later.centreLps(lesion)).distanceTo(before), FIXED_VOXEL_MM / 2);
			assertTrue("the patient has moved", later.centreLps(lesion).distanceTo(before) > 2 * FIXED_VOXEL_MM);
		}
	}

	@Test
	public void picturesTurnedByAnyAngle() {
		int n = SIDE;
		float[] slice = Arrays.copyOfRange(chest.values(), 23 * n * n, 24 * n * n);
		Level fixed = new Level(slice, new VolumeSize(n, n, 1),
				Affine.ofRows(FIXED_VOXEL_MM, 0, 0, 0, 0, FIXED_VOXEL_MM, 0, 0, 0, 0, 1, 0));
		for (double degrees : new double[]{20, -160}) {
			Affine turn = Turn.around(new Position(180, 180, 0), Turn.zxy(0, 0, Math.toRadians(degrees)));
			AffineMap wanted = map(turn, turn.origin().x() + 12, turn.origin().y() - 9, 0);
			Level moving = MovedVolume.of(fixed, wanted, new VolumeSize(110, 105, 1),
					Affine.ofRows(3.5, 0, 0, -10, 0, 3.5, 0, 0, 0, 0, 1, 0), v -> 50 - v / 3, OUTSIDE_HU);
			Result found = IntensityRegistration.register(moving, fixed, Kind.RIGID, Start.CENTRES, Progress.NONE);
			double worst = MovedVolume.worst(fixed, BODY_HU, found.movingToFixed(), wanted);
			assertTrue(degrees + "°: worst error " + worst + " mm", worst < 1.4);
			assertEquals("z is left alone", 5, found.movingToFixed().apply(new Position(1, 2, 5)).z(), 0);
		}
	}

	@Test
	public void theSameEachTime() {
		AffineMap wanted = map(Turn.zxy(0.02, 0, 0.05), 3, 2, 1);
		Level moving = MovedVolume.of(chest, wanted, new VolumeSize(40, 40, 30),
				Affine.ofRows(9, 0, 0, -175, 0, 9, 0, -185, 0, 0, 12, -190), v -> v, OUTSIDE_HU);
		Result first = IntensityRegistration.register(moving, chest, Kind.RIGID, Start.PLACED, Progress.NONE);
		assertEquals(first, IntensityRegistration.register(moving, chest, Kind.RIGID, Start.PLACED, Progress.NONE));
	}

	@Test
	public void refusals() {
		Level flat = new Level(new float[1000], new VolumeSize(10, 10, 10), Affine.IDENTITY);
		assertRefused("same value everywhere", flat, chest, Start.PLACED);
		assertRefused("same value everywhere", chest, flat, Start.PLACED);
		Affine away = AffineMap.translation(new Position(3000, 0, 0)).matrix().after(chest.toFrame());
		assertRefused("do not overlap", new Level(chest.values(), chest.size(), away), chest, Start.PLACED);
		Level slice = new Level(Arrays.copyOf(chest.values(), SIDE * SIDE), new VolumeSize(SIDE, SIDE, 1), chest.toFrame());
		assertRefused("single slice", slice, chest, Start.PLACED);
	}

	private static void assertRefused(String part, Level moving, Level fixed, Start start) {
		String message = assertThrows(IllegalArgumentException.class,
				() -> IntensityRegistration.register(moving, fixed, Kind.RIGID, start, Progress.NONE)).getMessage();
		assertTrue(message, message.contains(part));
	}

	@Test
	public void canBeCancelled() {
		Progress tired = new Progress() {
			private int updates;

			@Override
			public void update(double fraction, String doing) {
				updates++;
			}

			@Override
			public boolean isCancelled() { return updates > 5; }
		};
		assertThrows(CancelledException.class,
				() -> IntensityRegistration.register(chest, chest, Kind.RIGID, Start.PLACED, tired));
	}
}
