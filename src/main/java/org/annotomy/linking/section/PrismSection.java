package org.annotomy.linking.section;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a picture of any orientation cuts a mark that was drawn on slices of another image. The mark is a prism: its outline, from the lower
 * border of its first slice to the upper one of its last. An area gives areas; of lines and points only what lies in the plane of the
 * picture, within the prism's thickness, is seen.
 */
public final class PrismSection {

	/** A picture stands on the slices of the mark if its angle to their normal has a sine below this. */
	private static final double STANDING = 1e-4;

	/** Points are seen in a picture that stands on their slice up to so many of its pixels away. */
	private static final double NEAR = 0.5;

	private final List<double[]> outlines;
	private final boolean area;
	private final double from;
	private final double to;
	private final PlaneMap map;

	private PrismSection(List<double[]> outlines, boolean area, double from, double to, PlaneMap map) {
		this.outlines = outlines;
		this.area = area;
		this.from = from;
		this.to = to;
		this.map = map;
	}

	/**
	 * @param outlines each x0 y0 x1 y1 … in the pixel-corner frame; of an area rings without a closing point, holes by the even-odd rule
	 * @param area whether they enclose an area; else they are lines, and points where there is one alone
	 * @param from where the prism begins, in slices with centres at whole numbers, such as 6.5; {@code to} where it ends
	 * @param map from pixels of the picture to the voxels of the mark's image
	 * @return in pixels of the picture (pixel-corner frame); empty where nothing is cut
	 */
	public static Path2D.Double of(List<double[]> outlines, boolean area, double from, double to, PlaneMap map) {
		return new PrismSection(outlines, area, from, to, map).section();
	}

