package org.annotomy.imagej.overlay;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Span;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Box;
import org.annotomy.imagej.RoiStyle;

/** Where slices across x or y cut the objects that lie on slices across z: the parts of a row that an object covers. */
public final class ObjectCuts {

	/** Lines and points that are cut are shown so wide, in columns. */
	private static final double MARK = 1;

	/**
	 * A part of some rows of a slice (pixel-corner frame of its columns and rows).
	 *
	 * @param to right end of the columns
	 * @param endRow lower end of the rows
	 */
	public record Cut(Color color, double from, double to, double row, double endRow) {}

	private ObjectCuts() {}

	/** @param axis X or Y */
	public static List<Cut> of(AnnotationDocument document, Axis axis, int slice, int timePoint) {
		List<Cut> cuts = new ArrayList<>();
		for (AnnotationObject object : document.objects()) {
			Box bounds = object.shape().bounds();
			double begin = axis == Axis.X ? bounds.x() : bounds.y();
			double end = axis == Axis.X ? bounds.maxX() : bounds.maxY();
			if (!object.appearance().visible() || end < slice || begin > slice + 1 || !isAt(object, timePoint)) continue;
			add(object, RoiStyle.of(object, document.protocol()).stroke(), axis, slice, cuts);
		}
		return cuts;
	}

	private static boolean isAt(AnnotationObject object, int timePoint) {
		Span span = object.span();
		return span == null ? object.plane().t() == timePoint : span.firstT() <= timePoint && timePoint <= span.lastT();
	}

	private static void add(AnnotationObject object, Color color, Axis axis, int slice, List<Cut> cuts) {
		int first = object.span() == null ? object.plane().z() : object.span().firstZ();
		int end = 1 + (object.span() == null ? object.plane().z() : object.span().lastZ());
		boolean area = object.shape().isArea();
		double[] at = crossings(Outlines.of(object.shape()), axis == Axis.X, slice + 0.5, area);
		for (int i = 0; i + 1 < at.length && area; i += 2)
			cuts.add(new Cut(color, at[i], at[i + 1], first, end));
		for (int i = 0; i < at.length && !area; i++)
			cuts.add(new Cut(color, at[i] - MARK / 2, at[i] + MARK / 2, first, end));
	}

	/** Where lines cross a column or row, in ascending order; of single points those nearer than half a pixel. */
	private static double[] crossings(List<double[]> outlines, boolean column, double line, boolean closed) {
		List<Double> found = new ArrayList<>();
		int across = column ? 0 : 1;
		for (double[] xy : outlines) {
			if (!closed && isPoints(xy)) {
				for (int i = 0; i < xy.length; i += 2)
					if (Math.abs(xy[i + across] - line) <= 0.5) found.add(xy[i + 1 - across]);
				continue;
			}
			for (int i = closed ? 0 : 2; i < xy.length; i += 2) {
				int before = i == 0 ? xy.length - 2 : i - 2;
				double a = xy[before + across] - line;
				double b = xy[i + across] - line;
				if (a < 0 == b < 0) continue;
				double part = a / (a - b);
				found.add(xy[before + 1 - across] + part * (xy[i + 1 - across] - xy[before + 1 - across]));
			}
		}
		double[] sorted = found.stream().mapToDouble(Double::doubleValue).toArray();
		Arrays.sort(sorted);
		return sorted;
	}

	private static boolean isPoints(double[] xy) {
		return xy.length == 2;
	}
}
