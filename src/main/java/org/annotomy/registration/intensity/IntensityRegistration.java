package org.annotomy.registration.intensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.AffineMap.Kind;
import org.annotomy.task.Progress;

/**
 * The linear transform under which two images tell most of each other: mutual information climbed from coarse to fine. Values need not
 * correspond in any simple way, so CT can be registered to MR and one stain to another. The same result each time and on any number of
 * threads. Neither image is changed or resampled.
 */
public final class IntensityRegistration {

	private static final String DOING = "Registering";
	private static final int LEVELS = 3;
	private static final int FINEST_SAMPLES = 100_000;
	private static final int MOST_STEPS = 80;
	private static final int STEPS_OF_A_START = 12;
	/** Less of the fixed image in the moving one is not believed. */
	private static final double LEAST_OVERLAP = 0.05;
	/** Starts whose images overlap less count less when the best one is chosen. */
	private static final double GOOD_OVERLAP = 0.5;
	/** A start that is turned has to be better by this factor than one that is not. */
	private static final double TURNED = 1.02;
	/** The root mean square distance from the centre of a box, as a share of half its diagonal. */
	private static final double MEAN_RADIUS = 0.58;

	/** Where the search begins. */
	public enum Start {
		/** Where the frames of the images say that they lie. */
		PLACED("as placed"),
		/** With the middles of the images on each other. */
		CENTRES("centres"),
		/** With the centres of mass of the images on each other. */
		MASS("centres of mass");

		private final String word;

		Start(String word) {
			this.word = word;
		}

		/** As users and macros say it. */
		@Override
		public String toString() {
			return word;
		}
	}

	/**
	 * What was found.
	 *
	 * @param movingToFixed between the frames of the images
	 * @param before mutual information at the start, in nats
	 * @param after the same at the end
	 * @param overlap the share of the fixed image that lies in the moving one at the end
	 */
	public record Result(AffineMap movingToFixed, double before, double after, double overlap) {}

	private final Level moving;
	private final Level fixed;
	private final boolean plane;
	private final Kind kind;
	private final Position centre;
	private final double radius;
	private MutualInformation information;

	private IntensityRegistration(Level moving, Level fixed, Kind kind) {
		this.moving = moving;
		this.fixed = fixed;
		this.kind = kind;
		plane = moving.size().nz() == 1 && fixed.size().nz() == 1;
		centre = fixed.middle();
		radius = Math.max(fixed.spacing(), MEAN_RADIUS * fixed.radius());
	}

	/**
	 * @param moving all its values; of one slice to register pictures, whose frames then are planes with z = 0
	 * @param fixed likewise
	 * @param kind what the transform may do
	 * @throws IllegalArgumentException if an image is constant, one is a single slice and the other is not, or they do not overlap; the
	 *             message says what to do
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static Result register(Level moving, Level fixed, Kind kind, Start start, Progress progress) {
		if (moving.size().nz() == 1 != (fixed.size().nz() == 1))
			throw new IllegalArgumentException("A single slice cannot be registered with a volume by its values."
					+ " Register them by landmarks.");
		return new IntensityRegistration(moving, fixed, kind).run(start, progress);
	}

	private Result run(Start start, Progress progress) {
		ValueRange movingRange = ValueRange.of(moving, "moving");
		ValueRange fixedRange = ValueRange.of(fixed, "fixed");
		Affine map = start(start, movingRange, fixedRange);
		List<Double> spacings = spacings();
		double before = 0;
		for (int i = 0; i < spacings.size(); i++) {
			Progress part = progress.part(i / (double) spacings.size(), (i + 1.0) / spacings.size());
			useLevel(spacings.get(i), i, spacings.size(), movingRange, fixedRange, part);
			if (i == 0) {
				before = information.of(map).value();
				requireOverlap(map, start);
				map = bestStart(map, spacings.get(0), part.part(0, 0.5));
				if (kind != Kind.RIGID) map = climb(Kind.RIGID, map, spacings.get(0), MOST_STEPS, part.part(0.5, 0.7));
			}
			map = climb(kind, map, spacings.get(i), MOST_STEPS, part.part(i == 0 ? 0.7 : 0, 1));
		}
		MutualInformation.Result end = information.of(map);
		double overlap = end.overlap();
		if (overlap < LEAST_OVERLAP) throw noOverlap(overlap);
		return new Result(AffineMap.of(fixedToMoving(map).inverse()), before, end.value(), overlap);
	}

	private Affine fixedToMoving(Affine map) {
		Affine linear = Affine.of(Position.ORIGIN, map.step(0), map.step(1), map.step(2));
		return Affine.of(map.origin().minus(linear.apply(centre)), map.step(0), map.step(1), map.step(2));
	}

	private Affine start(Start start, ValueRange movingRange, ValueRange fixedRange) {
		Position origin = switch (start) {
			case PLACED -> centre;
			case CENTRES -> moving.middle();
			case MASS -> centre.plus(moving.mass(movingRange.low(), movingRange.high()))
					.minus(fixed.mass(fixedRange.low(), fixedRange.high()));
		};
		return AffineMap.translation(origin).matrix();
	}

	/** From coarse to fine. */
	private List<Double> spacings() {
		double fine = Math.max(Math.max(fixed.spacing(), moving.spacing()), fixed.radius() * Level.FINEST);
		List<Double> spacings = new ArrayList<>();
		for (int level = LEVELS - 1; level >= 0; level--) {
			double mm = fine * (1 << level);
			if (level == 0 || fixed.radius() / mm > 8) spacings.add(mm);
		}
		return spacings;
	}

