package org.annotomy.segmentation.watershed;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.volume.StepsInside;
import org.annotomy.task.Progress;

/**
 * Floods a relief from markers: voxels join the marker whose water reaches them first, low values before high ones, and on a plateau
 * in the order in which the water reaches its edge (Beucher and Meyer 1993; F. Meyer, "Un algorithme optimal de ligne de partage des
 * eaux", 1991).
 * <p>
 * Values are kept exactly, not in classes. Labels agree with {@code skimage.segmentation.watershed}, with and without lines, as long
 * as markers of equal value do not compete (that program leaves their order to its heap; here it is that of the voxels). ITK's lines
 * are others.
 */
public final class Watershed {

	private static final String DOING = "Flooding from markers";
	private static final int OUTSIDE = -1;
	private static final int CHECK_EVERY = 1 << 16;

	private final StepsInside neighbours;
	/** 0 not reached yet, the label, or {@link #OUTSIDE} less the label where nothing may spread. */
	private final int[] labels;
	private final FloodQueue queue;
	private final int inside;

	/**
	 * Labels every voxel that water reaches.
	 *
	 * @param values the relief, one for each voxel; NaN is flooded last
	 * @param markers 0, or the label that starts here; any positive number. Markers outside the mask do not count.
	 * @param mask not 0 where water may flow; null for everywhere
	 * @param lines whether basins are kept apart by voxels without a label; markers stay, but do not spread where two others touch them
	 * @return a new array; 0 where no water came and on lines
	 * @throws IllegalArgumentException if an array has another length, or a marker is negative
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static int[] flood(float[] values, int[] markers, byte[] mask, VolumeSize size, Connectivity connectivity,
			boolean lines,
			Progress progress) {
		requireLength(values.length, size);
		requireLength(markers.length, size);
		if (mask != null) requireLength(mask.length, size);
		Watershed watershed = new Watershed(values, markers, mask, size, connectivity, progress);
		if (lines)
			watershed.floodWithLines(progress);
		else
			watershed.flood(progress);
		return watershed.result();
	}

	private Watershed(float[] values, int[] markers, byte[] mask, VolumeSize size, Connectivity connectivity, Progress progress) {
		neighbours = new StepsInside(size, steps(connectivity));
		labels = new int[markers.length];
		inside = placeLabels(markers, mask);
		progress.checkCancelled();
		queue = queueOf(values);
	}

	/** Puts the markers into {@link #labels}. @return how many voxels may be flooded */
	private int placeLabels(int[] markers, byte[] mask) {
		int count = 0;
		for (int i = 0; i < markers.length; i++) {
			if (markers[i] < 0) throw new IllegalArgumentException("A marker must be above 0 but is " + markers[i] + ".");
			boolean open = mask == null || mask[i] != 0;
			labels[i] = open ? markers[i] : OUTSIDE;
			if (open) count++;
		}
		return count;
	}

	private FloodQueue queueOf(float[] values) {
		float lowest = Float.MAX_VALUE;
		float highest = -Float.MAX_VALUE;
		for (int i = 0; i < values.length; i++)
			if (labels[i] != OUTSIDE && Float.isFinite(values[i])) {
				lowest = Math.min(lowest, values[i]);
				highest = Math.max(highest, values[i]);
			}
		return new FloodQueue(values, lowest, highest);
	}

	private void addMarkers() {
		for (int i = 0; i < labels.length; i++)
			if (labels[i] > 0) queue.add(i);
	}

	private void flood(Progress progress) {
		addMarkers();
		int done = 0;
		for (int voxel = queue.poll(); voxel != FloodQueue.NONE; voxel = queue.poll()) {
			if (done++ % CHECK_EVERY == 0) report(done, progress);
			int label = labels[voxel];
			for (int offset : neighbours.offsets(neighbours.sides(voxel)))
				if (labels[voxel + offset] == 0) {
					labels[voxel + offset] = label;
					queue.add(voxel + offset);
				}
		}
	}

	/** As {@link #flood}, but a voxel gets its label when its turn comes, and none if basins meet in it. */
	private void floodWithLines(Progress progress) {
		addMarkers();
		boolean[] queued = new boolean[labels.length];
		int done = 0;
		for (int voxel = queue.poll(); voxel != FloodQueue.NONE; voxel = queue.poll()) {
			if (done++ % CHECK_EVERY == 0) report(done, progress);
			int around = labelAround(voxel);
			if (around == OUTSIDE) {
				labels[voxel] = OUTSIDE - labels[voxel];
				continue;
			}
			if (labels[voxel] == 0) labels[voxel] = around;
			for (int offset : neighbours.offsets(neighbours.sides(voxel)))
				if (labels[voxel + offset] == 0 && !queued[voxel + offset]) {
					queued[voxel + offset] = true;
					queue.add(voxel + offset);
				}
		}
	}

	/** The one label of the neighbours, 0 if they have none; {@link #OUTSIDE} if they have several. */
	private int labelAround(int voxel) {
		int found = 0;
		for (int offset : neighbours.offsets(neighbours.sides(voxel))) {
			int label = labels[voxel + offset];
			if (label <= 0 || label == found) continue;
			if (found != 0) return OUTSIDE;
			found = label;
		}
		return found;
	}

	private void report(int done, Progress progress) {
		progress.checkCancelled();
		progress.update(done / (double) Math.max(1, inside), DOING);
	}

	private int[] result() {
		for (int i = 0; i < labels.length; i++)
			if (labels[i] < 0) labels[i] = OUTSIDE - labels[i];
		return labels;
	}

	/** The nearer neighbours first, so that water flows straight before it flows askew. */
	private static int[][] steps(Connectivity connectivity) {
		int[][] steps = new int[connectivity.neighbours()][];
		int axesAtMost = connectivity.ordinal() + 1;
		int n = 0;
		for (int axes = 1; axes <= axesAtMost; axes++)
			for (int i = 0; i < 27; i++) {
				int[] step = {i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1};
				if (Math.abs(step[0]) + Math.abs(step[1]) + Math.abs(step[2]) == axes) steps[n++] = step;
			}
		return steps;
	}

	private static void requireLength(int length, VolumeSize size) {
		if (length != size.arrayLength())
			throw new IllegalArgumentException("There are " + length + " values for " + size.voxels() + " voxels.");
	}
}
