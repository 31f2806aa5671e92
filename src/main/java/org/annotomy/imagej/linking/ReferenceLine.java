package org.annotomy.imagej.linking;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.place.ImagePlace;
import org.annotomy.linking.place.SpaceMap;
import org.annotomy.registration.AffineMap;

/** Where the slice of one view cuts that of another. */
final class ReferenceLine {

	/** Slices that are turned against each other by less than this are parallel: sin of about 3°. */
	private static final double PARALLEL = 0.05;

	private ReferenceLine() {}

	/**
	 * The part of the cut that lies in the first picture.
	 *
	 * @return in pixels of the second picture; empty if they are parallel, do not meet, or nobody knows how they lie
	 */
	static Optional<Line2D> between(SliceView active, SliceView shown, OpenGroup group) {
		String from = group.keyOf(active.session()).orElse(null);
		String to = group.keyOf(shown.session()).orElse(null);
		if (from == null || to == null) return Optional.empty();
		Optional<SpaceMap> map = group.correspondences().map(from, to);
		if (map.isEmpty() || !(map.get().transform() instanceof AffineMap affine)) return Optional.empty();
		double[][] corners = corners(active, shown, group.place(from), group.place(to), affine);
		List<Point> ends = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			double[] a = corners[i];
			double[] b = corners[(i + 1) % 4];
			if (a[2] < 0 == b[2] < 0) continue;
			double part = a[2] / (a[2] - b[2]);
			ends.add(new Point(a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])));
		}
		if (ends.size() != 2 || isParallel(corners)) return Optional.empty();
		return Optional.of(new Line2D.Double(ends.get(0).x(), ends.get(0).y(), ends.get(1).x(), ends.get(1).y()));
	}

	/** The corners of the first picture: where they are seen in the second one, and how many mm in front of its slice. */
	private static double[][] corners(SliceView active, SliceView shown, ImagePlace from, ImagePlace to, AffineMap map) {
		Position origin = to.toFrame(shown.voxelAt(0, 0));
		Position right = to.toFrame(shown.voxelAt(1, 0)).minus(origin);
		Position down = to.toFrame(shown.voxelAt(0, 1)).minus(origin);
		Position normal = right.cross(down).unit();
		double w = active.image().getWidth();
		double h = active.image().getHeight();
		double[][] at = {{0, 0}, {w, 0}, {w, h}, {0, h}};
		double[][] corners = new double[4][];
		for (int i = 0; i < 4; i++) {
			Position place = map.apply(from.toFrame(active.voxelAt(at[i][0], at[i][1])));
			Position away = place.minus(origin);
			Point seen = shown.plane().pixelOf(to.toVoxel(place));
			corners[i] = new double[]{seen.x(), seen.y(), away.dot(normal), place.x(), place.y(), place.z()};
		}
		return corners;
	}

	private static boolean isParallel(double[][] corners) {
		double across = side(corners[0], corners[1]);
		double along = side(corners[0], corners[3]);
		return Math.abs(corners[1][2] - corners[0][2]) < PARALLEL * across
				&& Math.abs(corners[3][2] - corners[0][2]) < PARALLEL * along;
	}

	private static double side(double[] a, double[] b) {
		return new Position(a[3], a[4], a[5]).distanceTo(new Position(b[3], b[4], b[5]));
	}
}
