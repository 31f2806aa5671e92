package org.annotomy.segmentation.levelset;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * The signed distance from a surface, below 0 inside, in layers of voxels on both sides of it; beyond these only the side is known. Layer
 * 0 are the voxels with a neighbour on the other side. Their distances are their values by the slope there (Russo and Smereka 2000,
 * doi:10.1006/jcph.2000.6553), so that the surface does not drift when they are taken anew; those of the other layers come from the layer
 * before ({@link Eikonal}).
 */
final class SurfaceBand {

	/** Layers on each side. Second derivatives are right in the first three. */
	static final int LAYERS = 5;
	static final int MOVING_LAYERS = 3;
	static final float FAR = 1e9f;

	private static final String DOING = "Moving the surface";
	private static final int LEAST = 1 << 12;
	private static final int BLOCK = 1 << 16;
	private static final double LEAST_SLOPE = 0.25;

	private final VolumeSize size;
	private final double[] mm;
	private final float[] phi;
	private final byte[] layerOf;
	private int[] voxels = new int[1 << 10];
	private final int[] ends = new int[LAYERS];
	/** Of the last look for it; only for a while, kept so that nothing is allocated again and again. */
	private int[] surface = new int[1 << 10];
	private int surfaceLength;
	private final int[] found = new int[BLOCK];
	private float[] distances = new float[1 << 10];

	/** @param phi below 0 inside; taken over. Of values far from the surface only the sign counts */
	SurfaceBand(float[] phi, VolumeSize size, VoxelSpacing spacing) {
		this.size = size;
		this.phi = phi;
		mm = new double[]{spacing.xMm(), spacing.yMm(), spacing.zMm()};
		layerOf = new byte[phi.length];
		findSurface(phi.length, i -> i);
		layers();
	}

	float[] phi() {
		return phi;
	}

	/** Voxels of the band, layer after layer; the first {@link #moving} of them may be changed before the next {@link #renew}. */
	int[] voxels() {
		return voxels;
	}

	int moving() {
		return ends[MOVING_LAYERS - 1];
	}

	/** How many voxels lie beside the surface. */
	int surfaceCount() {
		return ends[0];
	}

	/** Finds the surface anew after values have changed, and the distances from it. */
	void renew() {
		findSurface(ends[LAYERS - 1], i -> voxels[i]);
		layers();
	}

	@FunctionalInterface
	private interface Place {
		int voxel(int i);
	}

	/** Of some voxels those beside the surface, in their order; block by block. */
	private void findSurface(int count, Place place) {
		surfaceLength = 0;
		for (int from = 0; from < count; from += Math.min(BLOCK, count - from)) {
			int first = from;
			int length = Math.min(BLOCK, count - from);
			int pieces = Ranges.pieces(length, LEAST);
			int[] counts = new int[pieces];
			Ranges.forEach(length, pieces, Progress.NONE, DOING,
					(piece, start, end) -> counts[piece] = findSurface(first, start, end, place));
			surface = roomFor(surface, surfaceLength + length);
			for (int piece = 0; piece < pieces; piece++) {
				System.arraycopy(found, Ranges.start(length, pieces, piece), surface, surfaceLength, counts[piece]);
				surfaceLength += counts[piece];
			}
		}
	}

	/** Puts those of a part of a block to the part's beginning in {@link #found}. @return how many there are */
	private int findSurface(int first, int start, int end, Place place) {
		Around around = new Around(size);
		int at = start;
		for (int i = start; i < end; i++) {
			int voxel = place.voxel(first + i);
			around.at(voxel);
			if (isBeside(voxel, around)) found[at++] = voxel;
		}
		return at - start;
	}

	private static int[] roomFor(int[] numbers, int length) {
		return length <= numbers.length
				? numbers
				: Arrays.copyOf(numbers, Math.max(length, numbers.length + (numbers.length >> 1)));
	}

	private boolean isBeside(int voxel, Around around) {
		boolean inside = phi[voxel] < 0;
		for (int side = 0; side < 6; side++)
			if (phi[voxel + around.step(side)] < 0 != inside) return true;
		return false;
	}

	private void layers() {
		boolean first = ends[LAYERS - 1] == 0;
		makeRoom(surfaceLength);
		each(0, surfaceLength, (i, around) -> {
			around.at(surface[i]);
			distances[i] = first ? crossing(surface[i], around) : bySlope(surface[i], around);
		});
		forget();
		ends[0] = 0;
		for (int i = 0; i < surfaceLength; i++)
			add(0, surface[i]);
		each(0, surfaceLength, (i, around) -> set(surface[i], distances[i]));
		for (int layer = 1; layer < LAYERS; layer++) {
			addLayer(layer);
			solve(ends[layer - 1], ends[layer], layer);
		}
		solve(ends[0], ends[LAYERS - 1], LAYERS);
	}

	/** For distances that are not needed any more afterwards. */
	private void makeRoom(int length) {
		if (length > distances.length) distances = new float[Math.max(length, distances.length + (distances.length >> 1))];
	}

