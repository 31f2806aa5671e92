package org.annotomy.segmentation.watershed;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.component.Connectivity;
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

	private final VolumeSize size;
	private final int rowLength;
	private final int planeLength;
	private final int[] neighbours;
	/** With a border of one voxel: 0 not reached yet, the label, or {@link #OUTSIDE} less the label where nothing may spread. */
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
		return watershed.result(markers);
	}

	private Watershed(float[] values, int[] markers, byte[] mask, VolumeSize size, Connectivity connectivity, Progress progress) {
		this.size = size;
		this.rowLength = size.nx() + 2;
		this.planeLength = rowLength * (size.ny() + 2);
		this.neighbours = offsets(connectivity);
		int length = new VolumeSize(size.nx() + 2, size.ny() + 2, size.nz() + 2).arrayLength();
		labels = new int[length];
		inside = placeLabels(markers, mask);
		progress.checkCancelled();
		queue = queueOf(values, length);
	}

	/** Puts the markers into {@link #labels}. @return how many voxels may be flooded */
	private int placeLabels(int[] markers, byte[] mask) {
		Arrays.fill(labels, OUTSIDE);
		int count = 0;
		for (int i = 0, row = 0; row < size.ny() * size.nz(); row++) {
			int at = rowStart(row);
			for (int x = 0; x < size.nx(); x++, i++) {
				if (markers[i] < 0) throw new IllegalArgumentException("A marker must be above 0 but is " + markers[i] + ".");
				if (mask != null && mask[i] == 0) continue;
				labels[at + x] = markers[i];
				count++;
			}
		}
		return count;
	}

	private FloodQueue queueOf(float[] values, int length) {
		float[] bordered = new float[length];
		float lowest = Float.MAX_VALUE;
		float highest = -Float.MAX_VALUE;
		for (int i = 0, row = 0; row < size.ny() * size.nz(); row++) {
			int at = rowStart(row);
			for (int x = 0; x < size.nx(); x++, i++) {
				float value = values[i];
				bordered[at + x] = value;
				if (labels[at + x] == OUTSIDE || !Float.isFinite(value)) continue;
				lowest = Math.min(lowest, value);
				highest = Math.max(highest, value);
			}
		}
		return new FloodQueue(bordered, lowest, highest);
	}

	/** Where a row of the volume begins in the arrays with a border. */
	private int rowStart(int row) {
		return 1 + rowLength * (1 + row % size.ny()) + planeLength * (1 + row / size.ny());
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
			for (int offset : neighbours)
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
			for (int offset : neighbours)
				if (labels[voxel + offset] == 0 && !queued[voxel + offset]) {
					queued[voxel + offset] = true;
					queue.add(voxel + offset);
				}
		}
	}

	/** The one label of the neighbours, 0 if they have none; {@link #OUTSIDE} if they have several. */
	private int labelAround(int voxel) {
		int found = 0;
		for (int offset : neighbours) {
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

	private int[] result(int[] markers) {
		int[] result = new int[markers.length];
		for (int i = 0, row = 0; row < size.ny() * size.nz(); row++) {
			int at = rowStart(row);
			for (int x = 0; x < size.nx(); x++, i++)
				result[i] = labels[at + x] >= 0 ? labels[at + x] : OUTSIDE - labels[at + x];
		}
		return result;
	}

	/** The nearer neighbours first, so that water flows straight before it flows askew. */
	private int[] offsets(Connectivity connectivity) {
		int[] offsets = new int[connectivity.neighbours()];
		int axesAtMost = connectivity.ordinal() + 1;
		int n = 0;
		for (int axes = 1; axes <= axesAtMost; axes++)
			for (int i = 0; i < 27; i++) {
				int x = i % 3 - 1;
				int y = i / 3 % 3 - 1;
				int z = i / 9 - 1;
				if (Math.abs(x) + Math.abs(y) + Math.abs(z) == axes) offsets[n++] = x + rowLength * y + planeLength * z;
			}
		return offsets;
	}

	private static void requireLength(int length, VolumeSize size) {
		if (length != size.arrayLength())
			throw new IllegalArgumentException("There are " + length + " values for " + size.voxels() + " voxels.");
	}
}
