package org.annotomy.segmentation.volume;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.task.Progress;

/** Masks made by chance or by formula, for tests. */
public final class Masks {

	/** Whether a voxel of the image is in. */
	@FunctionalInterface
	public interface Formula {
		boolean at(int x, int y, int z);
	}

	private Masks() {}

	/** A few boxes of chance. */
	public static byte[] boxes(Random random, VolumeSize size, int count) {
		byte[] mask = new byte[size.arrayLength()];
		int[] labels = boxLabels(random, size, count);
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (labels[i] != 0 ? 1 : 0);
		return mask;
	}

	/** A few boxes of chance, labelled 1 to {@code count}, later ones over earlier ones. */
	public static int[] boxLabels(Random random, VolumeSize size, int count) {
		int[] labels = new int[size.arrayLength()];
		for (int label = 1; label <= count; label++) {
			int x0 = random.nextInt(size.nx());
			int y0 = random.nextInt(size.ny());
			int z0 = random.nextInt(size.nz());
			for (int z = z0; z <= z0 + random.nextInt(size.nz() - z0); z++)
				for (int y = y0; y <= y0 + random.nextInt(size.ny() - y0); y++)
					for (int x = x0; x <= x0 + random.nextInt(size.nx() - x0); x++)
						labels[size.index(x, y, z)] = label;
		}
		return labels;
	}

	public static Mask of(VoxelBox box, Formula formula) {
		Mask mask = Mask.empty(box);
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++)
					if (formula.at(x, y, z)) mask.voxels()[mask.index(x, y, z)] = 1;
		return mask;
	}

	/** Cancels when asked for the nth time. */
	public static Progress cancelledAt(int asked) {
		AtomicInteger left = new AtomicInteger(asked);
		return new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Only asked.
			}

			@Override
			public boolean isCancelled() { return left.decrementAndGet() < 0; }
		};
	}
}
