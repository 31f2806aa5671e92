package org.annotomy.geometry;

/**
 * How a picture is turned for looking at it: clockwise by quarters, then mirrored left to right (the order of PS3.3 C.10.6).
 *
 * @param degrees 0, 90, 180 or 270
 */
public record QuarterTurn(int degrees, boolean mirrored) {

	/** As it is. */
	public static final QuarterTurn NONE = new QuarterTurn(0, false);
	/** Left to right only. */
	public static final QuarterTurn MIRROR = new QuarterTurn(0, true);

	/** @throws IllegalArgumentException for anything but quarters */
	public QuarterTurn {
		degrees = Math.floorMod(degrees, 360);
		if (degrees % 90 != 0) throw new IllegalArgumentException("A picture is turned by quarters, not by " + degrees + "°.");
	}

	public boolean isNone() { return equals(NONE); }

	/** Whether columns become rows. */
	public boolean transposed() {
		return degrees % 180 == 90;
	}

	/** Whether left and right change sides, after {@link #transposed}. */
	public boolean flipX() {
		return (degrees == 90 || degrees == 180) != mirrored;
	}

	/** Whether top and bottom change sides, after {@link #transposed}. */
	public boolean flipY() {
		return degrees >= 180;
	}

	/** Where a place of the turned picture lies in the picture as it was; both are squares of side 1. */
	public Point before(Point turned) {
		double x = flipX() ? 1 - turned.x() : turned.x();
		double y = flipY() ? 1 - turned.y() : turned.y();
		return transposed() ? new Point(y, x) : new Point(x, y);
	}

	/** In words, such as {@code turned by 90° and mirrored}; to be read after "is". */
	public String words() {
		String turned = degrees == 0 ? "" : "turned by " + degrees + "°";
		if (!mirrored) return turned.isEmpty() ? "as it was" : turned;
		return turned.isEmpty() ? "mirrored" : turned + " and mirrored";
	}
}
