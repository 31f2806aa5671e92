package org.annotomy.segmentation.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Labels by random walks: each voxel gets the label of the seeds that a walk from it most probably meets first, where a step to a neighbour is
 * the more likely the less the values differ (L. Grady, "Random walks for image segmentation", IEEE Trans. Pattern Anal. Mach. Intell. 28,
 * 2006, doi:10.1109/TPAMI.2006.233). Unlike growth along the cheapest path, it holds back at weak and broken borders.
 * <p>
 * A step's weight is {@code exp(-beta/10 · d²) + 1e-10}, where d is the difference of the values of two of 6 neighbours over their
 * distance, in units of the finest spacing, and falls with the square of that distance, as heat flows in bodies; for cubes of values with
 * a standard deviation of 1 it is that of scikit-image. Probabilities are right to about 1e-4. Of labels as probable as each other the
 * lower one is taken. The same for any number of threads.
 */
public final class RandomWalker {

	static final String DOING = "Walking at random from seeds";

	private final VoxelGraph voxels;
	private final byte[] seeds;
	private final byte[] labels;
	private Hierarchy hierarchy;

	/** Hears of the probabilities of a label at each point. */
	@FunctionalInterface
	private interface Listener {
		void hear(int label, double[] probability);
	}

	private RandomWalker(float[] values, byte[] seeds, VolumeSize size, VoxelSpacing spacing, double beta, byte[] open) {
		if (values.length != size.arrayLength() || seeds.length != values.length || open != null && open.length != values.length)
			throw new IllegalArgumentException("There are " + values.length + " values and " + seeds.length + " seeds for "
					+ size.voxels() + " voxels.");
		if (!(beta >= 0) || Double.isInfinite(beta))
			throw new IllegalArgumentException("Beta must be 0 or more but is " + beta + ".");
		this.seeds = seeds;
		labels = present(seeds);
		voxels = new VoxelGraph(values, seeds, size, spacing, beta, open);
	}

	private static byte[] present(byte[] seeds) {
		boolean[] found = new boolean[256];
		for (byte seed : seeds)
			found[seed & 0xff] = true;
		int[] present = IntStream.range(1, found.length).filter(label -> found[label]).toArray();
		byte[] labels = new byte[present.length];
		for (int i = 0; i < labels.length; i++)
			labels[i] = (byte) present[i];
		return labels;
	}

	/**
	 * The most probable labels.
	 *
	 * @param values one for each voxel, x fastest; differences count, so scale them to a standard deviation of about 1. A voxel without
	 *            a value (NaN) is walked around
	 * @param seeds 0, or the label (1 to 255, unsigned) of each voxel
	 * @param beta how strongly differences hold a walk back; 0 for not at all
	 * @param open not 0 where walks may go; seeds may lie elsewhere, too. Null for everywhere
	 * @return a new array; 0 where no walk meets a seed
	 * @throws IllegalArgumentException if an array has another length, or beta is negative or so high that walks do not settle
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static byte[] labels(float[] values, byte[] seeds, VolumeSize size, VoxelSpacing spacing, double beta, byte[] open,
			Progress progress) {
		RandomWalker walker = new RandomWalker(values, seeds, size, spacing, beta, open);
		byte[] best = new byte[walker.voxels.voxel.length];
		float[] most = new float[best.length];
		Arrays.fill(most, -1);
		walker.walk((label, probability) -> {
			for (int p = 0; p < best.length; p++)
				if (probability[p] > most[p]) {
					most[p] = (float) probability[p];
					best[p] = walker.labels[label];
				}
		}, progress);
		byte[] all = seeds.clone();
		for (int p = 0; p < best.length; p++)
			all[walker.voxels.voxel[p]] = best[p];
		return all;
	}

	/**
	 * How probably a walk from each voxel meets the seeds of each label first.
	 *
	 * @return one array for each label that has seeds, from the lowest; 1 and 0 at seeds, 0 where no walk meets a seed
	 */
	public static List<float[]> probabilities(float[] values, byte[] seeds, VolumeSize size, VoxelSpacing spacing, double beta,
			byte[] open, Progress progress) {
		RandomWalker walker = new RandomWalker(values, seeds, size, spacing, beta, open);
		List<float[]> all = new ArrayList<>();
		walker.walk((label, probability) -> all.add(walker.scattered(label, probability)), progress);
		return all;
	}

	private float[] scattered(int label, double[] probability) {
		float[] all = new float[seeds.length];
		for (int i = 0; i < all.length; i++)
			all[i] = seeds[i] == labels[label] ? 1 : 0;
		for (int p = 0; p < probability.length; p++)
			all[voxels.voxel[p]] = (float) probability[p];
		return all;
	}

	/** Label by label, from the lowest; what no other label has is the last one's. */
	private void walk(Listener listener, Progress progress) {
		if (labels.length == 0) return;
		double[] rest = new double[voxels.voxel.length];
		Arrays.fill(rest, 1);
		int walked = labels.length - 1;
		if (walked > 0) {
			hierarchy = new Hierarchy(voxels.graph(progress.part(0, 0.1)), progress.part(0.1, 0.2));
			for (int from = 0; from < walked; from += Workers.threads()) {
				int to = Math.min(walked, from + Workers.threads());
				double[][] found = together(from, to,
						progress.part(0.2 + 0.8 * from / walked, 0.2 + 0.8 * to / walked));
				for (int label = from; label < to; label++) {
					listener.hear(label, found[label - from]);
					subtract(rest, found[label - from]);
				}
			}
		}
		listener.hear(walked, rest);
	}

	private double[][] together(int from, int to, Progress progress) {
		double[][] found = new double[to - from][];
		ConductanceGraph graph = hierarchy.graphs.get(0);
		Workers.forEach(found.length, progress, DOING, i -> {
			Progress part = i == 0 ? progress : Progress.NONE;
			found[i] = Potentials.of(hierarchy, voxels.currents(labels[from + i], graph), part);
		});
		return found;
	}

	private static void subtract(double[] rest, double[] part) {
		for (int i = 0; i < rest.length; i++)
			rest[i] = Math.max(0, rest[i] - part[i]);
	}
}
