package org.annotomy.sample.heart;

/** A heart seen from its tip (four chambers), as a function of time: one beat from 0 to 1, which begins with the contraction. */
public final class BeatingHeart {

	private static final double SYSTOLE = 0.4;
	private static final double RELAXED = 0.58;
	/** The middle of the ring on which the mitral valve sits; the heart's base moves towards the tip by this. */
	private static final double BASE_MOVES_MM = 11;
	static final double RING_X = 14;
	static final double RING_HALF_MM = 13;

	private final double contraction;
	private final double time;

	/** @param time in beats; only the part behind the point counts */
	public BeatingHeart(double time) {
		this.time = time - Math.floor(time);
		this.contraction = contraction(this.time);
	}

	/** 0 relaxed, 1 contracted. */
	private static double contraction(double time) {
		if (time < SYSTOLE) return smooth(time / SYSTOLE);
		return time < RELAXED ? 1 - smooth((time - SYSTOLE) / (RELAXED - SYSTOLE)) : 0;
	}

	static double smooth(double t) {
		double s = Math.max(0, Math.min(1, t));
		return s * s * (3 - 2 * s);
	}

	/** Whether blood flows from the atria to the ventricles. */
	public boolean isFilling() {
		return time > SYSTOLE + 0.05 && time < 0.95;
	}

	/** How fast it flows in, −1 (out) to 1. */
	double flow() {
		if (time < SYSTOLE) return -StrictMath.sin(Math.PI * time / SYSTOLE);
		if (!isFilling()) return 0;
		double early = StrictMath.exp(-StrictMath.pow((time - 0.53) / 0.07, 2));
		double late = 0.7 * StrictMath.exp(-StrictMath.pow((time - 0.86) / 0.05, 2));
		return Math.max(early, late);
	}

	double wallMm() {
		return 9 + 4 * contraction;
	}

	/** How deep the ring of the mitral valve lies. */
	double ringDepth() {
		return 91 - BASE_MOVES_MM * contraction;
	}

	public Chamber leftVentricle() {
		double base = ringDepth();
		double tip = 24 + 2 * contraction;
		return new Chamber(RING_X, (base + tip) / 2, 20 - 7 * contraction, (base - tip) / 2);
	}

	public Chamber rightVentricle() {
		double base = ringDepth() - 3;
		double tip = 36 + 3 * contraction;
		return new Chamber(-25 + 2 * contraction, (base + tip) / 2, 15 - 4.5 * contraction, (base - tip) / 2);
	}

	public Chamber leftAtrium() {
		return new Chamber(16, ringDepth() + 16 + 2 * contraction, 18 + 2.5 * contraction, 16 + 3 * contraction);
	}

	public Chamber rightAtrium() {
		return new Chamber(-23, ringDepth() + 14 + 2 * contraction, 16 + 2 * contraction, 15 + 3 * contraction);
	}

	/** 0 closed, 1 wide open. */
	double opening() {
		return isFilling() ? 0.35 + 0.65 * Math.max(0, flow()) : 0;
	}

	/** Where the muscle at a place was when the heart was relaxed: what moves with it is looked up there. */
	double[] relaxed(double x, double depth) {
		Chamber now = leftVentricle();
		Chamber then = new BeatingHeart(0).leftVentricle();
		double near = 1 - smooth((now.distance(x, depth) - 8) / 25);
		double sx = 1 + near * (then.a() / now.a() - 1);
		double sy = 1 + near * (then.b() / now.b() - 1);
		return new double[]{now.x() + (x - now.x()) * sx, then.depth() + (depth - now.depth()) * sy};
	}
}
