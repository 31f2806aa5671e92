package org.annotomy.sample.chest;

import org.annotomy.sample.noise.HashNoise;
import java.util.List;

/** Heart, great vessels, airway, gullet. */
final class Mediastinum {

	private static final double FAT = -98;
	private static final double WALL = 45;
	private static final double AIR = -985;
	private static final double ARTERY = 184;
	private static final double VEIN = 158;
	private static final double MYOCARDIUM = 88;
	private static final HashNoise LOBES = new HashNoise(53);

	/** A run of tubes of one kind; {@code free} vessels have fat around them, those within organs have not. */
	private record Vessel(double value, boolean free, List<Tube> tubes) {}

	private static final List<Vessel> ARTERIES = List.of(
			vessel(ARTERY, true, 8, -42, -18, 13, -6, -44, 6, 15.5, -14, -36, 40, 16, -10, -26, 64, 15, 4, -8, 77, 14, 18, 12, 74,
					13.5, 25, 27, 55,
					13, 25, 30, 20, 12.5, 22, 31, -40, 12, 12, 26, -110, 11.5, 4, 18, -175, 11),
			vessel(ARTERY, true, -8, -22, 76, 6.5, -16, -24, 98, 6, -30, -20, 120, 4.5, -52, -14, 138, 4),
			vessel(ARTERY, true, 4, -14, 82, 4.5, 10, -14, 110, 4, 20, -14, 160, 3.6),
			vessel(ARTERY, true, 14, 0, 82, 5, 24, 0, 108, 4.5, 48, -6, 132, 4.2),
			vessel(ARTERY, true, -20, -22, 110, 4, -20, -12, 160, 3.6),
			vessel(VEIN, true, 24, -52, -14, 14, 22, -44, 14, 15, 18, -26, 34, 13.5),
			vessel(VEIN, true, 18, -26, 34, 12, 34, -6, 36, 11, 44, 6, 32, 9),
			vessel(VEIN, true, 18, -26, 30, 11.5, 0, -12, 24, 11, -26, -6, 22, 10, -40, 2, 20, 8.5));

	private static final List<Vessel> VEINS = List.of(
			vessel(VEIN, true, -26, -24, 150, 9, -27, -26, 110, 8, -28, -24, 60, 9.5, -30, -20, 0, 11),
			vessel(VEIN, true, 34, -26, 122, 6, 8, -36, 98, 7, -24, -30, 84, 7.5),
			vessel(136, false, -24, 2, -30, 12, -22, 6, -80, 12, -18, 8, -175, 12),
			vessel(VEIN, true, -10, 28, -175, 3.5, -10, 28, 40, 4.5, -14, 20, 58, 4.5, -26, -8, 60, 4.5));

	private static final List<Tube> AIRWAY = run(0, -4, 160, 9, 0, -2, 100, 9, -1, 2, 52, 9);
	private static final List<Tube> BRONCHI = List.of(new Tube(-1, 8, 50, -26, 12, 30, 7.5, 6.5),
			new Tube(-26, 12, 30, -32, 14, -4, 5, 4),
			new Tube(-18, 10, 36, -44, 8, 44, 4.5, 3.5), new Tube(0, 8, 50, 30, 16, 22, 7, 5.5),
			new Tube(30, 16, 22, 36, 20, -10, 4.5, 3.5),
			new Tube(28, 15, 24, 50, 4, 34, 4, 3));

	/** Right atrium, right ventricle, left atrium, left ventricle: centre, semi-axes, turn, thickness of the wall, what is inside. */
	private static final double[][] CHAMBERS = {{-32, -26, -32, 24, 28, 36, 20, 3, VEIN}, {8, -54, -48, 44, 21, 36, 26, 4, VEIN},
			{2, -4, -14, 37, 16, 22, 0, 3, VEIN}, {44, -28, -52, 27, 20, 37, 40, 11, ARTERY}};

	private Mediastinum() {}

	private static Vessel vessel(double value, boolean free, double... points) {
		return new Vessel(value, free, run(points));
	}

