package org.annotomy.segmentation.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.segmentation.volume.Mask;

/**
 * The two corners of voxels that lie farthest apart in space: the largest Feret diameter. It is never shorter than the longest diameter of a
 * slice's outline, which runs between corners, too. The smallest distance that still holds all voxels between two planes is not looked for.
 *
 * @param mm 0 without voxels
 * @param from one end, as image coordinates in which voxel centres are whole numbers; likewise {@code to}
 */
public record LongestDiameter(double mm, Position from, Position to) {

	/** A corner of voxels; corner (0, 0, 0) is that of voxel (0, 0, 0) of the mask's box. */
	private record Corner(int x, int y, int z) {}

	/** @param toMm from voxel centres to mm */
	static LongestDiameter of(Mask mask, Affine toMm) {
		List<Corner> corners = onHulls(
				onHulls(onHulls(ends(mask), Corner::z, Corner::x, Corner::y), Corner::y, Corner::x, Corner::z),
				Corner::x, Corner::y, Corner::z);
		Position[] places = corners.stream().map(c -> toMm.apply(place(c, mask))).toArray(Position[]::new);
		int from = 0;
		int to = 0;
		double most = 0;
		for (int i = 0; i < places.length; i++)
			for (int j = i + 1; j < places.length; j++) {
				double dx = places[i].x() - places[j].x();
				double dy = places[i].y() - places[j].y();
				double dz = places[i].z() - places[j].z();
				double square = dx * dx + dy * dy + dz * dz;
				if (square > most) {
					most = square;
					from = i;
					to = j;
				}
			}
		if (corners.isEmpty()) return new LongestDiameter(0, Position.ORIGIN, Position.ORIGIN);
		return new LongestDiameter(Math.sqrt(most), place(corners.get(from), mask), place(corners.get(to), mask));
	}

	private static Position place(Corner corner, Mask mask) {
		return new Position(mask.box().x() + corner.x - 0.5, mask.box().y() + corner.y - 0.5, mask.box().z() + corner.z - 0.5);
	}

	/** The first and the last corner of each row of corners along x. */
	private static List<Corner> ends(Mask mask) {
		int nx = mask.box().nx();
		int ny = mask.box().ny();
		int nz = mask.box().nz();
		int[] first = new int[(ny + 1) * (nz + 1)];
		int[] last = new int[first.length];
		Arrays.fill(first, Integer.MAX_VALUE);
		for (int z = 0, row = 0; z < nz; z++)
			for (int y = 0; y < ny; y++, row += nx) {
				int from = 0;
				int to = nx;
				while (from < nx && mask.voxels()[row + from] == 0)
					from++;
				if (from == nx) continue;
				while (mask.voxels()[row + to - 1] == 0)
					to--;
				for (int corner = 0; corner < 4; corner++) {
					int at = y + (corner & 1) + (ny + 1) * (z + (corner >> 1));
					first[at] = Math.min(first[at], from);
					last[at] = Math.max(last[at], to);
				}
			}
		List<Corner> ends = new ArrayList<>();
		for (int i = 0; i < first.length; i++)
			if (first[i] < Integer.MAX_VALUE) {
				ends.add(new Corner(first[i], i % (ny + 1), i / (ny + 1)));
				ends.add(new Corner(last[i], i % (ny + 1), i / (ny + 1)));
			}
		return ends;
	}

	/** Those that are corners of the convex hull in their plane; the ends of a longest distance are so in every plane through them. */
	private static List<Corner> onHulls(List<Corner> corners, ToIntFunction<Corner> plane, ToIntFunction<Corner> u,
			ToIntFunction<Corner> v) {
		Map<Integer, List<Corner>> planes = new TreeMap<>();
		for (Corner corner : corners)
			planes.computeIfAbsent(plane.applyAsInt(corner), p -> new ArrayList<>()).add(corner);
		List<Corner> kept = new ArrayList<>();
		for (List<Corner> inPlane : planes.values()) {
			inPlane.sort(Comparator.comparingInt(u).thenComparingInt(v));
			List<Corner> lower = chain(inPlane, u, v, 1);
			for (Corner corner : chain(inPlane, u, v, -1))
				if (!lower.contains(corner)) lower.add(corner);
			kept.addAll(lower);
		}
		return kept;
	}

	/** Andrew's monotone chain (1979): one side of the hull of points in order. */
	private static List<Corner> chain(List<Corner> sorted, ToIntFunction<Corner> u, ToIntFunction<Corner> v, int side) {
		List<Corner> chain = new ArrayList<>();
		for (Corner next : sorted) {
			while (chain.size() > 1 && side * turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), next, u, v) <= 0)
				chain.remove(chain.size() - 1);
			chain.add(next);
		}
		return chain;
	}

	private static long turn(Corner a, Corner b, Corner c, ToIntFunction<Corner> u, ToIntFunction<Corner> v) {
		long bu = u.applyAsInt(b) - u.applyAsInt(a);
		long bv = v.applyAsInt(b) - v.applyAsInt(a);
		long cu = u.applyAsInt(c) - u.applyAsInt(a);
		long cv = v.applyAsInt(c) - v.applyAsInt(a);
		return bu * cv - bv * cu;
	}
}
