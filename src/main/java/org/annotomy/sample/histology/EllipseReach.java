package org.annotomy.sample.histology;

/** How far places are from the centre of a nucleus: 0 there, 1 on its rim, more outside. */
final class EllipseReach {

	private final Nucleus nucleus;
	private final double cos;
	private final double sin;

	EllipseReach(Nucleus nucleus) {
		this.nucleus = nucleus;
		this.cos = StrictMath.cos(nucleus.angle());
		this.sin = StrictMath.sin(nucleus.angle());
	}

	double at(double x, double y) {
		double dx = x - nucleus.centre().x();
		double dy = y - nucleus.centre().y();
		double along = (dx * cos + dy * sin) / nucleus.longRadius();
		double across = (dy * cos - dx * sin) / nucleus.shortRadius();
		return Math.sqrt(along * along + across * across);
	}
}
