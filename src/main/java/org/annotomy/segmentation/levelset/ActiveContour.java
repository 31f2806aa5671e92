package org.annotomy.segmentation.levelset;

import java.util.stream.IntStream;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * A surface that moves over an image by its speed there, by its own curvature, and towards edges, until it comes to rest: geodesic active
 * contours (Caselles, Kimmel, Sapiro 1997, doi:10.1023/A:1007979827043) and region competition (Zhu and Yuille 1996, doi:10.1109/34.537343), as
 * ITK-SNAP has them (Yushkevich et al. 2006, doi:10.1016/j.neuroimage.2006.01.015). It is kept as a level function in a narrow band of
 * voxels, in millimetres, so that voxels need not be cubes. In a volume of one slice it is a curve. The result does not depend on the
 * number of threads.
 */
public final class ActiveContour {

	private static final String DOING = "Moving the contour";
	/** The farthest a step may go, in voxels along the finest axis. */
	private static final double STEP = 0.5;
	/** Distances are taken anew when some place of the surface has moved so far, likewise. */
	private static final double RENEW = 0.2;
	private static final int LOOK_EVERY = 20;
	/** At rest, fewer than one of so many voxels beside the surface change sides from one look to the next. */
	private static final int AT_REST = 200;

	private final VolumeSize size;
	private final SpeedField field;
	private final byte[] open;
	private final SurfaceBand band;
	private final ContourStep step;
	private final double time;
	private final double finest;
	private final float least;
	private final byte[] before;
	private float[] next = new float[0];
	private double moved;
	private int done;
	private boolean atRest;

	/**
	 * What became of a contour.
	 *
	 * @param inside 1 for the voxels inside it, else 0
	 * @param iterations how often it was moved
	 * @param atRest whether it had come to rest then
	 */
	public record Result(byte[] inside, int iterations, boolean atRest) {}

	private ActiveContour(float[] start, SpeedField field, ContourWeights weights, byte[] open, VolumeSize size,
			VoxelSpacing spacing) {
		this.size = size;
		this.field = field;
		this.open = open;
		this.time = timeStep(field, weights, size, spacing);
		finest = finest(spacing);
		least = (float) (1e-3 * finest);
		float[] phi = start.clone();
		for (int i = 0; open != null && i < phi.length; i++)
			if (open[i] == 0 && phi[i] < 0) phi[i] = least;
		band = new SurfaceBand(phi, size, spacing);
		step = new ContourStep(phi, field, weights, spacing);
		before = new byte[phi.length];
		changes();
	}

	/**
	 * Moves a contour.
	 *
	 * @param start a level function: below 0 inside the contour, at best the distance from it in mm ({@link StartingShapes}); not changed
	 * @param open not 0 where the contour may go; null for everywhere
	 * @param iterations how often it is moved at the most, by half a voxel or less each time
	 * @throws IllegalArgumentException if an array has another length than the volume
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static Result evolve(float[] start, SpeedField field, ContourWeights weights, int iterations, byte[] open,
			VolumeSize size, VoxelSpacing spacing, Progress progress) {
		ActiveContour contour = at(start, field, weights, open, size, spacing);
		contour.moveTo(iterations, progress);
		contour.changes();
		return new Result(contour.before, contour.done, contour.atRest);
	}

	/** A contour at its start; otherwise as {@link #evolve}. */
	static ActiveContour at(float[] start, SpeedField field, ContourWeights weights, byte[] open, VolumeSize size,
			VoxelSpacing spacing) {
		if (start.length != size.arrayLength() || field.speed().length != start.length
				|| open != null && open.length != start.length)
			throw new IllegalArgumentException(
					"A contour was given " + start.length + " voxels in a volume of " + size.voxels() + ".");
		return new ActiveContour(start, field, weights, open, size, spacing);
	}

	/** How much time an iteration takes: a contour moves by propagation × speed × this, in mm. */
	static double timeStep(SpeedField field, ContourWeights weights, VolumeSize size, VoxelSpacing spacing) {
		double fastest = Math.abs(weights.propagation());
		if (field.isOfEdges() && weights.advectionMm() > 0)
			fastest += weights.advectionMm() * steepest(field.speed(), size, spacing);
		double h = finest(spacing);
		double curving = 2 * weights.curvatureMm()
				* (1 / square(spacing.xMm()) + 1 / square(spacing.yMm()) + 1 / square(spacing.zMm()));
		return 1 / (fastest / (STEP * h) + curving);
	}

	private static double finest(VoxelSpacing spacing) {
		return Math.min(spacing.xMm(), Math.min(spacing.yMm(), spacing.zMm()));
	}

	private static double square(double a) {
		return a * a;
	}

	/** The largest slope of an image, per mm. */
	private static double steepest(float[] speed, VolumeSize size, VoxelSpacing spacing) {
		Around a = new Around(size);
		double most = 0;
		for (int i = 0; i < speed.length; i++) {
			a.at(i);
			most = Math.max(most, square((speed[i + a.right] - speed[i + a.left]) / (2 * spacing.xMm()))
					+ square((speed[i + a.down] - speed[i + a.up]) / (2 * spacing.yMm()))
					+ square((speed[i + a.back] - speed[i + a.front]) / (2 * spacing.zMm())));
		}
		return Math.sqrt(most);
	}

	/** Moves it until it has been moved so often in all, or has come to rest. If that is cancelled it can be moved on. */
	void moveTo(int iterations, Progress progress) {
		int from = done;
		while (done < iterations && !atRest) {
			progress.checkCancelled();
			progress.update((done - from) / (double) (iterations - from), DOING);
			if (done % LOOK_EVERY == 0) field.follow(band.phi());
			move();
			done++;
			if (moved > RENEW * finest) {
				band.renew();
				moved = 0;
			}
			if (done % LOOK_EVERY == 0) atRest = changes() * AT_REST <= band.surfaceCount();
		}
	}

	int iterations() {
		return done;
	}

	boolean isAtRest() { return atRest; }

	/** Below 0 inside; not to be changed. */
	float[] phi() {
		return band.phi();
	}

	float[] speed() {
		return field.speed();
	}

	private void move() {
		int[] voxels = band.voxels();
		float[] phi = band.phi();
		int count = band.moving();
		if (count > next.length) next = new float[Math.max(count, count + (count >> 1))];
		band.each(0, count, (i, around) -> {
			around.at(voxels[i]);
			float value = (float) (phi[voxels[i]] + time * step.at(voxels[i], around));
			next[i] = open == null || open[voxels[i]] != 0 ? value : Math.max(value, least);
		});
		float most = 0;
		for (int i = 0; i < band.surfaceCount(); i++)
			most = Math.max(most, Math.abs(next[i] - phi[voxels[i]]));
		moved += most;
		band.each(0, count, (i, around) -> phi[voxels[i]] = next[i]);
	}

	/** How many voxels have changed sides since the last time. */
	private long changes() {
		float[] phi = band.phi();
		int pieces = Ranges.pieces(size.arrayLength(), 1 << 16);
		int[] counts = new int[pieces];
		Ranges.forEach(phi.length, pieces, Progress.NONE, DOING, (piece, from, to) -> {
			int count = 0;
			for (int i = from; i < to; i++) {
				byte now = (byte) (phi[i] < 0 ? 1 : 0);
				if (now != before[i]) count++;
				before[i] = now;
			}
			counts[piece] = count;
		});
		return IntStream.of(counts).asLongStream().sum();
	}
}
