package org.annotomy.display.scene;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.surface.MarchingCubes;
import org.annotomy.segmentation.surface.Meshes;
import org.annotomy.segmentation.surface.SurfaceSmoothing;
import org.annotomy.task.Progress;
import org.junit.Test;

public class SurfaceRendererTest {

	private static final int SIDE = 300;
	private static final double RADIUS = 20;
	private static final int RED = 0xff0000;
	private static final int BLUE = 0x0000ff;

	/** A ball of 20 mm around a place. */
	private static TriangleMesh ball(double x, double y, double z) {
		double[] mm = {1, 1, 1};
		TriangleMesh mesh = MarchingCubes.of(Meshes.ball(new VoxelBox(-25, -25, -25, 51, 51, 51), RADIUS, mm),
				new VoxelSpacing(1, 1, 1),
				Progress.NONE);
		return SurfaceSmoothing.taubin(mesh, 10, Progress.NONE).transformed(Affine.ofRows(1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z));
	}

	private static Camera camera(double pixelsPerMm) {
		return Camera.fromFront().zoomed(pixelsPerMm);
	}

	private static int at(Picture picture, int x, int y) {
		return picture.argb()[x + SIDE * y];
	}

	@Test
	public void theSilhouetteOfABallIsADisc() {
		for (Camera camera : List.of(camera(5), camera(5).turned(0.7, 0), camera(5).turned(-0.3, 1.1))) {
			Picture picture = SurfaceRenderer.render(List.of(Surface.of(ball(0, 0, 0), RED, 1)), camera, SIDE, SIDE);
			int seen = 0;
			for (int i = 0; i < SIDE * SIDE; i++) {
				double distance = Math.hypot(i % SIDE + 0.5 - SIDE / 2.0, i / SIDE + 0.5 - SIDE / 2.0) / 5;
				boolean drawn = picture.surface()[i] >= 0;
				if (drawn) seen++;
				if (distance < RADIUS - 1) assertTrue("a hole at " + i % SIDE + ", " + i / SIDE, drawn);
				if (distance > RADIUS + 1) assertTrue("beyond the rim at " + i % SIDE + ", " + i / SIDE, !drawn);
			}
			double disc = Math.PI * RADIUS * RADIUS * 25;
			assertEquals(disc, seen, 0.03 * disc);
		}
	}

	@Test
	public void theMiddleOfABallIsBrighterThanItsRim() {
		Picture picture = SurfaceRenderer.render(List.of(Surface.of(ball(0, 0, 0), RED, 1)), camera(5), SIDE, SIDE);
		int middle = at(picture, 150, 150) >> 16 & 0xff;
		int rim = at(picture, 150 + 95, 150) >> 16 & 0xff;
		assertTrue(middle + " and " + rim, middle > 225 && rim < 170 && rim > 50);
	}

	/** From the front, what lies towards the face hides what lies towards the back, in whatever order they are given. */
	@Test
	public void whatIsNearerHidesWhatIsFarther() {
		Surface near = Surface.of(ball(0, -50, 0), RED, 1);
		Surface far = Surface.of(ball(5, 50, 0), BLUE, 1);
		for (List<Surface> order : List.of(List.of(near, far), List.of(far, near))) {
			Picture front = SurfaceRenderer.render(order, camera(4), SIDE, SIDE);
			assertEquals(0, at(front, 150, 150) & 0xff);
			assertEquals("the rest of the far one", 0, at(front, 150 + 4 * 23, 150) >> 16 & 0xff);
			Picture back = SurfaceRenderer.render(order, camera(4).from(new Position(-1, 0, 0), new Position(0, 0, -1)), SIDE,
					SIDE);
			assertEquals(0, at(back, 150, 150) >> 16 & 0xff);
		}
	}

