package org.annotomy.imagej;

import ij.gui.Roi;

/**
 * An element of an ImageJ overlay that only paints. ImageJ sees a rectangle as large as the image that contains no point, is no selection
 * and, alone in an overlay, is not saved with the image (as the cursors of <i>Synchronize Windows</i>).
 */
public abstract class PaintedRoi extends Roi {

	protected PaintedRoi(int width, int height, String name) {
		super(0, 0, width, height);
		setName(name);
		setIsCursor(true);
		setPosition(0);
	}

	@Override
	public final boolean contains(int x, int y) {
		return false;
	}

	@Override
	public final boolean containsPoint(double x, double y) {
		return false;
	}

	@Override
	public final int isHandle(int sx, int sy) {
		return -1;
	}

	/** Only itself: {@link Roi#equals} would find any rectangle of this size. */
	@Override
	public final boolean equals(Object other) {
		return this == other;
	}

	@Override
	public final int hashCode() {
		return System.identityHashCode(this);
	}
}
