package org.annotomy.sample.chest;

import org.annotomy.sample.noise.HashNoise;

/** What lies under the diaphragm: liver, spleen, stomach. */
final class Abdomen {

	private static final double LIVER = 112;
	private static final double SPLEEN = 122;
	private static final double MUSCLE = 60;
	private static final double FAT = -102;
	private static final double JUICE = 14;
	private static final double FLUID_LEVEL_Y = -22;
	private static final Profile LIVER_LIMIT = Profile.of(-165, 40, -120, 30, -80, 6, -45, -28);
	private static final HashNoise GRAIN = new HashNoise(61);
	private static final java.util.List<Tube> LIVER_VEINS = LiverVessels.grow().stream().filter(Abdomen::isInLiver).toList();

	private Abdomen() {}

	static void paint(Slice slice, Shells shells) {
		if (slice.z > -36) return;
		for (int iy = 0, i = 0; iy < slice.ny; iy++)
			for (int ix = 0; ix < slice.nx; ix++, i++) {
				double wall = shells.outsidePleura(i);
				if (wall > 3) continue;
				double x = slice.x0 + ix * slice.stepX;
				double y = slice.y0 + iy * slice.stepY;
				double under = -LungShape.belowAllOfDiaphragm(x, y, slice.z);
				double inside = Math.max(wall, under);
				slice.blend(i, slice.coverage(inside), MUSCLE);
				slice.blend(i, slice.coverage(inside + 1.7), FAT);
				double liver = Math.max(inside + 2.4, outsideLiver(x, y, slice.z));
				slice.blend(i, slice.coverage(liver), LIVER + 3.5 * GRAIN.smooth(x / 5, y / 5, slice.z / 5));
				double spleen = Math.max(inside + 4.5,
						Slice.ellipsoidDistance((x - 98) / 32, (y - 42) / 36, (slice.z + 122) / 46, 32, 36, 46));
				slice.blend(i, slice.coverage(spleen), SPLEEN + 3 * GRAIN.smooth(x / 6, y / 6, slice.z / 6));
			}
		for (Tube vein : LIVER_VEINS)
			slice.tube(vein, 0, 148);
		stomach(slice);
		crura(slice);
	}

	private static boolean isInLiver(Tube vein) {
		return isInLiver(vein.x0(), vein.y0(), vein.z0()) && isInLiver(vein.x1(), vein.y1(), vein.z1());
	}

	private static boolean isInLiver(double x, double y, double z) {
		double r = Math.sqrt(x * x + y * y);
		double wall = r - Torso.pleura(x / r, y / r, z);
		return outsideLiver(x, y, z) < -5 && wall < -9 && LungShape.belowAllOfDiaphragm(x, y, z) > 5;
	}

	/** Right of an oblique plane that lies further left the lower it is, and before the spine. */
	static double outsideLiver(double x, double y, double z) {
		double limit = LIVER_LIMIT.at(z);
		double plane = 0.80 * x + 0.60 * (y + 10) - limit;
		double spine = 34 - Math.sqrt(x * x + (y - 40) * (y - 40));
		return Math.max(plane, spine);
	}

	private static void stomach(Slice slice) {
		Slice.Field wall = (x, y) -> 70;
		slice.ellipsoid(60, -12, -126, 46, 34, 42, 30, wall);
		slice.paint(10, -60, 110, 40, (x, y) -> {
			double u = (0.866 * (x - 60) + 0.5 * (y + 12)) / 42;
			double v = (0.866 * (y + 12) - 0.5 * (x - 60)) / 30;
			return Slice.ellipsoidDistance(u, v, (slice.z + 126) / 38, 42, 30, 38)
					+ 1.4 * GRAIN.smooth(x / 6, y / 6, slice.z / 7);
		}, (x, y) -> y < FLUID_LEVEL_Y ? -975 : JUICE + 12 * GRAIN.smooth(x / 4, y / 4, slice.z / 4));
	}

	/** The pillars of the diaphragm before the spine, beside the aorta. */
	private static void crura(Slice slice) {
		double cy = Skeleton.spineY(slice.z) - 16;
		if (slice.z > -70) return;
		slice.tube(new Tube(-16, cy + 4, slice.z, -4, cy - 20, slice.z, 4, 3.5), 0, MUSCLE);
		slice.tube(new Tube(22, cy + 8, slice.z, 16, cy - 18, slice.z, 4, 3), 0, MUSCLE);
	}
}
