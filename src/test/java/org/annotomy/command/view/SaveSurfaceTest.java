package org.annotomy.command.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import java.util.stream.Stream;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.surface.Meshes;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SaveSurfaceTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(40, 40, 20), (x, y, z) -> 0);
		Segment ball = bench.session().segments().add("ball", null);
		bench.session().segments().edits().add("Ball", ball.id(),
				Meshes.ball(new VoxelBox(5, 5, 2, 31, 31, 13), 14, new double[]{1, 1, 2.5}),
				Progress.NONE);
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	/** The bench's volume begins at 10, 20, 30 mm: the ball's middle is voxel 20, 20, 8. */
	@Test
	public void theSurfaceLiesWhereTheSegmentLiesInThePatient() throws Exception {
		Path file = folder.getRoot().toPath().resolve("ball.stl");
		bench.run("Save Surface...", "file=" + file);
		ByteBuffer stl = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		assertTrue(new String(stl.array(), 0, 80).contains("frame LPS"));
		int triangles = stl.getInt(80);
		assertEquals(84 + 50L * triangles, stl.capacity());
		double[] low = {1e9, 1e9, 1e9};
		double[] high = {-1e9, -1e9, -1e9};
		for (int t = 0; t < triangles; t++)
			for (int k = 0; k < 9; k++) {
				double at = stl.getFloat(84 + 50 * t + 12 + 4 * k);
				low[k % 3] = Math.min(low[k % 3], at);
				high[k % 3] = Math.max(high[k % 3], at);
			}
		double[] middle = {30, 40, 50};
		for (int axis = 0; axis < 3; axis++) {
			assertEquals(middle[axis], (low[axis] + high[axis]) / 2, 0.3);
			assertEquals(28, high[axis] - low[axis], 2.5);
		}
	}

	@Test
	public void trianglesAreReducedAsFarAsTheErrorAllows() throws Exception {
		int all = triangles();
		assertEquals(Math.ceil(0.2 * all), triangles("triangles_percent=20", "largest_error_mm=100"), 1);
		int careful = triangles("triangles_percent=1", "largest_error_mm=0.05");
		assertTrue(careful + " of " + all, careful < all && careful > 0.02 * all);
	}

	private int triangles(String... options) throws Exception {
		Path file = folder.getRoot().toPath().resolve("reduced.stl");
		bench.run("Save Surface...", Stream.concat(Stream.of("file=" + file), Stream.of(options)).toArray(String[]::new));
		return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getInt(80);
	}

	@Test
	public void whatCannotBeSavedIsRefusedAndLeavesNoFile() {
		Path vtk = folder.getRoot().toPath().resolve("ball.vtk");
		assertThrows(RuntimeException.class, () -> bench.run("Save Surface...", "file=" + vtk));
		bench.session().segments().add("empty", null);
		Path ply = folder.getRoot().toPath().resolve("empty.ply");
		String message = assertThrows(RuntimeException.class, () -> bench.run("Save Surface...", "segments=empty", "file=" + ply))
				.getMessage();
		assertTrue(message, message.contains("no voxels"));
		assertFalse(Files.exists(vtk) || Files.exists(ply));
	}

	@Test
	public void withoutADisplayTheWindowIsRefused() {
		String message = assertThrows(RuntimeException.class, () -> bench.run("Show Segments In 3D")).getMessage();
		assertTrue(message, message.contains("Use Save Surface..."));
	}
}
