package org.annotomy.segmentation.surface;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.task.Progress;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Voxels are 1 × 1 × 2.5 mm. */
public class SegmentSurfacesTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static final double RADIUS = 24;
	private static final int FEW = 2000;
	private static final int MANY = 1_000_000;
	private static final int ROUNDS = 12;

	private static AnnotationSession session;
	private static SegmentSurfaces surfaces;
	private static Segment ball;
	private static Segment none;

	@BeforeClass
	public static void makeBall() throws Exception {
		session = SegmentBench.open(FOLDER.getRoot().toPath(), new VolumeSize(60, 60, 24), (x, y, z) -> 0).session();
		ball = session.segments().add("ball", null);
		none = session.segments().add("none", null);
		session.segments().edits().add("Ball", ball.id(),
				Meshes.ball(new VoxelBox(5, 5, 2, 50, 50, 20), RADIUS, new double[]{1, 1, 2.5}), Progress.NONE);
		surfaces = new SegmentSurfaces(session.document(), 0, new VoxelSpacing(1, 1, 2.5), null);
	}

	@AfterClass
	public static void close() throws Exception {
		session.close();
	}

	private static SegmentSurfaces.Sketch sketch(int triangles) {
		return surfaces.sketches(List.of(ball), triangles, ROUNDS, Progress.NONE).get(ball.id());
	}

	private static TriangleMesh preview(int triangles) {
		return surfaces.previews(List.of(ball), triangles, ROUNDS, Progress.NONE).get(ball.id());
	}

	@Test
	public void aSketchHasAboutAsManyTrianglesAsAPreviewAndEnclosesAboutAsMuch() {
		assertTrue(preview(FEW).triangles() <= FEW);
		SegmentSurfaces.Sketch sketch = sketch(FEW);
		assertFalse(sketch.isFinal());
		int sketched = sketch.mesh().triangles();
		assertTrue("" + sketched, sketched > FEW / 4 && sketched < 1.5 * FEW);
		double whole = 4 / 3.0 * Math.PI * RADIUS * RADIUS * RADIUS;
		assertEquals(1, preview(FEW).volume() / whole, 0.05);
		assertEquals(1, sketch.mesh().volume() / whole, 0.05);
	}

	@Test
	public void aSketchThatNeedsNoReductionIsFinal() {
		assertTrue(sketch(MANY).isFinal());
		assertArrayEquals(preview(MANY).xyz(), sketch(MANY).mesh().xyz(), 0);
		assertArrayEquals(preview(MANY).corners(), sketch(MANY).mesh().corners());
		int own = sketch(MANY).mesh().triangles();
		assertFalse(sketch(own - 1).isFinal());
		assertTrue(preview(own - 1).triangles() < own);
	}

	@Test
	public void segmentsWithoutVoxelsHaveEmptySurfaces() {
		SegmentSurfaces.Sketch sketch = surfaces.sketches(List.of(none), FEW, ROUNDS, Progress.NONE).get(none.id());
		assertTrue(sketch.mesh().isEmpty());
		assertTrue(sketch.isFinal());
	}
}