	private Path2D.Double section() {
		double a = map.right().x();
		double b = map.down().x();
		double c = map.right().y();
		double d = map.down().y();
		double size = Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(d)));
		double det = a * d - b * c;
		if (size == 0) return new Path2D.Double();
		double longest = Math.max(Math.hypot(a, c), Math.hypot(b, d));
		double shortest = Math.abs(det) / longest;
		double all = Math.max(map.right().norm(), map.down().norm());
		return shortest > STANDING * all ? lying(a, b, c, d) : standing();
	}

	/** Each point of the slice is seen at one pixel; what lies outside the prism's thickness is cut off. */
	private Path2D.Double lying(double a, double b, double c, double d) {
		AffineTransform toVoxels = new AffineTransform(a, c, b, d, map.origin().x() + 0.5, map.origin().y() + 0.5);
		AffineTransform toPixels = inverse(toVoxels);
		Path2D.Double whole = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (double[] outline : outlines) {
			double[] uv = new double[outline.length];
			toPixels.transform(outline, 0, uv, 0, outline.length / 2);
			if (area) append(whole, uv, true);
			else clipped(whole, uv);
		}
		if (!area) return whole;
		double du = map.right().z();
		double dv = map.down().z();
		Rectangle2D bounds = whole.getBounds2D();
		double reach = Math.abs(du) * bounds.getWidth() + Math.abs(dv) * bounds.getHeight();
		double middle = depth(bounds.getCenterX(), bounds.getCenterY());
		if (middle - reach / 2 >= from && middle + reach / 2 <= to) return whole;
		if (middle + reach / 2 < from || middle - reach / 2 > to) return new Path2D.Double();
		if (Math.hypot(du, dv) == 0) return new Path2D.Double();
		Area cut = new Area(whole);
		cut.intersect(new Area(strip(bounds, du, dv)));
		return new Path2D.Double(cut);
	}

	private double depth(double u, double v) {
		return map.origin().z() + u * map.right().z() + v * map.down().z();
	}

	/** The pixels between both ends of the prism, as far as the bounds reach. */
	private Path2D strip(Rectangle2D bounds, double du, double dv) {
		double square = du * du + dv * dv;
		double length = 2 * Math.hypot(bounds.getWidth(), bounds.getHeight()) + 2;
		double alongU = -dv / Math.sqrt(square) * length;
		double alongV = du / Math.sqrt(square) * length;
		double middle = depth(bounds.getCenterX(), bounds.getCenterY());
		double[] corners = new double[8];
		for (int end = 0; end < 2; end++) {
			double way = ((end == 0 ? from : to) - middle) / square;
			double u = bounds.getCenterX() + way * du;
			double v = bounds.getCenterY() + way * dv;
			int sign = end == 0 ? 1 : -1;
			corners[4 * end] = u + sign * alongU;
			corners[4 * end + 1] = v + sign * alongV;
			corners[4 * end + 2] = u - sign * alongU;
			corners[4 * end + 3] = v - sign * alongV;
		}
		Path2D.Double strip = new Path2D.Double();
		append(strip, corners, true);
		return strip;
	}

	/** The parts of lines whose depth is within the prism. */
	private void clipped(Path2D.Double to, double[] uv) {
		if (uv.length == 2) {
			if (isInside(depth(uv[0], uv[1]))) cross(to, uv[0], uv[1]);
			return;
		}
		for (int i = 2; i < uv.length; i += 2) {
			double z0 = depth(uv[i - 2], uv[i - 1]);
			double z1 = depth(uv[i], uv[i + 1]);
			double begin = z0 == z1
					? isInside(z0) ? 0 : 1
					: Math.max(0, Math.min((from - z0) / (z1 - z0), (this.to - z0) / (z1 - z0)));
			double end = z0 == z1
					? isInside(z0) ? 1 : 0
					: Math.min(1, Math.max((from - z0) / (z1 - z0), (this.to - z0) / (z1 - z0)));
			if (begin >= end) continue;
			to.moveTo(uv[i - 2] + begin * (uv[i] - uv[i - 2]), uv[i - 1] + begin * (uv[i + 1] - uv[i - 1]));
			to.lineTo(uv[i - 2] + end * (uv[i] - uv[i - 2]), uv[i - 1] + end * (uv[i + 1] - uv[i - 1]));
		}
	}

	private boolean isInside(double depth) {
		return depth >= from && depth <= to;
	}

	/** The picture meets each slice in a line: there it cuts the outline, and it shows the prism's thickness across. */
	private Path2D.Double standing() {
		boolean byRight = Math.hypot(map.right().x(), map.right().y()) >= Math.hypot(map.down().x(), map.down().y());
		double mx = byRight ? map.right().x() : map.down().x();
		double my = byRight ? map.right().y() : map.down().y();
		double square = mx * mx + my * my;
		AffineTransform toLine = new AffineTransform((map.right().x() * mx + map.right().y() * my) / square, map.right().z(),
				(map.down().x() * mx + map.down().y() * my) / square, map.down().z(), 0, map.origin().z());
		Path2D.Double seen = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		if (Math.abs(toLine.getDeterminant()) < 1e-12) return seen;
		AffineTransform toPixels = inverse(toLine);
		double[] at = crossings(mx, my, square);
		for (int i = 0; area && i + 1 < at.length; i += 2)
			append(seen, transformed(toPixels, at[i], from, at[i + 1], from, at[i + 1], to, at[i], to), true);
		for (int i = 0; !area && i < at.length; i++)
			append(seen, transformed(toPixels, at[i], from, at[i], to), false);
		return seen;
	}

	/** Where the line of the picture crosses the outlines, counted along it, in ascending order. */
	private double[] crossings(double mx, double my, double square) {
		double ox = map.origin().x() + 0.5;
		double oy = map.origin().y() + 0.5;
		double length = Math.sqrt(square);
		List<Double> found = new ArrayList<>();
		for (double[] outline : outlines) {
			int n = outline.length / 2;
			if (n == 1) {
				double off = ((outline[0] - ox) * my - (outline[1] - oy) * mx) / length;
				if (Math.abs(off) <= NEAR) found.add(((outline[0] - ox) * mx + (outline[1] - oy) * my) / square);
				continue;
			}
			for (int i = area ? 0 : 1; i < n; i++) {
				int before = i == 0 ? n - 1 : i - 1;
				double s0 = (outline[2 * before] - ox) * my - (outline[2 * before + 1] - oy) * mx;
				double s1 = (outline[2 * i] - ox) * my - (outline[2 * i + 1] - oy) * mx;
				if (s0 < 0 == s1 < 0) continue;
				double part = s0 / (s0 - s1);
				double x = outline[2 * before] + part * (outline[2 * i] - outline[2 * before]);
				double y = outline[2 * before + 1] + part * (outline[2 * i + 1] - outline[2 * before + 1]);
				found.add(((x - ox) * mx + (y - oy) * my) / square);
			}
		}
		double[] sorted = found.stream().mapToDouble(Double::doubleValue).toArray();
		Arrays.sort(sorted);
		return sorted;
	}

	private static double[] transformed(AffineTransform map, double... xy) {
		map.transform(xy, 0, xy, 0, xy.length / 2);
		return xy;
	}

	private static void append(Path2D.Double to, double[] uv, boolean close) {
		if (uv.length == 0) return;
		to.moveTo(uv[0], uv[1]);
		for (int i = 2; i < uv.length; i += 2)
			to.lineTo(uv[i], uv[i + 1]);
		if (close) to.closePath();
	}

	private static void cross(Path2D.Double to, double u, double v) {
		append(to, new double[]{u - 2, v, u + 2, v}, false);
		append(to, new double[]{u, v - 2, u, v + 2}, false);
	}

	private static AffineTransform inverse(AffineTransform map) {
		double det = map.getDeterminant();
		return new AffineTransform(map.getScaleY() / det, -map.getShearY() / det, -map.getShearX() / det, map.getScaleX() / det,
				(map.getShearX() * map.getTranslateY() - map.getScaleY() * map.getTranslateX()) / det,
				(map.getShearY() * map.getTranslateX() - map.getScaleX() * map.getTranslateY()) / det);
	}
}
