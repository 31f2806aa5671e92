package org.annotomy.sample.chest;

import org.annotomy.sample.noise.HashNoise;

/** Skin, fat, muscles and ribs. */
final class ChestWall {

	private static final double SKIN = 10;
	static final double FAT = -103;
	static final double MUSCLE = 58;
	private static final double CORTEX = 700;
	private static final double MARROW = 170;
	private static final double CARTILAGE = 125;
	private static final int RIBS = 12;
	private static final double RIB_PITCH_MM = 24;
	private static final double LOWEST_RIB_MM = -140;
	/** The upper ribs lie flatter. */
	private static final Profile DESCENT = Profile.of(7, 1, 9, 0.8, 11, 0.35);
	private static final double RIB_HALF_HEIGHT_MM = 6.0;
	/** Above the lungs the muscles of the neck take the room. */
	private static final Profile NECK = Profile.of(112, 0, 142, 1);
	private static final HashNoise STREAKS = new HashNoise(23);
	private static final HashNoise FINE = new HashNoise(29);

	private ChestWall() {}

	/** Everything from the skin to the lung; the room inside is filled with fat. */
	static void paint(Slice slice, Shells shells) {
		double[] ribHeight = ribOffsets(shells.grid, slice.z);
		double core = FAT + 8 + (MUSCLE - FAT - 30) * NECK.at(slice.z);
		for (int i = 0; i < slice.nx * slice.ny; i++) {
			double skin = shells.outsideSkin(i);
			double body = slice.coverage(skin);
			if (body <= 0) continue;
			slice.blend(i, body, SKIN);
			slice.blend(i, slice.coverage(skin + Torso.skinMm()), FAT);
			double inMuscle = slice.coverage(shells.outsideMuscle(i));
			if (inMuscle <= 0) continue;
			slice.blend(i, inMuscle, muscle(slice, shells, i));
			double cage = shells.outsideCage(i);
			double inCage = slice.coverage(cage);
			if (inCage <= 0) continue;
			slice.blend(i, inCage, intercostal(slice, shells, i));
			rib(slice, shells, i, cage, ribHeight[shells.grid.bin[i]]);
			slice.blend(i, slice.coverage(shells.outsidePleura(i)), core);
		}
	}

	/** Muscle with clefts of fat between its parts, which follow the wall, and a little marbling. */
	private static double muscle(Slice slice, Shells shells, int pixel) {
		int bin = shells.grid.bin[pixel];
		double x = shells.grid.cos[bin];
		double y = shells.grid.sin[bin];
		double depth = shells.muscle[bin] - shells.grid.radius[pixel];
		double thickness = shells.muscle[bin] - shells.cage[bin];
		double hu = MUSCLE + 5 * FINE.smooth(14 * x, 14 * y + depth * 0.2, slice.z / 8);
		if (thickness < 7) return hu;
		double wander = STREAKS.smooth(3.1 * x, 3.1 * y, slice.z / 55);
		double cleft = Math.abs(depth - thickness * (0.46 + 0.22 * wander)) - 1.2 - 1.1 * wander;
		if (thickness > 24) cleft = Math.min(cleft, branching(x, y, depth, slice.z) * 16 - 1.5);
		double fat = cleft < 0 ? 0.85 : cleft < 1 ? 0.85 * (1 - cleft) : 0;
		double marbling = FINE.smooth(19 * x, 19 * y + depth * 0.2, slice.z / 16);
		return hu + Math.max(fat, marbling > 0.5 ? 0.3 : 0) * (FAT - MUSCLE);
	}

	/** Zero along wandering lines, as the gaps between several muscles are. */
	private static double branching(double x, double y, double depth, double z) {
		double lines = Math.abs(STREAKS.smooth(4.4 * x + 5, 4.4 * y, depth / 17 + z / 70));
		return FINE.smooth(2.5 * x, 2.5 * y, depth / 30) > 0.15 ? 1 : lines;
	}

	private static double intercostal(Slice slice, Shells shells, int pixel) {
		int bin = shells.grid.bin[pixel];
		return 12 + 48 * STREAKS.smooth(9 * shells.grid.cos[bin], 9 * shells.grid.sin[bin], slice.z / 9);
	}

	/** How far the slice is above the middle of the nearest rib, for each direction: ribs descend from the spine to the front. */
	private static double[] ribOffsets(PolarGrid grid, double z) {
		double[] offsets = new double[PolarGrid.BINS];
		for (int i = 0; i < offsets.length; i++) {
			double fromBack = StrictMath.acos(Math.max(-1, Math.min(1, grid.sin[i]))) / Math.PI;
			offsets[i] = nearestRib(z, fromBack);
		}
		return offsets;
	}

	private static double nearestRib(double z, double fromBack) {
		double descent = 128 * fromBack * (0.62 + 0.5 * fromBack);
		double nearest = 1e3;
		for (int rib = 0; rib < RIBS; rib++) {
			boolean ends = rib < 2 && fromBack > 0.62;
			double offset = z - (LOWEST_RIB_MM + rib * RIB_PITCH_MM - descent * DESCENT.at(rib));
			if (!ends && Math.abs(offset) < Math.abs(nearest)) nearest = offset;
		}
		return nearest;
	}

	private static void rib(Slice slice, Shells shells, int pixel, double outsideCage, double offset) {
		double half = Torso.ribMm() / 2;
		double across = (outsideCage + half + 0.6) / half;
		double along = offset / RIB_HALF_HEIGHT_MM;
		double f = Math.sqrt(across * across + along * along);
		if (f > 1.6) return;
		double distance = (f - 1) * half;
		double front = -shells.grid.sin[shells.grid.bin[pixel]];
		boolean cartilage = front > 0.80 + 0.03 * StrictMath.sin(slice.z / 17);
		boolean gap = front > 0.93;
		if (gap) return;
		slice.blend(pixel, slice.coverage(distance), cartilage ? CARTILAGE : CORTEX);
		if (!cartilage) slice.blend(pixel, slice.coverage(distance + 1.5), MARROW);
	}
}
