package org.annotomy.image;

/**
 * What a stored pixel value means: {@code modality value = slope · stored + intercept} (DICOM PS3.3 C.11.1, modality LUT in its linear
 * form).
 *
 * @param unit such as {@code HU}, {@code SUV}; empty if the values have no unit
 */
public record ValueScale(double slope, double intercept, String unit) {

	public static final ValueScale IDENTITY = new ValueScale(1, 0, "");

	/** @throws IllegalArgumentException if the slope is 0 or a number is not finite */
	public ValueScale {
		if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept))
			throw new IllegalArgumentException("A value scale needs a finite slope other than 0 and a finite intercept, not "
					+ slope + ", " + intercept + ".");
		if (unit == null) unit = "";
	}

	public double toModality(double stored) {
		return slope * stored + intercept;
	}

	public double toStored(double modality) {
		return (modality - intercept) / slope;
	}

	public boolean isIdentity() { return slope == 1 && intercept == 0; }
}
