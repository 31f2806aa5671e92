package org.annotomy.linking.projection;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.linking.place.Correspondence;
import org.annotomy.linking.place.Expected;
import org.locationtech.jts.geom.Coordinate;

/**
 * Two projections of known geometry: a place of the first one lies on a ray, which the second one sees as a line (the epipolar line; Hartley
 * and Zisserman, Multiple View Geometry, 2nd edition, chapter 9).
 */
public final class EpipolarBand implements Correspondence {

	/** How far the line may be off: the patient breathes between two pictures, and angles are given in whole degrees. */
	public static final double USUAL_TOLERANCE_MM = 10;
	/** Nothing of a patient is further from the isocentre. */
	private static final double BODY_RADIUS_MM = 300;

	private final ProjectionGeometry from;
	private final ProjectionGeometry to;
	private final PlaneSpacing toSpacing;
	private final Bands bands;
	private final double toleranceMm;

	/**
	 * @param toSpacing of the pixels of the second image at its detector
	 * @param toleranceMm at the detector
	 * @throws IllegalArgumentException if the tolerance is not above 0
	 */
	public EpipolarBand(ProjectionGeometry from, ProjectionGeometry to, PlaneSpacing toSpacing, VolumeSize toSize,
			double toleranceMm) {
		if (!(toleranceMm > 0)) throw new IllegalArgumentException("The band needs a width above 0 mm, not " + toleranceMm + ".");
		this.from = Objects.requireNonNull(from, "from");
		this.to = Objects.requireNonNull(to, "to");
		this.toSpacing = toSpacing;
		this.bands = new Bands(toSpacing, toSize);
		this.toleranceMm = toleranceMm;
	}

	@Override
	public Expected expected(Position voxel) {
		Point pixel = new Point(voxel.x() + 0.5, voxel.y() + 0.5);
		double middle = from.source().norm();
		double nearest = Math.max(1, middle - BODY_RADIUS_MM);
		Optional<Point> near = to.project(from.onRay(pixel, nearest));
		Optional<Point> far = to.project(from.onRay(pixel, middle + BODY_RADIUS_MM));
		String words = String.format(Locale.ROOT, "on the ray through the mark, ±%.0f mm", toleranceMm);
		if (near.isEmpty() || far.isEmpty())
			return new Expected.Unknown("The ray through the mark passes the source of the other projection.");
		return bands.around(mm(near.get()), mm(far.get()), toleranceMm).<Expected>map(area -> new Expected.Band(area, 0, words))
				.orElseGet(() -> new Expected.Unknown("The ray through the mark is not seen in the other projection."));
	}

	private Coordinate mm(Point pixel) {
		return new Coordinate(pixel.x() * toSpacing.xMm(), pixel.y() * toSpacing.yMm());
	}
}
