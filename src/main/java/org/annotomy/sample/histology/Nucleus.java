package org.annotomy.sample.histology;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

/**
 * One nucleus: an ellipse in pixels of level 0, pixel-corner frame.
 *
 * @param centre of the ellipse
 * @param longRadius half the long axis in pixels
 * @param shortRadius half the short axis in pixels
 * @param angle of the long axis from the x axis towards the y axis, in radians
 * @param positive whether it takes the second stain of a section that has one for nuclei
 */
public record Nucleus(NucleusKind kind, Point centre, double longRadius, double shortRadius, double angle,
		boolean positive) {

	/** The rim as a polygon, clockwise on the screen. @param count of its corners, at least 3 */
	public Vertices outline(int count) {
		double[] xy = new double[2 * count];
		double cos = StrictMath.cos(angle);
		double sin = StrictMath.sin(angle);
		for (int i = 0; i < count; i++) {
			double turn = 2 * Math.PI * i / count;
			double along = longRadius * StrictMath.cos(turn);
			double across = shortRadius * StrictMath.sin(turn);
			xy[2 * i] = centre.x() + along * cos - across * sin;
			xy[2 * i + 1] = centre.y() + along * sin + across * cos;
		}
		return Vertices.of(xy);
	}
}
