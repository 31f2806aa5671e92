package org.annotomy.segmentation.levelset;

import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.paint.RoundBrush;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** The part of an image in which a front moves, and where it starts. Only that part is read. */
public final class FrontArea {

	private static final String AGAINST_LEAKS = "Against leaks: more curvature, less propagation, a smaller edge contrast, or an editing mask.";

	private final ImageVolume volume;
	private final VoxelBox box;
	private final Mask seeds;
	private final float[] start;

	private FrontArea(ImageVolume volume, VoxelBox box, Mask seeds, float[] start) {
		this.volume = volume;
		this.box = box;
		this.seeds = seeds;
		this.start = start;
	}

	/**
	 * From balls.
	 *
	 * @param centres in voxels, whole numbers at their centres
	 * @param farthestMm how far from the balls a front may come along each axis; 0 for anywhere
	 * @throws IllegalArgumentException if no ball has a voxel in the image
	 */
	public static FrontArea balls(ImageVolume volume, List<Position> centres, double radiusMm, double farthestMm,
			Progress progress) {
		VoxelBox reached = VoxelBox.EMPTY;
		for (Position centre : centres) {
			Mask ball = RoundBrush.ball(List.of(centre), radiusMm, volume.size(), volume.spacing());
			reached = reached.union(ball.bounds());
		}
		if (reached.isEmpty()) throw new IllegalArgumentException("The places to start from lie outside the image.");
		VoxelBox box = within(volume, reached, farthestMm);
		float[] start = StartingShapes.balls(centres, radiusMm, box, volume.spacing(), progress);
		Mask seeds = Mask.empty(box);
		for (int i = 0; i < start.length; i++)
			seeds.voxels()[i] = (byte) (start[i] < 0 ? 1 : 0);
		return new FrontArea(volume, box, seeds, start);
	}

	/** From the voxels of a mask, at least one of them in the image; otherwise as {@link #balls}. */
	public static FrontArea mask(ImageVolume volume, Mask mask, double farthestMm) {
		VoxelBox box = within(volume, mask.bounds().intersect(volume.size().box()), farthestMm);
		Mask seeds = mask.on(box);
		return new FrontArea(volume, box, seeds, StartingShapes.of(seeds, box));
	}

	private static VoxelBox within(ImageVolume volume, VoxelBox start, double farthestMm) {
		VoxelBox all = volume.size().box();
		return farthestMm > 0 ? start.grow(farthestMm, volume.spacing(), all) : all;
	}

	/**
	 * Where a contour came to.
	 *
	 * @param iterations how often it was moved
	 * @param atRest whether it had come to rest then
	 * @param atLimit whether it reaches the end of the part of the image in which it may move, but not that of the image
	 */
	public record Evolved(Mask inside, int iterations, boolean atRest, boolean atLimit) {

		/** Whether it came to rest, and whether it has probably leaked, for the user. */
		public String words() {
			String moved = "Moved " + iterations + (iterations == 1 ? " time" : " times");
			String rest = atRest
					? moved + ": it came to rest."
					: moved + " and has not come to rest: allow more iterations, or "
							+ "it leaks.";
			return atLimit
					? rest + " It reaches the farthest distance: it has leaked, or that is too short. " + AGAINST_LEAKS
					: rest;
		}
	}

	/**
	 * Moves a contour.
	 *
	 * @param edits whose rules say where it may go
	 * @throws IllegalArgumentException if nothing is left of it
	 */
	public Evolved evolve(ContourModel model, ContourWeights weights, int iterations, SegmentEdits edits, Progress progress) {
		SpeedField speed = speed(model, progress.part(0, 0.2));
		Mask open = edits.editable(box, progress.part(0.2, 0.25));
		ActiveContour.Result result = ActiveContour.evolve(start, speed, weights, iterations, open == null ? null : open.voxels(),
				box.size(), volume.spacing(), progress.part(0.25, 1));
		Mask inside = new Mask(box, result.inside());
		if (inside.isEmpty())
			throw new IllegalArgumentException(
					"Nothing is left of the contour: it shrank away. Start with more, or weigh curvature less.");
		return new Evolved(inside, result.iterations(), result.atRest(), reachesLimit(inside.bounds()));
	}

	private boolean reachesLimit(VoxelBox reached) {
		VoxelBox all = volume.size().box();
		return reached.x() == box.x() && box.x() > 0 || reached.y() == box.y() && box.y() > 0
				|| reached.z() == box.z() && box.z() > 0 || reached.endX() == box.endX() && box.endX() < all.endX()
				|| reached.endY() == box.endY() && box.endY() < all.endY()
				|| reached.endZ() == box.endZ() && box.endZ() < all.endZ();
	}

	/**
	 * The voxels at which a front arrives, and those where it starts.
	 *
	 * @param edits whose rules say where it may go
	 */
	public Mask march(ContourModel model, FastMarching.Stop stop, SegmentEdits edits, Progress progress) {
		float[] speed = speed(model, progress.part(0, 0.3)).speed();
		Mask open = edits.editable(box, progress.part(0.3, 0.4));
		if (open != null)
			for (int i = 0; i < speed.length; i++)
				if (open.voxels()[i] == 0) speed[i] = 0;
		float[] times = FastMarching.times(speed, seeds.voxels(), box.size(), volume.spacing(), stop, progress.part(0.4, 1));
		Mask reached = Mask.empty(box);
		for (int i = 0; i < times.length; i++)
			reached.voxels()[i] = (byte) (Float.isInfinite(times[i]) ? 0 : 1);
		return reached;
	}

	private SpeedField speed(ContourModel model, Progress progress) {
		float[] values = volume.values(box, progress.part(0, 0.5));
		SpeedField speed = model.speed(values, start, box.size(), volume.spacing(), progress.part(0.5, 1));
		speed.follow(start);
		return speed;
	}
}
