package org.annotomy.imagej.session;

import java.util.List;
import java.util.UUID;

import org.annotomy.segmentation.levelset.Arrivals;
import org.annotomy.segmentation.levelset.ContourWeights;
import org.annotomy.segmentation.levelset.FastMarching;
import org.annotomy.segmentation.levelset.FrontArea;
import org.annotomy.segmentation.levelset.FrontSpeed;
import org.annotomy.segmentation.levelset.MovingContour;
import org.annotomy.segmentation.levelset.StartBall;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Contours and fronts that start from balls or from a segment; used alike by windows and macros, so that both give the same voxels. */
public final class FrontEffects {

	/** What an evolved contour is called in the history. */
	public static final String EVOLVE = "Evolve contour";
	/** Likewise fast marching. */
	public static final String MARCH = "Fast marching";

	private final SegmentDesk desk;

	/**
	 * Where a front starts.
	 *
	 * @param balls empty: from the voxels of the segment
	 * @param farthestMm how far it may come along each axis; 0 for anywhere
	 */
	public record Start(List<StartBall> balls, double farthestMm) {

		/** As commands have it if nothing else is said. */
		public static final double USUAL_FARTHEST_MM = 50;

		public Start {
			balls = List.copyOf(balls);
		}
	}

	/** An active contour. */
	public record Evolution(Start start, FrontSpeed speed, ContourWeights weights) {}

	/** A front by fast marching. */
	public record March(Start start, FrontSpeed speed) {}

	public FrontEffects(AnnotationSession session) {
		desk = session.segments();
	}

	/**
	 * A contour that has not been moved yet.
	 *
	 * @throws IllegalArgumentException if it cannot start there; the message says why
	 */
	public MovingContour contour(UUID segment, Evolution how, Progress progress) {
		return area(segment, how.start(), progress.part(0, 0.2)).contour(how.speed(), how.weights(), desk.edits(),
				progress.part(0.2, 1));
	}

	/** When a front arrives. Otherwise as {@link #contour}. */
	public Arrivals arrivals(UUID segment, March how, FastMarching.Stop stop, Progress progress) {
		return area(segment, how.start(), progress.part(0, 0.05)).march(how.speed(), stop, desk.edits(), progress.part(0.05, 1));
	}

	private FrontArea area(UUID segment, Start start, Progress progress) {
		if (!start.balls().isEmpty()) return FrontArea.balls(desk.volume(), start.balls(), start.farthestMm(), progress);
		Mask mask = desk.voxels().mask(desk.require(segment.toString()));
		if (mask.box().isEmpty())
			throw new IllegalArgumentException(
					"The segment has no voxels yet to start from. Give places, or paint where it shall start.");
		return FrontArea.mask(desk.volume(), mask, start.farthestMm());
	}
}
