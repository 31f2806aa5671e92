package org.annotomy.geometry;

/** A place in the patient coordinate system: LPS (x to the left, y to the back, z to the head), in millimetres. */
public record Position(double x, double y, double z) {

	public static final Position ORIGIN = new Position(0, 0, 0);

	public Position plus(Position other) {
		return new Position(x + other.x, y + other.y, z + other.z);
	}

	public Position minus(Position other) {
		return new Position(x - other.x, y - other.y, z - other.z);
	}

	public Position times(double factor) {
		return new Position(x * factor, y * factor, z * factor);
	}

	public double dot(Position other) {
		return x * other.x + y * other.y + z * other.z;
	}

	public Position cross(Position other) {
		return new Position(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
	}

	/** Length of the vector from the origin to here, in mm. */
	public double norm() {
		return Math.sqrt(dot(this));
	}

	public double distanceTo(Position other) {
		return minus(other).norm();
	}

	/**
	 * The direction of this vector.
	 *
	 * @throws IllegalArgumentException if the vector has no length
	 */
	public Position unit() {
		double length = norm();
		if (!(length > 0)) throw new IllegalArgumentException("A vector without length has no direction.");
		return times(1 / length);
	}
}