	private void useLevel(double mm, int level, int levels, ValueRange movingRange, ValueRange fixedRange, Progress progress) {
		Level coarseFixed = fixed.coarser(mm, progress.part(0, 0));
		Level coarseMoving = moving.coarser(mm, progress.part(0, 0));
		int most = FINEST_SAMPLES >> levels - 1 - level;
		information = new MutualInformation(Samples.spread(coarseFixed, most), fixedRange, coarseMoving, movingRange, centre);
	}

	private void requireOverlap(Affine map, Start start) {
		double overlap = information.of(map).overlap();
		if (overlap >= LEAST_OVERLAP) return;
		if (start == Start.PLACED)
			throw new IllegalArgumentException("The images do not overlap where their files place them."
					+ " Start from their centres or their centres of mass instead.");
		throw noOverlap(overlap);
	}

	private static IllegalArgumentException noOverlap(double overlap) {
		return new IllegalArgumentException(String.format(Locale.ROOT,
				"Only %.0f %% of the fixed image lies in the moving one, too little to register them by their values."
						+ " Register them by landmarks.",
				100 * overlap));
	}

	/** The best of a few turned starts, each climbed a little way. */
	private Affine bestStart(Affine map, double mm, Progress progress) {
		List<Affine> turns = turns();
		Affine best = map;
		double highest = 0;
		for (int i = 0; i < turns.size(); i++) {
			Affine turned = Affine.of(map.origin(), turns.get(i).step(0), turns.get(i).step(1), turns.get(i).step(2));
			Affine climbed = climb(Kind.RIGID, turned, mm, STEPS_OF_A_START,
					progress.part(i / (double) turns.size(), (i + 1.0) / turns.size()));
			MutualInformation.Result found = information.of(climbed);
			double height = found.value() * Math.min(1, found.overlap() / GOOD_OVERLAP);
			if (height <= highest * (i == 0 ? 1 : TURNED)) continue;
			highest = height;
			best = climbed;
		}
		return best;
	}

	/** Not turned first; in a plane all around, in space a little around each axis. */
	private List<Affine> turns() {
		List<Affine> turns = new ArrayList<>();
		turns.add(Affine.IDENTITY);
		if (plane) {
			for (int degrees = 30; degrees < 360; degrees += 30)
				turns.add(Turn.zxy(0, 0, Math.toRadians(degrees)));
			return turns;
		}
		for (int sign = -1; sign <= 1; sign += 2) {
			double angle = Math.toRadians(20 * sign);
			turns.add(Turn.zxy(angle, 0, 0));
			turns.add(Turn.zxy(0, angle, 0));
			turns.add(Turn.zxy(0, 0, angle));
		}
		return turns;
	}

	private Affine climb(Kind by, Affine map, double mm, int steps, Progress progress) {
		LinearModel model = new LinearModel(by, plane, radius, map);
		MutualInformation measure = information;
		Ascent ascent = new Ascent(p -> {
			MutualInformation.Result found = measure.of(model.at(p));
			double height = found.overlap() < LEAST_OVERLAP ? Double.NEGATIVE_INFINITY : found.value();
			return new Ascent.Place(p, height, model.gradient(p, found.gradient()));
		}, 2 * mm, mm / 100);
		return model.at(ascent.from(new double[model.size()], steps, progress, DOING).at());
	}
}
