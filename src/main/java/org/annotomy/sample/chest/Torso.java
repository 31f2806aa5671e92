package org.annotomy.sample.chest;

import org.annotomy.sample.noise.HashNoise;

/**
 * The shells of the trunk around its middle line: skin, fat, muscle, ribs, pleura. Each is a radius for a direction (cos, sin; x to the
 * left, y to the back) and a height.
 */
final class Torso {

	private static final double SKIN_MM = 2;
	private static final double RIB_MM = 7.5;
	/** From the outside of the ribs to the lung. */
	static final double WALL_MM = 10;

	private static final Profile HALF_WIDTH = Profile.of(-165, 158, -60, 163, 20, 160, 80, 160, 120, 166, 160, 168);
	private static final Profile FRONT = Profile.of(-165, 108, -60, 113, 0, 109, 60, 99, 110, 84, 135, 68, 160, 56);
	private static final Profile BACK = Profile.of(-165, 103, -60, 109, 40, 112, 100, 107, 150, 92);
	private static final Profile CAGE_WIDTH = Profile.of(-165, 130, -90, 135, -20, 134, 30, 127, 70, 114, 100, 98, 125, 78, 145,
			58, 160, 48);
	private static final Profile CAGE_FRONT = Profile.of(-165, 84, -60, 92, 0, 88, 50, 74, 90, 57, 125, 38, 160, 28);
	private static final Profile CAGE_BACK = Profile.of(-165, 84, -60, 92, 20, 95, 70, 88, 110, 71, 140, 54, 160, 48);
	/** How much fat the belly adds. */
	private static final Profile BELLY = Profile.of(-165, 1, -60, 0.5, 40, 0);
	private static final HashNoise SHAPE = new HashNoise(11);

	private Torso() {}

	/** The skin's outside. */
	static double outer(double cos, double sin, double z) {
		double r = oval(cos, sin, HALF_WIDTH.at(z), sin < 0 ? FRONT.at(z) : BACK.at(z), 2.45);
		double furrow = sin > 0.9 ? 7 * StrictMath.exp(-cos * cos / 0.012) : 0;
		double breast = -sin * Math.abs(cos) > 0.25 ? 5 * bump(z, 15, 55) * (-sin * Math.abs(cos) - 0.25) / 0.25 : 0;
		return r - furrow + breast + 1.2 * SHAPE.smooth(3 * cos, 3 * sin, z / 60);
	}

	/** Where fat ends and muscle begins. */
	static double muscle(double cos, double sin, double z, double outer) {
		double low = BELLY.at(z);
		double back = sin > 0 ? sin * sin : 0;
		double fat = 9 + 6 * low + 5 * Math.abs(cos) * low + 3 * SHAPE.smooth(2.2 * cos + 9, 2.2 * sin, z / 45)
				- 3.5 * back * (1 - low);
		double front = sin < -0.8 ? 4 * low : 0;
		return outer - SKIN_MM - Math.max(4, fat + front);
	}

	/** The outside of the ribs, or as near as the muscle allows. */
	static double cage(double cos, double sin, double z, double muscle) {
		double r = oval(cos, sin, CAGE_WIDTH.at(z), sin < 0 ? CAGE_FRONT.at(z) : CAGE_BACK.at(z), sin < 0 ? 2.15 : 2.5);
		return Math.min(r, muscle - 4);
	}

	static double pleura(double cos, double sin, double z) {
		return cage(cos, sin, z, muscle(cos, sin, z, outer(cos, sin, z))) - WALL_MM;
	}

	static double skinMm() {
		return SKIN_MM;
	}

	static double ribMm() {
		return RIB_MM;
	}

	static double oval(double cos, double sin, double a, double b, double power) {
		double u = Math.abs(cos) / a;
		double v = Math.abs(sin) / b;
		return StrictMath.pow(StrictMath.pow(u, power) + StrictMath.pow(v, power), -1 / power);
	}

	/** 1 at {@code centre}, falling smoothly to 0 at a distance of twice {@code width}. */
	static double bump(double z, double centre, double width) {
		double t = Math.abs(z - centre) / (2 * width);
		return t >= 1 ? 0 : (1 - t) * (1 - t) * (1 + 2 * t);
	}
}
