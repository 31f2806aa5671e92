package org.annotomy.segmentation.surface;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class MarchingCubesTest {

	private static final VoxelSpacing CUBES = new VoxelSpacing(1, 1, 1);
	private static final VoxelSpacing BRICKS = new VoxelSpacing(0.7, 0.8, 2.5);

	private static TriangleMesh surface(Mask mask, VoxelSpacing spacing) {
		return MarchingCubes.of(mask, spacing, Progress.NONE);
	}

	@Test
	public void oneVoxelIsAnOctahedron() {
		TriangleMesh mesh = surface(Mask.full(new VoxelBox(5, 6, 7, 1, 1, 1)), BRICKS);
		assertEquals(6, mesh.vertices());
		assertEquals(8, mesh.triangles());
		assertEquals(0.7 * 0.8 * 2.5 / 6, mesh.volume(), 1e-5);
		double x = 0;
		for (int i = 0; i < 6; i++)
			x += mesh.vertex(i).x() / 6;
		assertEquals(5 * 0.7, x, 1e-5);
	}

	@Test
	public void everyCellOfEightVoxelsGivesAClosedSurface() {
		for (int bits = 0; bits < 256; bits++) {
			Mask mask = Mask.empty(new VoxelBox(0, 0, 0, 2, 2, 2));
			for (int i = 0; i < 8; i++)
				mask.voxels()[i] = (byte) (bits >> i & 1);
			TriangleMesh mesh = surface(mask, CUBES);
			assertEquals("case " + bits, 0, Meshes.openEdges(mesh));
			assertTrue("case " + bits, bits == 0 || mesh.volume() > 0);
		}
	}

	@Test
	public void noTriangleHasTwoCornersOnOneEdgeOfItsCell() {
		for (int inside = 0; inside < 256; inside++) {
			int[] edges = CellCases.triangles(inside);
			for (int i = 0; i < edges.length; i++)
				for (int j = i + 1; j < i / 3 * 3 + 3; j++)
					assertTrue("case " + inside, edges[i] != edges[j]);
		}
	}

	@Test
	public void noiseGivesSurfacesWithoutHoles() {
		for (int seed = 1; seed <= 30; seed++) {
			Mask mask = Meshes.noise(new VoxelBox(-3, 2, 9, 9, 8, 7), 0.15 + 0.025 * seed, seed);
			assertEquals("seed " + seed, 0, Meshes.openEdges(surface(mask, BRICKS)));
		}
	}

	/** Eight octants: each voxel inside, alone, encloses a sixth; a full one all of the cell. */
	@Test
	public void theVolumeOfABoxIsThatOfItsVoxelsWithoutTheRim() {
		TriangleMesh mesh = surface(Mask.full(new VoxelBox(0, 0, 0, 6, 5, 4)), CUBES);
		double rim = 2 * (6 * 5 + 6 * 4 + 5 * 4);
		assertTrue(mesh.volume() < 120 && mesh.volume() > 120 - rim / 4);
		assertEquals(2, Meshes.eulerCharacteristic(mesh));
	}

	@Test
	public void aBallHasTheVolumeAndTheAreaOfABall() {
		double[] mm = {0.7, 0.8, 2.5};
		TriangleMesh mesh = surface(Meshes.ball(new VoxelBox(0, 0, 0, 91, 79, 27), 25, mm), BRICKS);
		double volume = 4 / 3.0 * Math.PI * 25 * 25 * 25;
		assertEquals(volume, mesh.volume(), 0.01 * volume);
		TriangleMesh smooth = SurfaceSmoothing.taubin(mesh, 20, Progress.NONE);
		assertEquals(volume, smooth.volume(), 0.01 * volume);
		double area = 4 * Math.PI * 25 * 25;
		assertTrue("steps add area: " + mesh.area(), mesh.area() > 1.03 * area);
		assertEquals(area, smooth.area(), 0.03 * area);
		assertEquals(2, Meshes.eulerCharacteristic(smooth));
		assertEquals(0, Meshes.openEdges(smooth));
	}

	@Test
	public void aMaskMayLieAnywhere() {
		double[] mm = {1, 1, 1};
		TriangleMesh here = surface(Meshes.ball(new VoxelBox(0, 0, 0, 15, 15, 15), 6, mm), CUBES);
		TriangleMesh there = surface(Meshes.ball(new VoxelBox(-7, -7, -7, 15, 15, 15), 6, mm), CUBES);
		assertEquals(here.volume(), there.volume(), 1e-2);
		assertEquals(0, there.vertex(0).minus(here.vertex(0)).plus(new org.annotomy.geometry.Position(7, 7, 7)).norm(), 1e-6);
	}

	@Test
	public void emptyMasksHaveNoSurface() {
		assertTrue(surface(Mask.empty(new VoxelBox(0, 0, 0, 3, 3, 3)), CUBES).isEmpty());
		assertTrue(surface(Mask.empty(VoxelBox.EMPTY), CUBES).isEmpty());
		assertTrue(SurfaceSmoothing.taubin(TriangleMesh.EMPTY, 5, Progress.NONE).isEmpty());
	}

	/** As scikit-image lays them; it cuts some loops into other triangles, so areas differ a little. */
	@Test
	public void surfacesAreThoseOfScikitImage() throws Exception {
		for (JsonObject row : oracle()) {
			double[] n = row.require("size").asArray().doubles();
			double[] mm = row.require("spacing").asArray().doubles();
			VoxelBox box = new VoxelBox(0, 0, 0, (int) n[0], (int) n[1], (int) n[2]);
			Mask mask = Meshes.ball(box, row.require("radius").asDouble(), mm);
			TriangleMesh mesh = surface(mask, new VoxelSpacing(mm[0], mm[1], mm[2]));
			assertEquals(row.toString(), (int) row.require("vertices").asDouble(), mesh.vertices());
			assertEquals(row.toString(), (int) row.require("triangles").asDouble(), mesh.triangles());
			assertEquals(row.toString(), row.require("area").asDouble(), mesh.area(), 0.005 * mesh.area());
		}
	}

	private static List<JsonObject> oracle() throws Exception {
		try (InputStream in = MarchingCubesTest.class.getResourceAsStream("surfaces.json")) {
			List<JsonObject> rows = new ArrayList<>();
			for (JsonValue row : Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject().list("balls"))
				rows.add(row.asObject());
			return rows;
		}
	}

	@Test
	public void aMirroredSurfaceStaysTheRightWayOut() {
		TriangleMesh mesh = surface(Mask.full(new VoxelBox(0, 0, 0, 3, 4, 5)), CUBES);
		TriangleMesh mirrored = mesh.transformed(Affine.ofRows(1, 0, 0, 2, 0, 1, 0, 3, 0, 0, -1, 4));
		assertEquals(mesh.volume(), mirrored.volume(), 1e-3);
		assertEquals(0, Meshes.openEdges(mirrored));
	}

	@Test
	public void normalsOfABallPointOutwards() {
		TriangleMesh ball = surface(Meshes.ball(new VoxelBox(-10, -10, -10, 21, 21, 21), 8, new double[]{1, 1, 1}), CUBES);
		float[] normals = ball.normals();
		for (int i = 0; i < ball.vertices(); i++) {
			double along = ball.vertex(i).unit()
					.dot(new org.annotomy.geometry.Position(normals[3 * i], normals[3 * i + 1], normals[3 * i + 2]));
			assertTrue("vertex " + i + ": " + along, along > 0.6);
		}
	}

	@Test
	public void cancellingStops() {
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		assertThrows(CancelledException.class,
				() -> MarchingCubes.of(Mask.full(new VoxelBox(0, 0, 0, 9, 9, 9)), CUBES, cancelled));
	}

	@Test
	public void refusals() {
		assertThrows(IllegalArgumentException.class, () -> SurfaceSmoothing.taubin(TriangleMesh.EMPTY, -1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> new TriangleMesh(new float[2], new int[0]));
	}
}
