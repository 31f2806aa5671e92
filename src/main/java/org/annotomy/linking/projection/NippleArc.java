package org.annotomy.linking.projection;

import java.util.Locale;
import java.util.Objects;

import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.linking.place.Correspondence;
import org.annotomy.linking.place.Expected;
import org.locationtech.jts.geom.Coordinate;

/**
 * Two views of one breast, such as CC and MLO: a finding is about equally far from the nipple in both (the arc method; Sickles, Radiology
 * 1998;208:471, counts on about 1 cm). Compression moves tissue, so that the arc has a width.
 */
public final class NippleArc implements Correspondence {

	/** How much the distances in both views may differ. */
	public static final double USUAL_TOLERANCE_MM = 10;

	private final Coordinate fromNippleMm;
	private final PlaneSpacing from;
	private final Coordinate toNippleMm;
	private final Bands bands;
	private final double toleranceMm;

	/**
	 * One of both views.
	 *
	 * @param nipple in pixels, corners at integers
	 * @param spacing of the pixels in the breast
	 * @param size of the image
	 */
	public record View(Point nipple, PlaneSpacing spacing, VolumeSize size) {

		/** @throws IllegalArgumentException if the pixel spacing is unknown */
		public View {
			Objects.requireNonNull(nipple, "nipple");
			Objects.requireNonNull(size, "size");
			if (!spacing.isKnown()) throw new IllegalArgumentException("Distances from the nipple need a known pixel spacing.");
		}

		private Coordinate mm(Point pixel) {
			return new Coordinate(pixel.x() * spacing.xMm(), pixel.y() * spacing.yMm());
		}
	}

	/** @throws IllegalArgumentException if the tolerance is not above 0 */
	public NippleArc(View from, View to, double toleranceMm) {
		if (!(toleranceMm > 0)) throw new IllegalArgumentException("The arc needs a width above 0 mm, not " + toleranceMm + ".");
		this.fromNippleMm = from.mm(from.nipple);
		this.from = from.spacing;
		this.toNippleMm = to.mm(to.nipple);
		this.bands = new Bands(to.spacing, to.size);
		this.toleranceMm = toleranceMm;
	}

	@Override
	public Expected expected(Position voxel) {
		Coordinate place = new Coordinate((voxel.x() + 0.5) * from.xMm(), (voxel.y() + 0.5) * from.yMm());
		double distance = place.distance(fromNippleMm);
		String words = String.format(Locale.ROOT, "%.0f mm from the nipple, ±%.0f mm", distance, toleranceMm);
		return bands.ring(toNippleMm, Math.max(0, distance - toleranceMm), distance + toleranceMm)
				.<Expected>map(area -> new Expected.Band(area, 0, words))
				.orElseGet(() -> new Expected.Unknown("What is " + words + ", lies outside of the other view."));
	}
}
