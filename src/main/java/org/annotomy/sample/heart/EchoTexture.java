package org.annotomy.sample.heart;

import java.util.Arrays;

import org.annotomy.geometry.Point;
import org.annotomy.sample.noise.HashNoise;

/** How bright a place of the heart is in ultrasound: tissue by its kind, multiplied by speckle that moves with it; valves; flow in colours. */
final class EchoTexture {

	private static final double BLOOD = 0.008;
	private static final double MUSCLE = 0.2;
	private static final double AROUND = 0.15;
	private static final double SAC = 0.72;
	private static final double SAC_MM = 1.6;
	private static final double LEAFLET_MM = 1.3;
	/** The rings of the mitral and the tricuspid valve: where their middle lies, and half their width. */
	private static final double[][] RINGS = {{BeatingHeart.RING_X, BeatingHeart.RING_HALF_MM}, {-24, 11}};
	private static final double AXIAL_GRAIN_MM = 0.75;
	private static final double LATERAL_GRAIN = 0.016;

	private final BeatingHeart heart;
	private final int frame;
	private final EchoView view;
	private final EchoView.Walled[] chambers;
	private final HashNoise real = new HashNoise(801);
	private final HashNoise imaginary = new HashNoise(802);
	private final HashNoise uneven = new HashNoise(803);

	EchoTexture(BeatingHeart heart, int frame, EchoView view) {
		this.heart = heart;
		this.frame = frame;
		this.view = view;
		this.chambers = view.chambers(heart);
	}

	/** 0 black, about 1 bright. @param right mm to the right of the probe in the picture @param down mm below it */
	double at(double right, double down) {
		double[] seen = view.heart(right, down);
		double x = seen[0];
		double depth = seen[1];
		double[] place = heart.relaxed(x, depth);
		double blood = blood(x, depth);
		double tissue = tissue(x, depth, place);
		double mean = Math.max(tissue * (1 - blood) + BLOOD * blood, leaflets(x, depth));
		double radius = Math.hypot(right, down);
		double decay = StrictMath.exp(-0.0035 * (radius - 60));
		if (blood > 0.5) return mean * decay * speckle(right, down, frame * 3.7);
		double[] grain = view.picture(place[0], place[1]);
		return mean * decay * speckle(grain[0], grain[1], 0);
	}

	/** How much of the place is blood, 0 to 1. */
	double blood(double x, double depth) {
		double least = Double.MAX_VALUE;
		for (EchoView.Walled chamber : chambers)
			least = Math.min(least, chamber.chamber().distance(x, depth));
		if (heart.isFilling())
			for (double[] ring : Arrays.asList(RINGS).subList(0, view.valves()))
				least = Math.min(least, new Chamber(ring[0], heart.ringDepth() - 1, ring[1] * (0.3 + 0.45 * heart.opening()), 7)
						.distance(x, depth));
		return 1 - BeatingHeart.smooth((least + 0.8) / 1.6);
	}

	private double tissue(double x, double depth, double[] place) {
		double outer = Double.MAX_VALUE;
		for (EchoView.Walled chamber : chambers)
			outer = Math.min(outer, chamber.chamber().grown(chamber.wallMm()).distance(x, depth));
		double patchy = 0.8 + 0.35 * uneven.smooth(place[0] / 11, place[1] / 11, 0);
		double inside = 1 - BeatingHeart.smooth((outer + 0.5) / 1.5);
		double sac = StrictMath.exp(-outer * outer / (SAC_MM * SAC_MM)) * patchy;
		double streaks = 0.65 + 0.5 * uneven.smooth(Math.hypot(x, depth) / 4, StrictMath.atan2(x, depth) * 9, 5);
		return Math.max(SAC * sac, (inside * MUSCLE + (1 - inside) * AROUND * streaks) * patchy);
	}

	/** The leaflets of both valves, from their ring to where they meet, or into the ventricle while it fills. */
	private double leaflets(double x, double depth) {
		double ring = heart.ringDepth();
		double open = heart.opening();
		double best = 0;
		for (int i = 0; i < 2 * view.valves(); i++) {
			double[] valve = RINGS[i / 2];
			int side = i % 2 == 0 ? -1 : 1;
			Point hinge = new Point(valve[0] + side * valve[1], ring - 1);
			Point end = new Point(valve[0] + side * (0.5 + 0.73 * valve[1] * open), ring + 3 - 1.15 * valve[1] * open);
			double dx = end.x() - hinge.x();
			double dy = end.y() - hinge.y();
			double t = Math.max(0, Math.min(1, ((x - hinge.x()) * dx + (depth - hinge.y()) * dy) / (dx * dx + dy * dy)));
			double off = Math.hypot(x - hinge.x() - t * dx, depth - hinge.y() - t * dy);
			best = Math.max(best, 0.62 * StrictMath.exp(-off * off / (LEAFLET_MM * LEAFLET_MM)));
		}
		return best;
	}

	/** The size of a complex normal number, of grains that widen with depth as the beam does. */
	private double speckle(double x, double depth, double shift) {
		double radius = Math.hypot(x, depth) / AXIAL_GRAIN_MM;
		double angle = StrictMath.atan2(x, depth) / LATERAL_GRAIN;
		// Turned against each other and against the beam, so that the grid of the noise does not show.
		double a = real.smooth(0.9 * angle + 0.5 * radius, 0.9 * radius - 0.5 * angle, shift);
		double b = imaginary.smooth(0.8 * angle - 0.7 * radius, 0.8 * radius + 0.7 * angle, shift);
		return 2.1 * Math.sqrt(a * a + b * b);
	}

	/** Speed of blood towards the probe, −1 to 1; 0 where no colour is shown: in the view from beside none flows along the beam. */
	double flow(double right, double down) {
		if (view == EchoView.PLAX) return 0;
		double[] seen = view.heart(right, down);
		return flowAt(seen[0], seen[1]);
	}

	private double flowAt(double x, double depth) {
		if (blood(x, depth) < 0.6 || chambers[0].chamber().distance(x, depth) > 0 && depth < heart.ringDepth() - 4) return 0;
		double flow = heart.flow();
		double ring = heart.ringDepth();
		double axis = flow > 0 ? BeatingHeart.RING_X : BeatingHeart.RING_X - 9;
		double reach = flow > 0 ? 34 : 24;
		double along = (ring - 4 - depth) / reach;
		if (Math.abs(flow) < 0.1 || along < -0.35 || along > 1) return 0;
		double width = 5 + 4 * Math.max(0, along);
		double across = (x - axis) / width;
		double edge = 0.25 * uneven.smooth(x / 3, depth / 3, frame * 1.9);
		double shape = 1 - across * across - along * along * 0.8 + edge;
		return shape <= 0.1 ? 0 : flow * Math.min(1, 0.35 + 0.75 * shape);
	}
}
