package org.annotomy.sample.chest;

import org.annotomy.geometry.Position;

/**
 * A finding of the phantom whose truth is known: an ellipsoid with axes along the body's. Spikes around it do not belong to it.
 *
 * @param name unique within the phantom
 * @param classKey what it is: {@code nodule}, {@code ground-glass}, {@code lymph-node}, {@code metastasis}, {@code cyst}
 * @param centre in the body's frame: x to the left, y to the back, z to the head, in mm
 * @param a half the length along x in mm; likewise {@code b} along y and {@code c} along z
 * @param hu inside, without noise
 * @param spikes how many strands radiate into the lung
 */
public record Lesion(String name, String classKey, Position centre, double a, double b, double c, double hu, int spikes) {

	/** The same in another size. @param factor of each length */
	Lesion scaled(double factor) {
		return new Lesion(name, classKey, centre, factor * a, factor * b, factor * c, hu, spikes);
	}

	/** Of the ellipsoid, exactly. */
	public double volumeMm3() {
		return 4.0 / 3.0 * Math.PI * a * b * c;
	}

	/** How far a place of the body's frame is outside, in mm; exact on the border. */
	public double distance(double x, double y, double z) {
		return Slice.ellipsoidDistance((x - centre.x()) / a, (y - centre.y()) / b, (z - centre.z()) / c, a, b, c);
	}

	/** Whether a place of the body's frame belongs to it. */
	public boolean contains(double x, double y, double z) {
		double u = (x - centre.x()) / a;
		double v = (y - centre.y()) / b;
		double w = (z - centre.z()) / c;
		return u * u + v * v + w * w <= 1;
	}

	void paint(Slice slice) {
		double golden = Math.PI * (3 - Math.sqrt(5));
		for (int i = 0; i < spikes; i++) {
			double w = 1 - 2 * (i + 0.5) / spikes;
			double r = Math.sqrt(1 - w * w);
			double u = r * StrictMath.cos(golden * i);
			double v = r * StrictMath.sin(golden * i);
			double out = 1.8 + 0.6 * StrictMath.sin(5.3 * i);
			slice.tube(new Tube(centre.x() + 0.8 * u * a, centre.y() + 0.8 * v * b, centre.z() + 0.8 * w * c,
					centre.x() + out * u * a,
					centre.y() + out * v * b, centre.z() + out * w * c, 1.3, 0.5), 0, hu - 40);
		}
		slice.ellipsoid(centre.x(), centre.y(), centre.z(), a, b, c, hu);
	}
}