	/** Points x, y, z, radius one after the other. */
	private static List<Tube> run(double... p) {
		List<Tube> tubes = new java.util.ArrayList<>();
		for (int i = 0; i + 7 < p.length; i += 4)
			tubes.add(new Tube(p[i], p[i + 1], p[i + 2], p[i + 4], p[i + 5], p[i + 6], p[i + 3], p[i + 7]));
		return List.copyOf(tubes);
	}

	/** Fat first, then walls, then what flows within, so that neighbours do not cut into each other. */
	static void paint(Slice slice) {
		for (double[] c : CHAMBERS)
			shell(slice, c, c[7] + 4 + 1.5 * LOBES.smooth(slice.z / 12, c[0], 0), FAT);
		for (List<Vessel> vessels : List.of(VEINS, ARTERIES))
			for (Vessel vessel : vessels)
				if (vessel.free()) tubes(slice, vessel, 3.2, FAT + 8);
		for (Tube tube : BRONCHI)
			slice.tube(tube, 4, FAT + 20);
		gullet(slice);
		heart(slice);
		for (Vessel artery : ARTERIES)
			tubes(slice, artery, 0.9, WALL + 20);
		for (Vessel artery : ARTERIES)
			tubes(slice, artery, 0, artery.value());
		airway(slice);
		nodes(slice);
	}

	private static void tubes(Slice slice, Vessel vessel, double grow, double value) {
		for (Tube tube : vessel.tubes())
			slice.tube(tube, grow, value);
	}

	private static void airway(Slice slice) {
		for (Tube tube : AIRWAY)
			slice.tube(tube, 1.8, WALL);
		for (Tube tube : BRONCHI)
			slice.tube(tube, 1.5, WALL);
		for (Tube tube : AIRWAY)
			slice.tube(tube, 0, AIR);
		for (Tube tube : BRONCHI)
			slice.tube(tube, 0, AIR);
	}

	private static void gullet(Slice slice) {
		double z = slice.z;
		double cx = z > 40 ? 6 : z > -60 ? 4 : 4 + (-60 - z) * 0.16;
		double cy = Skeleton.spineY(z) - 25 - (z < -60 ? (-60 - z) * 0.16 : 0);
		slice.disc(cx, cy, 9, 6, (x, y) -> 48);
		if (LOBES.smooth(z / 30, 0, 0) > 0.1) slice.disc(cx + 1, cy, 2.4, 1.5, (x, y) -> -500);
	}

	/** Small normal lymph nodes: flecks of soft tissue in the fat. */
	private static void nodes(Slice slice) {
		double[][] nodes = {{-12, -6, 86, 3.5}, {20, -34, 62, 3}, {-6, -40, 92, 3}, {30, -12, 58, 3.5}, {2, 20, 34, 4},
				{-16, -38, 100, 2.6},
				{24, -30, 76, 2.6}, {-30, 6, 48, 3.2}, {38, 14, 14, 3.6}};
		for (double[] n : nodes)
			slice.ellipsoid(n[0], n[1], n[2], n[3] * 1.5, n[3], n[3] * 1.3, 62);
	}

	private static void heart(Slice slice) {
		for (double[] c : CHAMBERS)
			shell(slice, c, c[7], MYOCARDIUM);
		for (Vessel vein : VEINS)
			if (vein.free()) tubes(slice, vein, 0.7, WALL + 20);
		for (Vessel vein : VEINS)
			tubes(slice, vein, 0, vein.value());
		for (double[] c : CHAMBERS)
			shell(slice, c, 0, c[8]);
		Slice.Field muscle = (x, y) -> MYOCARDIUM;
		slice.ellipsoid(34, -40, -60, 3.5, 7, 11, 40, muscle);
		slice.ellipsoid(54, -18, -62, 3, 6, 10, 30, muscle);
	}

	private static void shell(Slice slice, double[] c, double grow, double value) {
		slice.ellipsoid(c[0], c[1], c[2], c[3] + grow, c[4] + grow, c[5] + grow, c[6], (x, y) -> value);
	}
}
