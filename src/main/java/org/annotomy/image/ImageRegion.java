package org.annotomy.image;

import org.annotomy.geometry.Box;

/**
 * A rectangle of a picture with a pixel size of its own, as ultrasound machines draw several side by side (DICOM PS3.3 C.8.5.5).
 *
 * @param x0 first pixel column inside; likewise {@code y0}
 * @param x1 last pixel column inside; likewise {@code y1}
 * @param xMm distance between columns in mm; NaN if an axis of the region is no length
 * @param yMm distance between rows in mm; NaN if an axis of the region is no length
 * @param axes what the axes are where they are no lengths, such as {@code time × velocity}; empty for lengths
 * @param above whether this region's pixels cover those of a region that it overlaps
 */
public record ImageRegion(int x0, int y0, int x1, int y1, double xMm, double yMm, String axes, boolean above) {

	public boolean isMetric() { return xMm > 0 && yMm > 0; }

	public long area() {
		return (long) (x1 - x0 + 1) * (y1 - y0 + 1);
	}

	/** @param box in pixels, pixel-corner frame */
	public boolean contains(Box box) {
		return box.x() >= x0 && box.y() >= y0 && box.maxX() <= x1 + 1d && box.maxY() <= y1 + 1d;
	}

	/** Whether a part of the box lies inside; an edge in common is none. */
	public boolean reaches(Box box) {
		return overlaps(box.x(), box.maxX(), x0, x1 + 1d) && overlaps(box.y(), box.maxY(), y0, y1 + 1d);
	}

	private static boolean overlaps(double start, double end, double from, double to) {
		return start < to && Math.max(end, Math.nextUp(start)) > from;
	}
}
