package org.annotomy.ui.effect;

import java.awt.EventQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.annotomy.segmentation.levelset.MovingContour;
import org.annotomy.task.Progress;

/**
 * Moves a contour off the event dispatch thread, some steps at a time and no faster than an eye can follow, and shows each picture of it.
 * Pictures that come faster than they can be shown are left out.
 */
final class ContourPlayer {

	private static final int MOST_STEPS = 5;
	private static final long PICTURE_NS = 40_000_000;

	private final Consumer<Picture> shown;
	private final AtomicReference<Picture> latest = new AtomicReference<>();

	/**
	 * A contour as it was at a moment.
	 *
	 * @param begun with which it was begun, as it was given
	 * @param voxels how many are inside
	 * @param speed on the box in which it moves; may change when it moves on
	 */
	record Picture(Object begun, MovingContour of, MovingContour.Evolved evolved, long voxels, float[] speed) {}

	/** @param shown gets pictures on the event dispatch thread */
	ContourPlayer(Consumer<Picture> shown) {
		this.shown = shown;
	}

	/**
	 * Moves it until it has been moved so often in all, rests, is gone, or this is cancelled. Off the event dispatch thread.
	 *
	 * @param progress is told, and stops it; what was done till then stays
	 */
	void play(Object begun, MovingContour contour, int iterations, Progress progress) {
		int first = contour.iterations();
		int steps = 1;
		boolean gone = show(begun, contour);
		while (contour.iterations() < iterations && !contour.isAtRest() && !gone && !progress.isCancelled()) {
			long begin = System.nanoTime();
			contour.moveTo(Math.min(iterations, contour.iterations() + steps), Progress.NONE);
			gone = show(begun, contour);
			progress.update((contour.iterations() - first) / (double) (iterations - first), "Moving the contour");
			long left = PICTURE_NS - (System.nanoTime() - begin);
			if (left > PICTURE_NS / 2) steps = Math.min(MOST_STEPS, steps + 1);
			if (left > 0 && contour.iterations() < iterations) LockSupport.parkNanos(left);
		}
	}

	private boolean show(Object begun, MovingContour contour) {
		MovingContour.Evolved evolved = contour.look();
		Picture picture = new Picture(begun, contour, evolved, evolved.inside().count(), contour.speed());
		if (latest.getAndSet(picture) == null) EventQueue.invokeLater(() -> shown.accept(latest.getAndSet(null)));
		return evolved.isGone();
	}
}
