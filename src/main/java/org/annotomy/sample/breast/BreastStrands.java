package org.annotomy.sample.breast;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Position;

/** What is long and thin in the breast: milk ducts behind the nipple, veins under the skin, and the ligaments between gland and skin. */
final class BreastStrands {

	/** A piece, in the body's frame (LPS) before compression. @param dense of gland that absorbs as much, mm per mm */
	record Strand(Position from, Position to, double r0, double r1, double dense) {}

	private static final int DUCTS = 14;
	private static final int LIGAMENTS = 170;
	private static final int PIECES = 12;

	private final Random random;
	private final double side;
	private final List<Strand> strands = new ArrayList<>();

	private BreastStrands(boolean right) {
		this.random = new Random(right ? 90210 : 90211);
		this.side = right ? -1 : 1;
	}

	static List<Strand> of(boolean right) {
		BreastStrands all = new BreastStrands(right);
		for (int i = 0; i < DUCTS; i++)
			all.duct(new Position(all.around(1.5), -Compression.DEPTH_MM + 2, all.around(1.5)),
					new Position(all.around(0.7), 1, all.around(0.7)).unit(), 13, 0.8, 5);
		for (int i = 0; i < LIGAMENTS; i++)
			all.ligament();
		all.vein(0.9, 0.35, 1.0, 1.25);
		all.vein(-0.6, -0.2, 0.9, 1.0);
		all.vein(2.3, 0.5, 0.8, 0.9);
		return all.strands;
	}

	private double around(double reach) {
		return reach * (2 * random.nextDouble() - 1);
	}

	private void duct(Position from, Position heading, double lengthMm, double radius, int left) {
		Position to = from.plus(heading.times(lengthMm * (0.8 + 0.4 * random.nextDouble())));
		strands.add(new Strand(from, to, radius, radius * 0.85, 0.9));
		if (left == 0 || -to.y() < 14) return;
		for (int i = 0; i < 2; i++)
			duct(to, heading.plus(new Position(around(0.55), around(0.2), around(0.55))).unit(), lengthMm * 0.86, radius * 0.8,
					left - 1);
	}

	/** On an ellipsoid {@code part} as large as the breast. @param angle around the nipple @param rise from the chest wall to the nipple, 0 to 1 */
	private Position onShell(double part, double angle, double rise) {
		double r = part * Compression.RADIUS_MM * Math.sqrt(Math.max(0, 1 - rise * rise));
		return new Position(side * r * StrictMath.cos(angle), -part * Compression.DEPTH_MM * rise, r * StrictMath.sin(angle));
	}

	private void ligament() {
		double angle = around(Math.PI);
		double rise = 0.05 + 0.85 * random.nextDouble();
		double turn = around(0.35);
		double climb = around(0.18);
		double bow = around(0.12);
		double radius = 0.22 + 0.2 * random.nextDouble();
		line(radius, radius, 0.55,
				t -> onShell(0.6 + 0.38 * t, angle + turn * t + bow * StrictMath.sin(Math.PI * t), rise + climb * t));
	}

	private void vein(double angle, double turn, double reach, double radius) {
		double phase = around(3);
		line(radius, radius * 0.6, 0.8, t -> onShell(0.9 - 0.06 * t, angle + turn * t + 0.09 * StrictMath.sin(9 * t + phase),
				0.02 + 0.85 * reach * t));
	}

	/** A place for each part of the way, 0 to 1. */
	@FunctionalInterface
	private interface Way {
		Position at(double t);
	}

	private void line(double r0, double r1, double dense, Way way) {
		Position from = way.at(0);
		for (int i = 1; i <= PIECES; i++) {
			Position to = way.at(i / (double) PIECES);
			double a = r0 + (r1 - r0) * (i - 1) / PIECES;
			strands.add(new Strand(from, to, a, r0 + (r1 - r0) * i / PIECES, dense));
			from = to;
		}
	}
}
