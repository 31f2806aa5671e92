package org.annotomy.segmentation.measure;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.segmentation.measure.ImageValues.PlaneValues;
import org.annotomy.segmentation.outline.PixelSpans;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Modality values under a shape: of an area those of the pixels whose centres lie inside, of points those of the pixels they lie in, of
 * lines a profile of samples about one pixel apart. NaN pixels do not count.
 *
 * @param count how many values
 * @param mean NaN if there is none; likewise min and max
 * @param sd of a sample (n − 1), as in ImageJ; 0 for one value
 */
public record ValueStatistics(long count, double mean, double sd, double min, double max) {

	public static final ValueStatistics NONE = new ValueStatistics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

	/** Longest profile, in samples; a line that is longer is sampled more widely. */
	private static final int LONGEST_PROFILE = 1 << 20;

	/**
	 * Over the object's plane, or over all planes of its span; of an object on all channels, the first channel.
	 *
	 * @return {@link #NONE} where the object lies outside the image, and for texts
	 */
	public static ValueStatistics of(AnnotationObject object, ImageValues image) {
		Span span = object.span();
		int z = object.plane().z();
		int t = object.plane().t();
		int c = Math.max(0, object.plane().c());
		RunningStatistics sums = new RunningStatistics();
		if (c >= image.channels()) return NONE;
		int lastT = Math.min(span == null ? t : span.lastT(), image.timePoints() - 1);
		int lastZ = Math.min(span == null ? z : span.lastZ(), image.slices() - 1);
		for (int frame = span == null ? t : span.firstT(); frame <= lastT; frame++)
			for (int slice = span == null ? z : span.firstZ(); slice <= lastZ; slice++)
				add(object.shape(), image.plane(c, slice, frame), image, sums);
		return sums.result();
	}

	/** Over one plane. */
	public static ValueStatistics of(Shape shape, PlaneValues plane, ImageValues image) {
		RunningStatistics sums = new RunningStatistics();
		add(shape, plane, image, sums);
		return sums.result();
	}

	private static void add(Shape shape, PlaneValues plane, ImageValues image, RunningStatistics sums) {
		if (shape instanceof TextShape) return;
		if (shape.isArea() || shape instanceof PointsShape)
			PixelSpans.forEach(shape, image.width(), image.height(), (y, from, to) -> {
				for (int x = from; x < to; x++)
					sums.add(plane.at(x, y));
			});
		else
			profile(shape, plane, image, sums);
	}

	private static void profile(Shape shape, PlaneValues plane, ImageValues image, RunningStatistics sums) {
		Geometry lines = ShapeGeometry.of(shape);
		for (int i = 0; i < lines.getNumGeometries(); i++)
			profile(lines.getGeometryN(i).getCoordinates(), lines.getGeometryN(i).getLength(), plane, image, sums);
	}

	/** As ImageJ samples a straight line: n + 1 values at equal steps, n the rounded length. Other lines likewise, along their way. */
	private static void profile(Coordinate[] way, double length, PlaneValues plane, ImageValues image, RunningStatistics sums) {
		int steps = (int) Math.min(LONGEST_PROFILE, Math.round(length));
		int side = 0;
		double start = 0;
		double sideLength = way[0].distance(way[1]);
		for (int i = 0; i <= steps; i++) {
			double at = steps == 0 ? 0 : i * length / steps;
			while (side < way.length - 2 && at > start + sideLength) {
				start += sideLength;
				side++;
				sideLength = way[side].distance(way[side + 1]);
			}
			double share = sideLength == 0 ? 0 : Math.min(1, (at - start) / sideLength);
			sums.add(interpolated(way[side].x + share * (way[side + 1].x - way[side].x),
					way[side].y + share * (way[side + 1].y - way[side].y), plane, image));
		}
	}

	/** Bilinear between the centres of pixels; beyond the outermost centres their value, outside the image NaN. */
	private static double interpolated(double x, double y, PlaneValues plane, ImageValues image) {
		if (x < 0 || y < 0 || x > image.width() || y > image.height()) return Double.NaN;
		double cx = Math.max(0, Math.min(image.width() - 1, x - 0.5));
		double cy = Math.max(0, Math.min(image.height() - 1, y - 0.5));
		int left = (int) Math.min(cx, Math.max(0, image.width() - 2));
		int top = (int) Math.min(cy, Math.max(0, image.height() - 2));
		int right = Math.min(left + 1, image.width() - 1);
		int bottom = Math.min(top + 1, image.height() - 1);
		double fx = cx - left;
		double fy = cy - top;
		double upper = fx == 0 ? plane.at(left, top) : plane.at(left, top) * (1 - fx) + plane.at(right, top) * fx;
		if (fy == 0) return upper;
		double lower = fx == 0 ? plane.at(left, bottom) : plane.at(left, bottom) * (1 - fx) + plane.at(right, bottom) * fx;
		return upper * (1 - fy) + lower * fy;
	}
}
