package org.annotomy.sample.chest;

import org.annotomy.sample.noise.HashNoise;
import java.util.List;

/** Lung tissue with its texture and fissures, and the trees of vessels and bronchi within. */
final class Lungs {

	private static final double TISSUE = -868;
	private static final double VESSEL = 40;
	private static final double WALL = -60;
	private static final double BRONCHUS = -960;
	private static final HashNoise TEXTURE = new HashNoise(41);
	private static final HashNoise LOBULES = new HashNoise(43);

	private final List<Tube> vessels;
	private final List<Tube> bronchi;

	Lungs() {
		LungTrees trees = LungTrees.grow();
		vessels = trees.vessels();
		bronchi = trees.bronchi();
	}

	void paint(Slice slice, Shells shells) {
		for (int iy = 0, i = 0; iy < slice.ny; iy++)
			for (int ix = 0; ix < slice.nx; ix++, i++) {
				double outsidePleura = shells.outsidePleura(i);
				if (outsidePleura > 3) continue;
				double x = slice.x0 + ix * slice.stepX;
				double y = slice.y0 + iy * slice.stepY;
				int side = x < 0 ? -1 : 1;
				double covered = slice.coverage(LungShape.outside(side, x, y, slice.z, outsidePleura));
				if (covered > 0) slice.blend(i, covered, tissue(side, x, y, slice.z));
			}
	}

	/** Blood and water sink: the back of a lying patient is denser. */
	private static double tissue(int side, double x, double y, double z) {
		double hu = TISSUE + 0.36 * (y + 30) + (y > 60 ? 1.1 * (y - 60) : 0);
		hu += 16 * LOBULES.smooth(x / 9, y / 9, z / 9) + 14 * TEXTURE.smooth(x / 2.6, y / 2.6, z / 3.2);
		double fissure = Math.abs(LungShape.obliqueFissure(x, y, z));
		if (side < 0 && LungShape.obliqueFissure(x, y, z) > 0)
			fissure = Math.min(fissure, Math.abs(LungShape.horizontalFissure(y, z)));
		return fissure < 1.4 ? hu + 120 * (1 - fissure / 1.4) : hu;
	}

	/** Only where lung already is: what lies in the mediastinum is painted by others. */
	void paintTrees(Slice slice) {
		for (Tube vessel : vessels)
			slice.tube(vessel, 0, VESSEL);
		for (Tube bronchus : bronchi)
			slice.tube(bronchus, 0.35 + 0.22 * bronchus.r0(), WALL);
		for (Tube bronchus : bronchi)
			slice.tube(bronchus, 0, BRONCHUS);
	}
}