	@Test
	public void whatIsTranslucentShowsWhatLiesBehind() {
		Surface near = Surface.of(ball(0, -50, 0), RED, 0.5);
		Surface far = Surface.of(ball(0, 50, 0), BLUE, 1);
		Surface farthest = Surface.of(ball(0, 120, 0), 0x00ff00, 0.5);
		int expected = at(SurfaceRenderer.render(List.of(near, far), camera(4), SIDE, SIDE), 150, 150);
		assertTrue(Integer.toHexString(expected), (expected >> 16 & 0xff) > 110 && (expected & 0xff) > 110);
		assertEquals("hidden", expected,
				at(SurfaceRenderer.render(List.of(farthest, near, far), camera(4), SIDE, SIDE), 150, 150));
		int two = at(SurfaceRenderer.render(List.of(near, farthest), camera(4), SIDE, SIDE), 150, 150);
		int turned = at(SurfaceRenderer.render(List.of(farthest, near), camera(4), SIDE, SIDE), 150, 150);
		assertEquals("the order of the list does not matter", two, turned);
		assertTrue("the nearer one is laid over the other", (two >> 16 & 0xff) > (two >> 8 & 0xff));
	}

	@Test
	public void aPickGivesThePlaceOnTheNearestSurface() {
		List<Surface> both = List.of(Surface.of(ball(0, 50, 0), BLUE, 1), Surface.of(ball(0, -50, 0), RED, 0.3));
		Picture picture = SurfaceRenderer.render(both, camera(4), SIDE, SIDE);
		Picture.Hit hit = picture.pick(150, 150).orElseThrow();
		assertEquals(1, hit.surface());
		assertArrayEquals(new double[]{0, -70, 0}, new double[]{hit.place().x(), hit.place().y(), hit.place().z()}, 0.7);
		Picture.Hit up = picture.pick(150, 150 - 40).orElseThrow();
		assertEquals("10 mm towards the head", 10, up.place().z(), 0.3);
		assertEquals(-50 - Math.sqrt(300), up.place().y(), 0.7);
		assertTrue(picture.pick(2, 2).isEmpty());
		assertTrue(picture.pick(-1, 700).isEmpty());
	}

	@Test
	public void fitShowsAllOfIt() {
		List<TriangleMesh> meshes = List.of(ball(100, 40, -30), ball(220, 40, -30));
		Camera camera = Camera.fromFront().fit(meshes, SIDE, SIDE).turned(1, 2);
		Picture picture = SurfaceRenderer.render(meshes.stream().map(m -> Surface.of(m, RED, 1)).toList(), camera, SIDE, SIDE);
		for (int i = 0; i < SIDE; i++)
			for (int k : new int[]{i, i * SIDE, i + SIDE * (SIDE - 1), i * SIDE + SIDE - 1})
				assertEquals("rim", -1, picture.surface()[k]);
		assertTrue(picture.pick(SIDE / 2, SIDE / 2).isEmpty() || picture.surface()[SIDE / 2 + SIDE * SIDE / 2] >= 0);
	}

	@Test
	public void turningKeepsTheCameraStraight() {
		Camera camera = Camera.fromFront();
		for (int i = 0; i < 1000; i++)
			camera = camera.turned(0.1, 0.07);
		assertEquals(0, camera.right().dot(camera.down()), 1e-9);
		assertEquals(1, camera.forward().norm(), 1e-9);
	}

	/** Generous for a busy machine; see the benchmark for how fast it is. */
	@Test
	public void turningManyTrianglesIsFluent() {
		TriangleMesh large = MarchingCubes.of(Meshes.ball(new VoxelBox(0, 0, 0, 260, 260, 260), 125, new double[]{1, 1, 1}),
				new VoxelSpacing(1, 1, 1), Progress.NONE);
		assertTrue("" + large.triangles(), large.triangles() > 300_000);
		List<Surface> surfaces = List.of(Surface.of(large, RED, 1));
		Camera camera = Camera.fromFront().fit(List.of(large), 600, 600);
		long best = Long.MAX_VALUE;
		for (int i = 0; i < 12; i++) {
			camera = camera.turned(0.1, 0.05);
			long from = System.nanoTime();
			SurfaceRenderer.render(surfaces, camera, 600, 600);
			best = Math.min(best, System.nanoTime() - from);
		}
		assertTrue("a picture took " + best / 1e6 + " ms", best < 300e6);
	}
}
