package org.annotomy.segmentation.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.geometry.Vertices;

/**
 * The outline of a mask along the edges of its pixels: whole-numbered corners, one part per group of pixels that share edges, holes where
 * they are. Rings are simple and touch at most in corners. No centre lies on an edge, so filling the outline gives the mask back under any
 * rule for ties.
 */
public final class MaskTracing {

	/** Right, down, left, up: the way along an edge with the mask to the right. */
	private static final int[] DX = {1, 0, -1, 0};
	private static final int[] DY = {0, 1, 0, -1};

	/** The pixel that lies ahead to the right of a corner, by direction, relative to the corner. */
	private static final int[] RIGHT_X = {0, -1, -1, 0};
	private static final int[] RIGHT_Y = {0, 0, -1, -1};

	private final PixelMask mask;
	private final PixelGroups groups;
	private final BitSet tracedTops = new BitSet();
	private final Map<Integer, Vertices> shells = new LinkedHashMap<>();
	private final Map<Integer, List<Vertices>> holes = new HashMap<>();
	private int[] corners = new int[64];
	private int count;

	private MaskTracing(PixelMask mask) {
		this.mask = mask;
		this.groups = new PixelGroups(mask);
	}

	/** @return empty if no pixel belongs to the mask */
	public static Optional<PolygonShape> outline(PixelMask mask) {
		MaskTracing tracing = new MaskTracing(mask);
		for (int y = 0; y < mask.height(); y++)
			for (int x = 0; x < mask.width(); x++)
				if (mask.at(x, y) && !mask.at(x, y - 1) && !tracing.tracedTops.get(y * mask.width() + x)) tracing.trace(x, y);
		return tracing.polygon();
	}

	private Optional<PolygonShape> polygon() {
		if (shells.isEmpty()) return Optional.empty();
		List<Ring> parts = new ArrayList<>();
		shells.forEach((group, shell) -> parts.add(new Ring(shell, holes.getOrDefault(group, List.of()))));
		return Optional.of(new PolygonShape(parts, Origin.TRACED));
	}

	/** Follows the border from the top edge of a pixel until it comes back to it. */
	private void trace(int startX, int startY) {
		int group = groups.of(startX, startY);
		int x = startX;
		int y = startY;
		int direction = 0;
		count = 0;
		do {
			if (direction == 0) tracedTops.set(y * mask.width() + x);
			x += DX[direction];
			y += DY[direction];
			int turned = turn(x, y, direction);
			if (turned != direction) add(x, y);
			direction = turned;
		} while (x != startX || y != startY || direction != 0);
		split(group);
	}

	/** Keeps to the same group of pixels: at a corner where two of them meet only diagonally it turns right, around its own. */
	private int turn(int x, int y, int direction) {
		int left = (direction + 3) % 4;
		if (!mask.at(x + RIGHT_X[direction], y + RIGHT_Y[direction])) return (direction + 1) % 4;
		return mask.at(x + RIGHT_X[left], y + RIGHT_Y[left]) ? left : direction;
	}

	private void add(int x, int y) {
		if (2 * count == corners.length) corners = Arrays.copyOf(corners, 2 * corners.length);
		corners[2 * count] = x;
		corners[2 * count + 1] = y;
		count++;
	}

	/** A border that passes a corner twice is cut there into rings that pass it once. */
	private void split(int group) {
		Map<Long, Integer> placeOnWay = new HashMap<>();
		int[] way = new int[2 * count];
		int length = 0;
		for (int i = 0; i < count; i++) {
			long key = ((long) corners[2 * i] << Integer.SIZE) + corners[2 * i + 1];
			Integer before = placeOnWay.get(key);
			if (before != null) {
				keep(way, before, length, group);
				for (int k = before + 1; k < length; k++)
					placeOnWay.remove(((long) way[2 * k] << Integer.SIZE) + way[2 * k + 1]);
				length = before + 1;
				continue;
			}
			placeOnWay.put(key, length);
			way[2 * length] = corners[2 * i];
			way[2 * length + 1] = corners[2 * i + 1];
			length++;
		}
		keep(way, 0, length, group);
	}

	private void keep(int[] way, int from, int to, int group) {
		double[] xy = new double[2 * (to - from)];
		for (int i = from; i < to; i++) {
			xy[2 * (i - from)] = way[2 * i] + mask.x();
			xy[2 * (i - from) + 1] = way[2 * i + 1] + mask.y();
		}
		Vertices ring = Vertices.adopt(xy);
		if (ring.signedArea() > 0) shells.put(group, ring);
		else holes.computeIfAbsent(group, g -> new ArrayList<>()).add(ring);
	}
}
