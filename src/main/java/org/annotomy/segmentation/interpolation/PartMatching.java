package org.annotomy.segmentation.interpolation;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.component.Components;
import org.annotomy.segmentation.component.ConnectedComponents;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Finds out which parts of two masks on the same box belong together. Parts are numbered from 0, those of the second after the first. */
final class PartMatching {

	private static final double REACH = 2;

	/** What belongs together; {@code from} or {@code to} may be empty. */
	record Group(Mask from, Mask to, boolean single) {}

	private final VoxelBox box;
	private final VoxelSpacing spacing;
	private final int[] from;
	private final int[] to;
	private final int fromCount;
	private final List<Part> parts = new ArrayList<>();
	private final int[] parent;

	private PartMatching(Mask a, Mask b, VoxelSpacing spacing) {
		this.box = a.box();
		this.spacing = spacing;
		Components first = ConnectedComponents.of(a, Connectivity.CORNERS, Progress.NONE);
		Components second = ConnectedComponents.of(b, Connectivity.CORNERS, Progress.NONE);
		this.from = first.toInts(Progress.NONE);
		this.to = second.toInts(Progress.NONE);
		this.fromCount = first.count();
		measure(from, fromCount);
		measure(to, second.count());
		this.parent = new int[parts.size()];
		for (int i = 0; i < parent.length; i++)
			parent[i] = i;
	}

	static List<Group> of(Mask a, Mask b, VoxelSpacing spacing) {
		PartMatching matching = new PartMatching(a, b, spacing);
		matching.joinOverlapping();
		matching.joinNearest();
		return matching.groups();
	}

	/** The centre, in millimetres, and the radius of a ball or disc of as many voxels. */
	private record Part(double x, double y, double z, double radiusMm) {

		double distance(Part other) {
			return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y) + (z - other.z) * (z - other.z));
		}
	}

	private void measure(int[] labels, int count) {
		double[][] sums = new double[count + 1][4];
		int at = 0;
		for (int z = 0; z < box.nz(); z++)
			for (int y = 0; y < box.ny(); y++)
				for (int x = 0; x < box.nx(); x++) {
					double[] sum = sums[labels[at++]];
					sum[0] += x;
					sum[1] += y;
					sum[2] += z;
					sum[3]++;
				}
		for (int label = 1; label <= count; label++) {
			double n = sums[label][3];
			parts.add(new Part(sums[label][0] / n * spacing.xMm(), sums[label][1] / n * spacing.yMm(),
					sums[label][2] / n * spacing.zMm(), radius(n)));
		}
	}

	private double radius(double voxels) {
		double[] mm = {spacing.xMm(), spacing.yMm(), spacing.zMm()};
		int[] n = {box.nx(), box.ny(), box.nz()};
		double size = voxels;
		int axes = 0;
		for (int axis = 0; axis < 3; axis++)
			if (n[axis] > 1) {
				size *= mm[axis];
				axes++;
			}
		return axes < 3 ? Math.sqrt(size / Math.PI) : Math.cbrt(size * 3 / (4 * Math.PI));
	}

	private int root(int part) {
		int root = part;
		while (parent[root] != root)
			root = parent[root];
		return root;
	}

	private void join(int a, int b) {
		int rootA = root(a);
		int rootB = root(b);
		parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
	}

	private void joinOverlapping() {
		for (int i = 0; i < from.length; i++)
			if (from[i] != 0 && to[i] != 0) join(from[i] - 1, fromCount + to[i] - 1);
	}

	/** Those without partner, if each is the nearest of the other. */
	private void joinNearest() {
		int[] size = groupSizes();
		int[] nearest = new int[parts.size()];
		for (int i = 0; i < nearest.length; i++)
			nearest[i] = size[root(i)] == 1 ? nearest(i, size) : -1;
		for (int i = 0; i < fromCount; i++)
			if (nearest[i] >= 0 && nearest[nearest[i]] == i) join(i, nearest[i]);
	}

	private int nearest(int part, int[] size) {
		int best = -1;
		double least = Double.POSITIVE_INFINITY;
		int first = part < fromCount ? fromCount : 0;
		int end = part < fromCount ? parts.size() : fromCount;
		Part own = parts.get(part);
		for (int other = first; other < end; other++) {
			double distance = own.distance(parts.get(other));
			boolean near = distance <= REACH * (own.radiusMm + parts.get(other).radiusMm);
			if (size[root(other)] == 1 && near && distance < least) {
				best = other;
				least = distance;
			}
		}
		return best;
	}

	private int[] groupSizes() {
		int[] sizes = new int[parts.size()];
		for (int i = 0; i < sizes.length; i++)
			sizes[root(i)]++;
		return sizes;
	}

	private List<Group> groups() {
		int[] sizes = groupSizes();
		List<Group> groups = new ArrayList<>();
		for (int root = 0; root < sizes.length; root++)
			if (sizes[root] > 0) groups.add(new Group(mask(from, 0, root), mask(to, fromCount, root), sizes[root] == 2));
		return groups;
	}

	private Mask mask(int[] labels, int offset, int root) {
		Mask mask = Mask.empty(box);
		for (int i = 0; i < labels.length; i++)
			if (labels[i] != 0 && root(offset + labels[i] - 1) == root) mask.voxels()[i] = 1;
		return mask;
	}
}