	/** The distance of a voxel beside the surface where the level function is smooth; where it is not, by {@link #crossing}. */
	private float bySlope(int voxel, Around around) {
		double sum = 0;
		for (int axis = 0; axis < 3; axis++) {
			double slope = (phi[voxel + around.step(2 * axis + 1)] - phi[voxel + around.step(2 * axis)]) / (2 * mm[axis]);
			sum += slope * slope;
		}
		return sum < LEAST_SLOPE ? crossing(voxel, around) : (float) (Math.abs(phi[voxel]) / Math.sqrt(sum));
	}

	/** The distance of a voxel beside the surface, taken as a plane through the places where it crosses the lines to neighbours. */
	private float crossing(int voxel, Around around) {
		double own = Math.abs(phi[voxel]);
		double sum = 0;
		for (int axis = 0; axis < 3; axis++) {
			double nearest = Double.POSITIVE_INFINITY;
			for (int side = 2 * axis; side < 2 * axis + 2; side++) {
				float other = phi[voxel + around.step(side)];
				if (other < 0 != phi[voxel] < 0) nearest = Math.min(nearest, mm[axis] * own / (own + Math.abs(other)));
			}
			sum += 1 / (nearest * nearest);
		}
		return (float) (1 / Math.sqrt(sum));
	}

	/** All voxels have but their side. */
	private void forget() {
		boolean first = ends[LAYERS - 1] == 0;
		each(0, first ? phi.length : ends[LAYERS - 1], (i, around) -> {
			int voxel = first ? i : voxels[i];
			layerOf[voxel] = 0;
			set(voxel, FAR);
		});
	}

	private void set(int voxel, float distance) {
		phi[voxel] = phi[voxel] < 0 ? -Math.max(distance, Float.MIN_NORMAL) : distance;
	}

	private void addLayer(int layer) {
		ends[layer] = ends[layer - 1];
		int from = layer == 1 ? 0 : ends[layer - 2];
		Around around = new Around(size);
		for (int i = from; i < ends[layer - 1]; i++) {
			int voxel = voxels[i];
			around.at(voxel);
			for (int side = 0; side < 6; side++)
				if (layerOf[voxel + around.step(side)] == 0) add(layer, voxel + around.step(side));
		}
	}

	private void add(int layer, int voxel) {
		voxels = roomFor(voxels, ends[layer] + 1);
		voxels[ends[layer]++] = voxel;
		layerOf[voxel] = (byte) (layer + 1);
	}

	/** Distances of some voxels of the band from those of neighbours in the first {@code known} layers, if they are smaller. */
	private void solve(int from, int to, int known) {
		makeRoom(to - from);
		Ranges.forEach(to - from, Ranges.pieces(to - from, LEAST), Progress.NONE, DOING, (piece, start, end) -> {
			Around around = new Around(size);
			double[] near = new double[3];
			double[] h = new double[3];
			for (int i = start; i < end; i++) {
				int voxel = voxels[from + i];
				around.at(voxel);
				for (int axis = 0; axis < 3; axis++)
					upwind(voxel, around, axis, known, near, h);
				double found = Eikonal.solve(near[0], near[1], near[2], h[0], h[1], h[2], 1);
				distances[i] = (float) Math.min(Math.abs(phi[voxel]), found);
			}
		});
		each(from, to, (i, around) -> set(voxels[i], distances[i - from]));
	}

	/**
	 * The smaller distance along an axis, and how far away it counts: by differences of second order if the next two voxels towards the
	 * surface are known.
	 */
	private void upwind(int voxel, Around around, int axis, int known, double[] near, double[] h) {
		double sign = phi[voxel] < 0 ? -1 : 1;
		double low = distance(voxel + around.step(2 * axis), sign, known);
		double high = distance(voxel + around.step(2 * axis + 1), sign, known);
		int side = low <= high ? 2 * axis : 2 * axis + 1;
		near[axis] = Math.min(low, high);
		h[axis] = mm[axis];
		if (near[axis] == Double.POSITIVE_INFINITY || !around.hasTwo(side)) return;
		double beyond = distance(voxel + 2 * around.step(side), sign, known);
		if (beyond > near[axis]) return;
		near[axis] = (4 * near[axis] - beyond) / 3;
		h[axis] = 2 * mm[axis] / 3;
	}

	/** Below 0 on the other side. */
	private double distance(int voxel, double sign, int known) {
		return layerOf[voxel] > 0 && layerOf[voxel] <= known ? sign * phi[voxel] : Double.POSITIVE_INFINITY;
	}

	/** Work on one of many numbers. */
	@FunctionalInterface
	interface Work {
		void run(int i, Around around);
	}

	/** From {@code from} to before {@code to}, by several threads. */
	final void each(int from, int to, Work work) {
		Ranges.forEach(to - from, Ranges.pieces(to - from, LEAST), Progress.NONE, DOING, (piece, start, end) -> {
			Around around = new Around(size);
			for (int i = from + start; i < from + end; i++)
				work.run(i, around);
		});
	}
}
