package org.annotomy.segmentation.levelset;

import java.util.List;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** The part of an image in which a front moves, and where it starts. Only that part is read. */
public final class FrontArea {

	private final ImageVolume volume;
	private final VoxelBox box;
	private final List<StartBall> balls;
	private final float[] start;

	private FrontArea(ImageVolume volume, VoxelBox box, List<StartBall> balls, float[] start) {
		this.volume = volume;
		this.box = box;
		this.balls = balls;
		this.start = start;
	}

	/**
	 * From balls.
	 *
	 * @param farthestMm how far from the balls a front may come along each axis; 0 for anywhere
	 * @throws IllegalArgumentException if there is no ball, or one holds no voxel of the image; the message says which
	 */
	public static FrontArea balls(ImageVolume volume, List<StartBall> balls, double farthestMm, Progress progress) {
		requireUsable(balls, volume, null);
		VoxelBox reached = balls.stream().map(ball -> ball.bounds(volume)).reduce(VoxelBox.EMPTY, VoxelBox::union);
		VoxelBox box = within(volume, reached, farthestMm);
		return new FrontArea(volume, box, List.copyOf(balls), StartingShapes.balls(balls, box, volume.spacing(), progress));
	}

	/** From the voxels of a mask, at least one of them in the image; otherwise as {@link #balls}. */
	public static FrontArea mask(ImageVolume volume, Mask mask, double farthestMm) {
		VoxelBox box = within(volume, mask.bounds().intersect(volume.size().box()), farthestMm);
		return new FrontArea(volume, box, List.of(), StartingShapes.of(mask, box));
	}

	private static void requireUsable(List<StartBall> balls, ImageVolume volume, Mask open) {
		for (int i = 0; i < balls.size(); i++) {
			String refusal = balls.get(i).refusal(balls.size() == 1 ? "the place" : "place " + (i + 1) + " of " + balls.size(),
					volume, open);
			if (refusal != null) throw new IllegalArgumentException(refusal);
		}
	}

	private static VoxelBox within(ImageVolume volume, VoxelBox start, double farthestMm) {
		VoxelBox all = volume.size().box();
		return farthestMm > 0 ? start.grow(farthestMm, volume.spacing(), all) : all;
	}

	/**
	 * A contour that can be moved.
	 *
	 * @param edits whose rules say where it may go
	 * @throws IllegalArgumentException if a ball lies where nothing may be edited, or there is no such speed
	 */
	public MovingContour contour(FrontSpeed choice, ContourWeights weights, SegmentEdits edits, Progress progress) {
		SpeedField speed = speed(choice, progress.part(0, 0.8));
		Mask open = open(edits, progress.part(0.8, 1));
		return new MovingContour(start, speed, weights, open, box, volume.size().box(), volume.spacing());
	}

	/**
	 * When a front arrives at the voxels; 0 where it starts.
	 *
	 * @param edits whose rules say where it may go
	 * @throws IllegalArgumentException as {@link #contour}
	 */
	public Arrivals march(FrontSpeed choice, FastMarching.Stop stop, SegmentEdits edits, Progress progress) {
		float[] speed = speed(choice, progress.part(0, 0.3)).speed();
		Mask open = open(edits, progress.part(0.3, 0.4));
		if (open != null)
			for (int i = 0; i < speed.length; i++)
				if (open.voxels()[i] == 0) speed[i] = 0;
		return new Arrivals(FastMarching.times(speed, Signs.inside(start, box).on(box).voxels(), box.size(), volume.spacing(),
				stop, progress.part(0.4, 1)), box);
	}

	private Mask open(SegmentEdits edits, Progress progress) {
		Mask open = edits.editable(box, progress);
		requireUsable(balls, volume, open);
		return open;
	}

	private SpeedField speed(FrontSpeed choice, Progress progress) {
		float[] values = volume.values(box, progress.part(0, 0.5));
		SpeedField speed = choice.model().speed(values, start, box.size(), volume.spacing(), progress.part(0.5, 1));
		speed.follow(start);
		return speed;
	}
}
