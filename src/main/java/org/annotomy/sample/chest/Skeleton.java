package org.annotomy.sample.chest;

import org.annotomy.sample.noise.HashNoise;

/** Spine, sternum, shoulder blades, collar bones. */
final class Skeleton {

	private static final double LEVEL_MM = 25;
	private static final double DISC_MM = 5.5;
	private static final double CORTEX = 560;
	private static final double SPONGY = 168;
	private static final double DISC = 85;
	private static final Profile KYPHOSIS = Profile.of(-165, 35, -80, 41, 0, 46, 60, 47, 120, 40, 160, 33);
	private static final Profile STERNUM_WIDTH = Profile.of(-70, 6, -45, 15, 20, 17, 60, 18, 75, 26, 98, 30, 112, 24);
	private static final HashNoise SPONGE = new HashNoise(31);

	private Skeleton() {}

	/** Where the middle of a vertebral body lies at height z. */
	static double spineY(double z) {
		return KYPHOSIS.at(z);
	}

	static void paint(Slice slice, Shells shells) {
		sternum(slice, shells);
		spine(slice);
		for (int side = -1; side <= 1; side += 2) {
			shoulderBlade(slice, shells, side);
			collarBone(slice, side);
			arm(slice, side);
		}
	}

	private static double spongy(double x, double y, double z) {
		return SPONGY + 45 * SPONGE.smooth(x / 1.8, y / 1.8, z / 2.5);
	}

	private static void spine(Slice slice) {
		double z = slice.z;
		double cy = spineY(z);
		double level = Math.floor((z + 200) / LEVEL_MM);
		double inLevel = z + 200 - level * LEVEL_MM;
		double fromDisc = Math.min(inLevel, LEVEL_MM - inLevel);
		double waist = 1.6 * Torso.bump(inLevel, LEVEL_MM / 2, 6);
		double a = 17.5 - waist - z / 70;
		double b = 14 - waist * 0.7 - z / 90;
		paraspinal(slice, cy);
		if (fromDisc < DISC_MM / 2) slice.disc(0, cy, a + 0.5, b, (x, y) -> DISC);
		else body(slice, cy, a, b, fromDisc);
		arch(slice, cy, b, inLevel);
	}

	/** The long muscles of the back beside the spinous processes, in their own sheath of fat. */
	private static void paraspinal(Slice slice, double cy) {
		for (int side = -1; side <= 1; side += 2) {
			double cx = side * 25;
			slice.disc(cx, cy + 30, 23, 15, (x, y) -> ChestWall.FAT);
			slice.disc(cx, cy + 30, 21, 13,
					(x, y) -> SPONGE.smooth(x / 5, y / 3, slice.z / 25) > 0.45 ? -15 : ChestWall.MUSCLE + 4);
		}
	}

	private static void body(Slice slice, double cy, double a, double b, double fromDisc) {
		double rim = fromDisc < DISC_MM / 2 + 1.6 ? CORTEX * 0.75 : CORTEX;
		Slice.Field hollow = (x, y) -> Math.max(Slice.ellipsoidDistance(x / a, (y - cy) / b, 0, a, b, 1), y - cy - b * 0.80);
		slice.paint(-a, cy - b, a, cy + b, hollow, (x, y) -> rim);
		if (fromDisc < DISC_MM / 2 + 1.6) return;
		slice.paint(-a, cy - b, a, cy + b, (x, y) -> hollow.at(x, y) + 1.6, (x, y) -> spongy(x, y, slice.z));
	}

	private static void arch(Slice slice, double cy, double b, double inLevel) {
		double canal = cy + b * 0.80 + 8.5;
		double pedicle = Torso.bump(inLevel, 16, 5);
		double lamina = Torso.bump(inLevel, 9, 7);
		for (int side = -1; side <= 1; side += 2) {
			if (pedicle > 0.4)
				bone(slice, new Tube(side * 11, cy + b * 0.6, 0, side * 12, canal + 2, 0, 3.8 * pedicle, 3.8 * pedicle));
			if (pedicle > 0.3) bone(slice, new Tube(side * 13, canal + 3, 0, side * 33, canal + 7, 0, 5 * pedicle, 4 * pedicle));
			bone(slice, new Tube(side * 12, canal + 3, 0, side * 1, canal + 10.5, 0, 2.2 + lamina * 1.5, 2.2 + lamina * 1.5));
			facet(slice, side, canal, inLevel);
		}
		slice.disc(0, canal, 9, 8, (x, y) -> -40);
		slice.disc(0, canal, 7.6, 6.8, (x, y) -> 12);
		slice.disc(0, canal, 4.6, 3.8, (x, y) -> 42);
		double reach = 8 + 13 * lamina;
		bone(slice, new Tube(0, canal + 10, 0, 0, canal + 10 + reach, 0, 3, 2 + 1.4 * lamina));
	}

