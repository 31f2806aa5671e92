package org.annotomy.display;

import org.annotomy.geometry.Box;

/**
 * How much to show around an object, in pixels of level 0 on each side.
 *
 * @param x to the left and to the right
 * @param y above and below
 * @param ofSize added to that: this part of the box's longer side
 */
public record Margin(double x, double y, double ofSize) {

	public static final Margin NONE = new Margin(0, 0, 0);

	/** @throws IllegalArgumentException if a number is negative or not finite */
	public Margin {
		if (!(x >= 0 && y >= 0 && ofSize >= 0) || Double.isInfinite(x + y + ofSize))
			throw new IllegalArgumentException("A margin is 0 or more.");
	}

	/** The same length on each side where pixels are not square. @throws IllegalArgumentException if a spacing is not above 0 */
	public static Margin ofMm(double mm, double spacingXMm, double spacingYMm) {
		if (!(spacingXMm > 0 && spacingYMm > 0))
			throw new IllegalArgumentException(
					"A margin in mm needs an image with a known pixel spacing. Give it as a part of the object instead.");
		return new Margin(mm / spacingXMm, mm / spacingYMm, 0);
	}

	/** A part of the box's longer side: 0.5 shows half of it on each side. */
	public static Margin ofFraction(double part) {
		return new Margin(0, 0, part);
	}

	/** Both margins on each side. */
	public Margin plus(Margin other) {
		return new Margin(x + other.x, y + other.y, ofSize + other.ofSize);
	}

	Box around(Box box) {
		double more = ofSize * Math.max(box.width(), box.height());
		return new Box(box.x() - x - more, box.y() - y - more, box.width() + 2 * (x + more), box.height() + 2 * (y + more));
	}
}
