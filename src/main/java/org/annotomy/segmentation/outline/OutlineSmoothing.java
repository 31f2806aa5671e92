package org.annotomy.segmentation.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Vertices;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Outlines with fewer corners or softer ones. The result is valid: a ring that came to cross itself is repaired by the even-odd rule. */
public final class OutlineSmoothing {

	private static final int MOST_SAMPLES = 20_000;
	private static final int FEWEST_SAMPLES = 16;
	private static final double SAMPLE_PX = 0.5;
	private static final double GAUSSIAN_REACH = 3;

	/** What the finely sampled result may lose when points that hardly matter are left out, in pixels. */
	private static final double THINNING_PX = 0.02;

	private OutlineSmoothing() {}

	/**
	 * Gaussian smoothing along the outline: each point becomes the weighted mean of its neighbours along the way.
	 *
	 * @param sigmaPx width of the Gaussian along the outline, in pixels, above 0
	 * @param keepArea whether each ring is scaled about its centroid to the area that it had (smoothing alone shrinks it)
	 * @return empty if nothing is left
	 */
	public static Optional<PolygonShape> gaussian(Shape area, double sigmaPx, boolean keepArea) {
		if (!(sigmaPx > 0)) throw new IllegalArgumentException("Smoothing needs a width above 0, not " + sigmaPx + ".");
		return thinned(eachRing(area, ring -> gaussian(ring, sigmaPx), keepArea));
	}

	/**
	 * Chaikin's corner cutting (1974): each round replaces every corner by two points a quarter of the way along its sides.
	 *
	 * @param rounds each doubles the number of points; 1 to 8
	 * @param keepArea whether each ring is scaled about its centroid to the area that it had
	 */
	public static Optional<PolygonShape> chaikin(Shape area, int rounds, boolean keepArea) {
		if (rounds < 1 || rounds > 8)
			throw new IllegalArgumentException("Corners can be cut in 1 to 8 rounds, not " + rounds + ".");
		return eachRing(area, ring -> {
			Vertices cut = ring;
			for (int i = 0; i < rounds; i++)
				cut = chaikin(cut);
			return cut;
		}, keepArea);
	}

	/** Douglas–Peucker without crossings: no point moves, those within the tolerance of the new outline go, rings neither cross nor vanish. */
	public static Optional<PolygonShape> simplify(Shape area, double tolerancePx) {
		Geometry simple = TopologyPreservingSimplifier.simplify(OutlineAlgebra.area(area), tolerancePx);
		return OutlineAlgebra.polygon(simple);
	}

	private static Optional<PolygonShape> thinned(Optional<PolygonShape> polygon) {
		return polygon.flatMap(p -> simplify(p, THINNING_PX));
	}

	private static Optional<PolygonShape> eachRing(Shape area, UnaryOperator<Vertices> smooth, boolean keepArea) {
		UnaryOperator<Vertices> change = ring -> keepArea
				? scaledToArea(smooth.apply(ring), ring.signedArea())
				: smooth.apply(ring);
		Optional<PolygonShape> polygon = ShapeGeometry.toPolygon(OutlineAlgebra.area(area), Origin.COMPOSITE);
		if (polygon.isEmpty()) return polygon;
		List<Ring> parts = new ArrayList<>();
		for (Ring part : polygon.get().parts())
			parts.add(new Ring(change.apply(part.shell()), part.holes().stream().map(change).toList()));
		return OutlineAlgebra.polygon(OutlineAlgebra.area(new PolygonShape(parts, Origin.COMPOSITE)));
	}

	private static Vertices chaikin(Vertices ring) {
		int n = ring.size();
		double[] cut = new double[4 * n];
		for (int i = 0; i < n; i++) {
			int next = (i + 1) % n;
			cut[4 * i] = 0.75 * ring.x(i) + 0.25 * ring.x(next);
			cut[4 * i + 1] = 0.75 * ring.y(i) + 0.25 * ring.y(next);
			cut[4 * i + 2] = 0.25 * ring.x(i) + 0.75 * ring.x(next);
			cut[4 * i + 3] = 0.25 * ring.y(i) + 0.75 * ring.y(next);
		}
		return Vertices.adopt(cut);
	}

	private static Vertices gaussian(Vertices ring, double sigmaPx) {
		double length = ring.length(true);
		int n = (int) Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, Math.ceil(length / SAMPLE_PX)));
		double[] even = evenlySpaced(ring, length, n);
		double sigma = sigmaPx / (length / n);
		int reach = (int) Math.min(n / 2.0, Math.ceil(GAUSSIAN_REACH * sigma));
		double[] weights = new double[reach + 1];
		double sum = 0;
		for (int k = 0; k <= reach; k++) {
			weights[k] = Math.exp(-k * k / (2 * sigma * sigma));
			sum += k == 0 ? weights[k] : 2 * weights[k];
		}
		double[] smooth = new double[2 * n];
		for (int i = 0; i < n; i++)
			for (int k = -reach; k <= reach; k++) {
				int j = Math.floorMod(i + k, n);
				smooth[2 * i] += weights[Math.abs(k)] / sum * even[2 * j];
				smooth[2 * i + 1] += weights[Math.abs(k)] / sum * even[2 * j + 1];
			}
		return Vertices.adopt(smooth);
	}

	private static double[] evenlySpaced(Vertices ring, double length, int n) {
		double[] even = new double[2 * n];
		int side = 0;
		double before = 0;
		double sideLength = side(ring, 0);
		for (int i = 0; i < n; i++) {
			double along = i * length / n;
			while (side < ring.size() - 1 && along > before + sideLength) {
				before += sideLength;
				sideLength = side(ring, ++side);
			}
			double share = sideLength == 0 ? 0 : Math.min(1, (along - before) / sideLength);
			int next = (side + 1) % ring.size();
			even[2 * i] = ring.x(side) + share * (ring.x(next) - ring.x(side));
			even[2 * i + 1] = ring.y(side) + share * (ring.y(next) - ring.y(side));
		}
		return even;
	}

	private static double side(Vertices ring, int i) {
		int next = (i + 1) % ring.size();
		return Math.hypot(ring.x(next) - ring.x(i), ring.y(next) - ring.y(i));
	}

	private static Vertices scaledToArea(Vertices ring, double wanted) {
		double area = ring.signedArea();
		if (!(wanted / area > 0) || Double.isInfinite(wanted / area)) return ring;
		double factor = Math.sqrt(wanted / area);
		double[] scaled = ring.translate(-ring.x(0), -ring.y(0)).toArray();
		double cx = 0;
		double cy = 0;
		for (int i = 0, j = scaled.length - 2; i < scaled.length; j = i, i += 2) {
			double cross = scaled[j] * scaled[i + 1] - scaled[i] * scaled[j + 1];
			cx += (scaled[j] + scaled[i]) * cross / (6 * area);
			cy += (scaled[j + 1] + scaled[i + 1]) * cross / (6 * area);
		}
		for (int i = 0; i < scaled.length; i += 2) {
			scaled[i] = ring.x(0) + cx + factor * (scaled[i] - cx);
			scaled[i + 1] = ring.y(0) + cy + factor * (scaled[i + 1] - cy);
		}
		return Vertices.adopt(scaled);
	}
}
