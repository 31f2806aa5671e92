package org.annotomy.sample.breast;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Position;

/**
 * A finding of the breast phantom whose truth is known: an ellipsoid with axes along the body's, harder than what lies around it, so that
 * compression moves but does not bend it. Spikes around it do not belong to it. Of a cluster of calcifications the ellipsoid holds the specks.
 *
 * @param name unique within the phantom
 * @param classKey {@code mass} or {@code calcification}
 * @param right whether it lies in the right breast
 * @param centre before compression: mm from the chest wall behind the nipple of its breast, along the patient's axes (LPS: x to the left, y to
 *            the back, so always negative, z to the head)
 * @param a half the length along x in mm; likewise {@code b} along y and {@code c} along z
 * @param spikes how many strands radiate from it
 * @param specks how many calcifications; 0 for a mass
 */
public record BreastLesion(String name, String classKey, boolean right, Position centre, double a, double b, double c, int spikes,
		int specks) {

	private static final double SMALLEST_SPECK_MM = 0.17;
	private static final double LARGEST_SPECK_MM = 0.42;
	private static final double GOLDEN = Math.PI * (3 - Math.sqrt(5));

	/** A calcification. @param offset from the middle of the cluster */
	record Speck(Position offset, double radiusMm) {}

	/** Of the ellipsoid, exactly. */
	public double volumeMm3() {
		return 4.0 / 3.0 * Math.PI * a * b * c;
	}

	/** A strand, from the border of the mass outwards. Offsets from its middle. */
	record Spike(Position from, Position to) {}

	/** In all directions evenly. */
	List<Spike> spikeList() {
		List<Spike> list = new ArrayList<>();
		for (int i = 0; i < spikes; i++) {
			double w = 1 - 2 * (i + 0.5) / spikes;
			double r = Math.sqrt(1 - w * w);
			Position border = new Position(a * r * StrictMath.cos(GOLDEN * i), b * r * StrictMath.sin(GOLDEN * i), c * w);
			list.add(new Spike(border.times(0.85), border.times(2.2 + 0.9 * StrictMath.sin(5.3 * i))));
		}
		return list;
	}

	List<Speck> speckList() {
		Random random = new Random(name.hashCode());
		List<Speck> list = new ArrayList<>();
		while (list.size() < specks) {
			double u = 2 * random.nextDouble() - 1;
			double v = 2 * random.nextDouble() - 1;
			double w = 2 * random.nextDouble() - 1;
			double radius = SMALLEST_SPECK_MM + (LARGEST_SPECK_MM - SMALLEST_SPECK_MM) * random.nextDouble();
			if (u * u + v * v + w * w < 0.9) list.add(new Speck(new Position(u * a, v * b, w * c), radius));
		}
		return list;
	}
}
