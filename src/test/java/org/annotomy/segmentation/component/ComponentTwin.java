package org.annotomy.segmentation.component;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;

import org.annotomy.geometry.VolumeSize;

/** Components found voxel by voxel. */
final class ComponentTwin {

	private ComponentTwin() {}

	/** @param same 1 if two neighbours belong together */
	static int[] labels(VolumeSize size, IntPredicate inside, IntBinaryOperator same, int neighbours) {
		int[] labels = new int[size.arrayLength()];
		int next = 0;
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == 0 && inside.test(i)) spread(size, labels, i, ++next, inside, same, neighbours);
		return labels;
	}

	private static void spread(VolumeSize size, int[] labels, int seed, int label, IntPredicate inside, IntBinaryOperator same,
			int neighbours) {
		Deque<Integer> open = new ArrayDeque<>();
		labels[seed] = label;
		open.add(seed);
		while (!open.isEmpty()) {
			int at = open.poll();
			for (int next : around(size, at, neighbours))
				if (labels[next] == 0 && inside.test(next) && same.applyAsInt(at, next) == 1) {
					labels[next] = label;
					open.add(next);
				}
		}
	}

	static int[] around(VolumeSize size, int at, int neighbours) {
		int x = at % size.nx();
		int y = at / size.nx() % size.ny();
		int z = at / size.nx() / size.ny();
		int most = neighbours == 6 ? 1 : neighbours == 18 ? 2 : 3;
		int[] found = new int[26];
		int count = 0;
		for (int dz = -1; dz <= 1; dz++)
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++) {
					int steps = Math.abs(dx) + Math.abs(dy) + Math.abs(dz);
					if (steps > 0 && steps <= most && size.contains(x + dx, y + dy, z + dz))
						found[count++] = size.index(x + dx, y + dy, z + dz);
				}
		return java.util.Arrays.copyOf(found, count);
	}
}
