package org.annotomy.segmentation.surface;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.Test;

public class SurfaceNetsTest {

	private static final double[] ONE = {1, 1, 1};

	private static LabelNet net(byte[] labels, VolumeSize size) {
		return SurfaceNets.of(labels, size, new double[3], ONE, Progress.NONE);
	}

	/** Patches of labels, with some voxels of noise. */
	private static byte[] labels(VolumeSize size, long seed) {
		Random random = new Random(seed);
		byte[] labels = new byte[size.arrayLength()];
		for (int i = 0; i < labels.length; i++) {
			int x = i % size.nx();
			int y = i / size.nx() % size.ny();
			labels[i] = (byte) (random.nextInt(12) == 0 ? random.nextInt(250) : (x / 9 + y / 7) % 3 == 0 ? 0 : 200 + x / 13);
		}
		return labels;
	}

	private static int at(byte[] labels, VolumeSize size, int x, int y, int z) {
		return x < 0 || y < 0 || z < 0 || x >= size.nx() || y >= size.ny() || z >= size.nz()
				? 0
				: labels[size.index(x, y, z)] & 0xff;
	}

	/** Widths around those of eight voxels that are looked at together. */
	@Test
	public void thereIsAQuadForEachSideBetweenLabelsAndAVertexForEachMixedCell() {
		for (int nx = 1; nx < 40; nx += 3) {
			VolumeSize size = new VolumeSize(nx, 9, 11);
			byte[] labels = labels(size, nx);
			int sides = 0;
			int cells = 0;
			for (int z = -1; z < size.nz(); z++)
				for (int y = -1; y < size.ny(); y++)
					for (int x = -1; x < size.nx(); x++) {
						int own = at(labels, size, x, y, z);
						if (own != at(labels, size, x + 1, y, z)) sides++;
						if (own != at(labels, size, x, y + 1, z)) sides++;
						if (own != at(labels, size, x, y, z + 1)) sides++;
						Set<Integer> corners = new HashSet<>();
						for (int k = 0; k < 8; k++)
							corners.add(at(labels, size, x + (k & 1), y + (k >> 1 & 1), z + (k >> 2)));
						if (corners.size() > 1) cells++;
					}
			LabelNet net = net(labels, size);
			assertEquals("width " + nx, sides, net.count());
			assertEquals("width " + nx, cells, net.xyz().length / 3);
		}
	}

	/** The volume inside, by the triangles alone, is that of the voxels: so each quad is there and turned the right way. */
	@Test
	public void theSurfaceOfEachLabelEnclosesItsVoxels() {
		VolumeSize size = new VolumeSize(37, 23, 19);
		byte[] labels = labels(size, 5);
		int[] voxels = new int[256];
		for (byte label : labels)
			voxels[label & 0xff]++;
		LabelNet net = SurfaceNets.of(labels, size, new double[]{5, -7, 100}, new double[]{0.5, 2, 3}, Progress.NONE);
		TriangleMesh[] meshes = net.meshes();
		assertTrue(meshes[0].isEmpty());
		for (int label = 1; label < 256; label++)
			assertEquals("label " + label, 3.0 * voxels[label], meshes[label].volume(), 0.02 * (1 + voxels[label]));
	}

	@Test
	public void oneVoxelIsACubeWhereItLies() {
		TriangleMesh cube = net(new byte[]{0, 0, 7}, new VolumeSize(3, 1, 1)).meshes()[7];
		assertEquals(8, cube.vertices());
		assertEquals(12, cube.triangles());
		assertEquals(6, cube.area(), 1e-6);
		assertEquals(0, Meshes.openEdges(cube));
		double x = 0;
		for (int i = 0; i < 8; i++)
			x += cube.vertex(i).x() / 8;
		assertEquals(2, x, 1e-6);
	}

	@Test
	public void neighboursShareTheirBorderAlsoWhenItIsSmoothed() {
		VolumeSize size = new VolumeSize(30, 20, 20);
		byte[] labels = new byte[size.arrayLength()];
		for (int i = 0; i < labels.length; i++) {
			int x = i % 30 - 14;
			int y = i / 30 % 20 - 10;
			int z = i / 600 - 10;
			if (x * x + y * y + z * z < 70) labels[i] = (byte) (x + y / 2 < 0 ? 1 : 2);
		}
		LabelNet smooth = NetSmoothing.relaxed(net(labels, size), ONE, 15, Progress.NONE);
		TriangleMesh[] both = smooth.meshes();
		byte[] joined = labels.clone();
		for (int i = 0; i < joined.length; i++)
			joined[i] = (byte) (joined[i] == 0 ? 0 : 1);
		for (int label = 1; label <= 2; label++) {
			assertEquals(0, Meshes.openEdges(both[label]));
			assertEquals(2, Meshes.eulerCharacteristic(both[label]));
		}
		double whole = 0;
		for (byte label : joined)
			whole += label;
		assertEquals(whole, both[1].volume() + both[2].volume(), 0.05 * whole);
		LabelNet blocky = net(labels, size);
		for (int i = 0; i < blocky.xyz().length; i++)
			assertEquals(blocky.xyz()[i], smooth.xyz()[i], 0.5 + 1e-5);
		double area = 4 * Math.PI * 70;
		double outside = both[1].area() + both[2].area();
		assertTrue("steps go: " + outside,
				outside < 1.6 * area && blocky.meshes()[1].area() + blocky.meshes()[2].area() > 1.8 * area);
	}

	@Test
	public void largeBlocksHaveTheLabelOfMostOfTheirVoxels() {
		VolumeSize fine = new VolumeSize(5, 2, 2);
		byte[] labels = new byte[20];
		for (int i = 0; i < 20; i++)
			labels[i] = (byte) (i % 5 < 2 ? 3 : i % 5 == 2 ? 4 : i % 5 == 3 ? 9 : 0);
		labels[2] = 9;
		assertEquals(new VolumeSize(3, 1, 1), CoarseLabels.size(fine, new int[]{2, 2, 2}));
		assertArrayEquals(new byte[]{3, 9, 0}, CoarseLabels.of(labels, fine, new int[]{2, 2, 2}, Progress.NONE));
		assertTrue(Arrays.equals(labels, CoarseLabels.of(labels, fine, new int[]{1, 1, 1}, Progress.NONE)));
	}

	@Test
	public void emptyVolumesHaveNoNetAndWrongOnesAreRefused() {
		assertEquals(0, net(new byte[27], new VolumeSize(3, 3, 3)).count());
		assertThrows(IllegalArgumentException.class, () -> net(new byte[26], new VolumeSize(3, 3, 3)));
	}

	@Test
	public void piecesFitTogether() {
		VolumeSize size = new VolumeSize(21, 17, 300);
		Mask ball = Meshes.ball(new VoxelBox(0, 0, 0, 21, 17, 300), 8, new double[]{1, 1, 0.06});
		LabelNet whole = net(ball.voxels(), size);
		assertEquals(ball.count(), whole.meshes()[1].volume(), 0.01 * ball.count());
		assertEquals(0, Meshes.openEdges(whole.meshes()[1]));
	}
}
