package org.annotomy.segmentation.levelset;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.segmentation.levelset.FrontSpeed.Kind;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Contours and fronts that are stopped on their way, and where they cannot start. */
public class FrontAreaTest {

	private static final VolumeSize SIZE = new VolumeSize(44, 40, 24);
	private static final ContourWeights WEIGHTS = new ContourWeights(1, 0.3, 4);

	private final ImageVolume volume = Volumes.of(SIZE,
			(x, y, z) -> ((x - 22) * (x - 22) + (y - 20) * (y - 20) + (z - 12) * (z - 12) < 90 ? 140 : 20)
					+ (x * 37 + y * 113 + z * 61) % 40);
	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("stack", new ImageSize(SIZE.nx(), SIZE.ny(), SIZE.nz(), 1, 1)), Protocol.NONE);

	private SegmentEdits edits(double lowest) {
		return new SegmentEdits(document, volume, 0, EditingRules.FREE.withRange(lowest, Double.POSITIVE_INFINITY));
	}

	private static StartBall ball(double x, double y, double z, double radiusMm) {
		return new StartBall(new Position(x, y, z), radiusMm);
	}

	private FrontArea area(StartBall... balls) {
		return FrontArea.balls(volume, List.of(balls), 15, Progress.NONE);
	}

	private static void assertSame(Mask expected, Mask found) {
		assertEquals(expected.box(), found.box());
		assertArrayEquals(expected.voxels(), found.voxels());
	}

	/** However the way is parted, with looks and a cancel in between, and after going back. */
	@Test
	public void aContourThatIsStoppedOnItsWayComesToTheSame() {
		for (Kind kind : new Kind[]{Kind.REGIONS, Kind.RANGE, Kind.WALLS}) {
			FrontSpeed speed = kind == Kind.RANGE ? FrontSpeed.range(100, 400, 0) : FrontSpeed.usual(kind);
			MovingContour once = area(ball(20, 19, 12, 4)).contour(speed, WEIGHTS, edits(-99), Progress.NONE);
			once.moveTo(300, Progress.NONE);
			assertTrue(kind + " moved " + once.iterations(), once.isAtRest());
			MovingContour often = area(ball(20, 19, 12, 4)).contour(speed, WEIGHTS, edits(-99), Progress.NONE);
			for (int round = 0; round < 2; round++) {
				for (int to = 1; to < 300; to += 7) {
					often.moveTo(to, Progress.NONE);
					often.look();
				}
				assertThrows(CancelledException.class, () -> {
					often.restart();
					often.moveTo(100, Masks.cancelledAt(13));
				});
				assertEquals(12, often.iterations(), 1);
				often.moveTo(300, Progress.NONE);
				assertEquals(once.iterations(), often.iterations());
				assertSame(once.evolved().inside(), often.evolved().inside());
				often.restart();
			}
		}
	}

	/** As a macro asks for it with the number of steps that was looked at. */
	@Test
	public void aContourBeforeItRestsIsThatOfSoManyIterations() {
		MovingContour stepped = area(ball(20, 19, 12, 4)).contour(FrontSpeed.usual(Kind.REGIONS), WEIGHTS, edits(-99),
				Progress.NONE);
		stepped.moveTo(9, Progress.NONE);
		stepped.moveTo(23, Progress.NONE);
		MovingContour.Evolved seen = stepped.look();
		MovingContour anew = area(ball(20, 19, 12, 4)).contour(FrontSpeed.usual(Kind.REGIONS), WEIGHTS, edits(-99),
				Progress.NONE);
		anew.moveTo(23, Progress.NONE);
		assertSame(anew.evolved().inside(), seen.inside());
		assertEquals("Moved 23 times and has not come to rest: allow more iterations, or it leaks.", seen.words());
	}

	@Test
	public void whatIsReachedAtATimeIsWhatAFrontThatStopsThenReaches() {
		FrontSpeed speed = FrontSpeed.likeStart(20);
		Arrivals all = area(ball(20, 19, 12, 3), ball(25, 22, 10, 1.5)).march(speed, FastMarching.Stop.NEVER, edits(-99),
				Progress.NONE);
		long before = 0;
		for (double part : new double[]{0, 0.2, 0.4, 0.7, 1}) {
			double time = all.timeAt(part);
			Arrivals stopped = area(ball(20, 19, 12, 3), ball(25, 22, 10, 1.5)).march(speed,
					new FastMarching.Stop(time, Long.MAX_VALUE), edits(-99), Progress.NONE);
			assertSame(stopped.until(Double.POSITIVE_INFINITY), all.until(time));
			assertEquals(all.until(time).count(), all.about(time));
			assertTrue(all.about(time) >= before);
			before = all.about(time);
			assertEquals(time, all.timeAt(all.partAt(time)), 0.05 * time + 1e-6);
		}
		assertTrue(all.isExact());
	}

	@Test
	public void slicesOfAFrontAreThoseOfItsMask() {
		Arrivals all = area(ball(20, 19, 12, 3)).march(FrontSpeed.usual(Kind.CONSTANT), FastMarching.Stop.NEVER, edits(-99),
				Progress.NONE);
		Mask mask = all.until(6.5);
		for (Axis axis : Axis.values()) {
			byte[] slice = all.slice(axis, axis == Axis.Z ? 12 : 20, 6.5, SIZE);
			for (int row = 0, i = 0; row < axis.rows(SIZE); row++)
				for (int column = 0; column < axis.columns(SIZE); column++, i++)
					assertEquals(mask.contains(axis.x(column, row, 20), axis.y(column, row, 20), axis.z(column, row, 12)),
							slice[i] != 0);
			assertEquals(null, all.slice(axis, 0, 6.5, SIZE));
		}
	}

	@Test
	public void aContourThatShrinksAwayIsGone() {
		MovingContour shrinking = area(ball(20, 19, 12, 3)).contour(FrontSpeed.range(900, 999, 10), WEIGHTS, edits(-99),
				Progress.NONE);
		assertFalse(shrinking.look().isGone());
		shrinking.moveTo(60, Progress.NONE);
		assertTrue(shrinking.look().isGone());
		assertTrue(assertThrows(IllegalArgumentException.class, shrinking::evolved).getMessage().startsWith("Nothing is left"));
	}

	@Test
	public void placesWhereAFrontCannotStartAreTold() {
		assertEquals("The ball at place 2 of 2 lies outside the image: its middle is 99, -4.5, 3 in voxels, and the image has"
				+ " 44 × 40 × 24. Take it out, or move it.", refusal(ball(20, 19, 12, 3), ball(99, -4.5, 3, 3)));
		assertEquals("The ball at the place holds the centre of no voxel: a radius of 0.3 mm is too small there.",
				refusal(ball(20.5, 19.5, 12, 0.3)));
		area(ball(-2, 19, 12, 3));
		String words = assertThrows(IllegalArgumentException.class, () -> area(ball(20, 19, 12, 3), ball(3, 3, 3, 2))
				.contour(FrontSpeed.usual(Kind.REGIONS), WEIGHTS, edits(100), Progress.NONE)).getMessage();
		assertEquals("The ball at place 2 of 2 lies where nothing may be edited: the editing mask leaves none of its voxels open."
				+ " Move it, or free the mask.", words);
		assertThrows(IllegalArgumentException.class, () -> area(ball(3, 3, 3, 2)).march(FrontSpeed.usual(Kind.CONSTANT),
				FastMarching.Stop.NEVER, edits(100), Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> ball(1, 1, 1, 0));
		assertThrows(IllegalArgumentException.class,
				() -> StartBall.at(List.of(Position.ORIGIN, Position.ORIGIN, Position.ORIGIN), List.of(1.0, 2.0)));
	}

	private String refusal(StartBall... balls) {
		return assertThrows(IllegalArgumentException.class, () -> area(balls)).getMessage();
	}
}
