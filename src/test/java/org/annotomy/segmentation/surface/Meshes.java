package org.annotomy.segmentation.surface;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;

/** Masks to lay surfaces around, and what can be said of any surface. */
public final class Meshes {

	private Meshes() {}

	/** A ball of this radius in mm around the middle of a box. */
	public static Mask ball(VoxelBox box, double radiusMm, double[] mm) {
		Mask mask = Mask.empty(box);
		int at = 0;
		for (int z = 0; z < box.nz(); z++)
			for (int y = 0; y < box.ny(); y++)
				for (int x = 0; x < box.nx(); x++, at++) {
					double dx = (x - (box.nx() - 1) / 2.0) * mm[0];
					double dy = (y - (box.ny() - 1) / 2.0) * mm[1];
					double dz = (z - (box.nz() - 1) / 2.0) * mm[2];
					if (dx * dx + dy * dy + dz * dz <= radiusMm * radiusMm) mask.voxels()[at] = 1;
				}
		return mask;
	}

	static Mask noise(VoxelBox box, double part, long seed) {
		Mask mask = Mask.empty(box);
		Random random = new Random(seed);
		for (int i = 0; i < mask.voxels().length; i++)
			mask.voxels()[i] = (byte) (random.nextDouble() < part ? 1 : 0);
		return mask;
	}

	/** Edges that do not belong to two triangles, one for each direction. */
	static long openEdges(TriangleMesh mesh) {
		Map<Long, Integer> ways = new HashMap<>();
		int[] c = mesh.corners();
		for (int i = 0; i < c.length; i++)
			ways.merge((long) c[i] << 32 | c[i % 3 == 2 ? i - 2 : i + 1], 1, Integer::sum);
		return ways.entrySet().stream()
				.filter(way -> way.getValue() != 1 || !ways.containsKey(way.getKey() << 32 | way.getKey() >>> 32)).count();
	}

	/** Vertices - edges + triangles, of a closed surface. */
	static int eulerCharacteristic(TriangleMesh mesh) {
		Set<Integer> used = new HashSet<>();
		for (int corner : mesh.corners())
			used.add(corner);
		return used.size() - mesh.triangles() * 3 / 2 + mesh.triangles();
	}
}
