package org.annotomy.segmentation.levelset;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * A contour in a part of an image that can be moved some steps, looked at, and moved further: however its way is parted into steps, it
 * comes to the same. Not to be used by two threads at once.
 */
public final class MovingContour {

	private static final String AGAINST_LEAKS = "Against leaks: more curvature, less propagation, a smaller edge contrast, or an editing mask.";

	private final float[] start;
	private final SpeedField speed;
	private final ContourWeights weights;
	private final byte[] open;
	private final VoxelBox box;
	private final VoxelBox all;
	private final VoxelSpacing spacing;
	private ActiveContour contour;

	/**
	 * @param start a level function, below 0 inside; kept
	 * @param open where it may go, on the box; null for everywhere
	 * @param all the whole image
	 */
	MovingContour(float[] start, SpeedField speed, ContourWeights weights, Mask open, VoxelBox box, VoxelBox all,
			VoxelSpacing spacing) {
		this.start = start;
		this.speed = speed;
		this.weights = weights;
		this.open = open == null ? null : open.voxels();
		this.box = box;
		this.all = all;
		this.spacing = spacing;
		restart();
	}

	/** Goes back to where it started. */
	public void restart() {
		contour = ActiveContour.at(start, speed.anew(), weights, open, box.size(), spacing);
	}

	/**
	 * Moves it on until it has been moved so often in all, or has come to rest.
	 *
	 * @throws org.annotomy.task.CancelledException if the user cancelled; it can be moved on afterwards
	 */
	public void moveTo(int iterations, Progress progress) {
		contour.moveTo(iterations, progress);
	}

	/** How often it was moved. */
	public int iterations() {
		return contour.iterations();
	}

	public boolean isAtRest() { return contour.isAtRest(); }

	/** The speed where it moves: above 0 it grows; on {@link #box}, x fastest. Not to be changed; may change as it moves. */
	public float[] speed() {
		return contour.speed();
	}

	/** The part of the image in which it moves. */
	public VoxelBox box() {
		return box;
	}

	/** Where it is now. */
	public Evolved look() {
		Mask inside = Signs.inside(contour.phi(), box);
		return new Evolved(inside, iterations(), isAtRest(), reachesLimit(inside.box()));
	}

	/**
	 * Where it has come to.
	 *
	 * @throws IllegalArgumentException if nothing is left of it
	 */
	public Evolved evolved() {
		Evolved now = look();
		if (now.isGone())
			throw new IllegalArgumentException(
					"Nothing is left of the contour: it shrank away. Start with more, or weigh curvature less.");
		return now;
	}

	private boolean reachesLimit(VoxelBox reached) {
		return !reached.isEmpty() && isAtEnd(reached);
	}

	private boolean isAtEnd(VoxelBox reached) {
		return reached.x() == box.x() && box.x() > 0 || reached.y() == box.y() && box.y() > 0
				|| reached.z() == box.z() && box.z() > 0 || reached.endX() == box.endX() && box.endX() < all.endX()
				|| reached.endY() == box.endY() && box.endY() < all.endY()
				|| reached.endZ() == box.endZ() && box.endZ() < all.endZ();
	}

	/**
	 * Where a contour came to.
	 *
	 * @param inside on the smallest box around it
	 * @param iterations how often it was moved
	 * @param atRest whether it had come to rest then
	 * @param atLimit whether it reaches the end of the part of the image in which it may move, but not that of the image
	 */
	public record Evolved(Mask inside, int iterations, boolean atRest, boolean atLimit) {

		/** Whether nothing is left of it. */
		public boolean isGone() { return inside.box().isEmpty(); }

		/** Whether it came to rest, and whether it has probably leaked, for the user. */
		public String words() {
			String moved = "Moved " + iterations + (iterations == 1 ? " time" : " times");
			String rest = atRest
					? moved + ": it came to rest."
					: moved + " and has not come to rest: allow more iterations, or it leaks.";
			return atLimit
					? rest + " It reaches the farthest distance: it has leaked, or that is too short. " + AGAINST_LEAKS
					: rest;
		}
	}
}