	private static void facet(Slice slice, int side, double canal, double inLevel) {
		double near = Torso.bump(inLevel, 1, 4) + Torso.bump(inLevel, LEVEL_MM + 1, 4);
		if (near > 0.2) bone(slice, new Tube(side * 13, canal + 6, 0, side * 18, canal + 4, 0, 4.5 * near, 4 * near));
	}

	/** A tube lying in the slice, with cortex and spongy inside. */
	private static void bone(Slice slice, Tube flat) {
		Tube tube = new Tube(flat.x0(), flat.y0(), slice.z, flat.x1(), flat.y1(), slice.z, flat.r0(), flat.r1());
		slice.tube(tube, 0, CORTEX);
		slice.tube(tube, -1.5, SPONGY + 60);
	}

	private static void sternum(Slice slice, Shells shells) {
		double z = slice.z;
		double width = STERNUM_WIDTH.at(z);
		double thick = z > 70 ? 7.5 : 6;
		double fade = Torso.bump(z, 22, 55);
		if (fade <= 0 || z < -62 || z > 112) return;
		double front = -shells.cage[PolarGrid.BINS / 4] + 4;
		double joint = Math.abs(z - 72) < 1.5 ? 90 : CORTEX * 0.9;
		slice.disc(0, front, width, thick, (x, y) -> joint);
		if (joint > 100) slice.disc(0, front, width - 1.6, thick - 1.6, (x, y) -> spongy(x, y, z) * 0.75);
	}

	private static void shoulderBlade(Slice slice, Shells shells, int side) {
		double z = slice.z;
		if (z < -12 || z > 132) return;
		double t = (z + 12) / 144;
		double from = Math.toRadians(62 - 14 * t);
		double to = Math.toRadians(24 + 6 * t - 16 * Torso.bump(z, 110, 20));
		double lift = 7 + 9 * Torso.bump(z, 112, 30);
		Tube last = null;
		double[] root = new double[2];
		for (int i = 0; i <= 6; i++) {
			double angle = from + (to - from) * i / 6;
			int bin = (int) ((angle + Math.PI) / (2 * Math.PI) * PolarGrid.BINS);
			double r = shells.cage[bin] + lift + 5 * Math.abs(i - 3) / 3.0;
			double x = side * r * StrictMath.cos(angle);
			double y = r * StrictMath.sin(angle);
			if (i == 4) root = new double[]{x, y};
			double thick = i == 6 ? 3.6 + 2.5 * t : i == 0 ? 2.4 : 1.7;
			if (last != null) bone(slice, new Tube(last.x1(), last.y1(), 0, x, y, 0, last.r1(), thick));
			last = new Tube(x, y, 0, x, y, 0, thick, thick);
		}
		if (z > 88 && z < 128) {
			double out = 8 + 20 * Torso.bump(z, 110, 14);
			bone(slice, new Tube(root[0], root[1], 0, root[0] + side * out * 0.75, root[1] + out * 0.65, 0, 2.2, 3.4));
		}
	}

	private static void collarBone(Slice slice, int side) {
		Tube inner = new Tube(side * 20, -70, 108, side * 62, -64, 124, 7, 6);
		Tube outer = new Tube(side * 62, -64, 124, side * 128, -12, 140, 6, 6.5);
		for (Tube tube : new Tube[]{inner, outer}) {
			slice.tube(tube, 0, CORTEX);
			slice.tube(tube, -2, SPONGY + 40);
		}
	}

	/** The arms are raised: the head of the humerus stands above the shoulder. */
	private static void arm(Slice slice, int side) {
		slice.ellipsoid(side * 142, 12, 150, 23, 23, 24, CORTEX);
		slice.ellipsoid(side * 142, 12, 150, 21, 21, 22, 0, (x, y) -> spongy(x, y, slice.z) * 0.9);
		Tube socket = new Tube(side * 116, 18, 128, side * 118, 14, 150, 8, 10);
		slice.tube(socket, 0, CORTEX);
		slice.tube(socket, -1.8, SPONGY);
	}
}
