package org.annotomy.geometry;

/** Turns around the origin, as affine maps. Angles in radians; by the right-hand rule around the axes x, y and z. */
public final class Turn {

	private Turn() {}

	/** Around y first, then x, then z: {@code Rz · Rx · Ry}, as in ITK's Euler transform. */
	public static Affine zxy(double x, double y, double z) {
		return aroundZ(z).after(aroundX(x)).after(aroundY(y));
	}

	/** Around x first, then y, then z: {@code Rz · Ry · Rx}. */
	public static Affine zyx(double x, double y, double z) {
		return aroundZ(z).after(aroundY(y)).after(aroundX(x));
	}

	/**
	 * By the vector part of a quaternion of length 1 whose scalar part is not negative: the axis times the sine of half the angle. A longer
	 * vector is made 1 long.
	 */
	public static Affine versor(double x, double y, double z) {
		double square = x * x + y * y + z * z;
		double scale = square > 1 ? 1 / Math.sqrt(square) : 1;
		return quaternion(Math.sqrt(Math.max(0, 1 - square)), x * scale, y * scale, z * scale);
	}

	/** By a quaternion of any length other than 0; w is the scalar part. */
	public static Affine quaternion(double w, double x, double y, double z) {
		double s = 2 / (w * w + x * x + y * y + z * z);
		return Affine.ofRows(1 - s * (y * y + z * z), s * (x * y - z * w), s * (x * z + y * w), 0, //
				s * (x * y + z * w), 1 - s * (x * x + z * z), s * (y * z - x * w), 0, //
				s * (x * z - y * w), s * (y * z + x * w), 1 - s * (x * x + y * y), 0);
	}

	/** The same map around another centre. */
	public static Affine around(Position centre, Affine map) {
		Position origin = centre.plus(map.origin()).minus(map.apply(centre).minus(map.origin()));
		return Affine.of(origin, map.step(0), map.step(1), map.step(2));
	}

	private static Affine aroundX(double angle) {
		double c = Math.cos(angle);
		double s = Math.sin(angle);
		return Affine.ofRows(1, 0, 0, 0, 0, c, -s, 0, 0, s, c, 0);
	}

	private static Affine aroundY(double angle) {
		double c = Math.cos(angle);
		double s = Math.sin(angle);
		return Affine.ofRows(c, 0, s, 0, 0, 1, 0, 0, -s, 0, c, 0);
	}

	private static Affine aroundZ(double angle) {
		double c = Math.cos(angle);
		double s = Math.sin(angle);
		return Affine.ofRows(c, -s, 0, 0, s, c, 0, 0, 0, 0, 1, 0);
	}
}
