package org.annotomy.segmentation.measure;

import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;

/**
 * How large a pixel is, and how far to trust that. Where nobody knows, a pixel is 1 × 1 pixels: measures are then in pixels.
 *
 * @param x distance between columns, in {@link #unit()}
 * @param y distance between rows
 * @param source not {@link SpacingSource#isKnown known} if the size is not
 */
public record PixelSize(double x, double y, SpacingSource source) {

	public static final PixelSize UNKNOWN = new PixelSize(1, 1, SpacingSource.NONE);

	/** @throws IllegalArgumentException if a distance is not a finite number above 0 */
	public PixelSize {
		if (!(x > 0 && y > 0) || Double.isInfinite(x) || Double.isInfinite(y))
			throw new IllegalArgumentException("A pixel cannot be " + x + " × " + y + ".");
	}

	/** @param spacingMm along x, y (and z), NaN where unknown */
	public static PixelSize of(double[] spacingMm, SpacingSource source) {
		boolean known = source.isKnown() && spacingMm[0] > 0 && spacingMm[1] > 0;
		return known
				? new PixelSize(spacingMm[0], spacingMm[1], source)
				: new PixelSize(1, 1, source.isKnown() ? SpacingSource.NONE : source);
	}

	public static PixelSize of(MedicalImage image) {
		return of(image.pixelSpacing(), image.spacingSource());
	}

	public boolean isKnown() { return source.isKnown(); }

	/** The same without its source, for what is judged in millimetres alone. */
	public PlaneSpacing spacing() {
		return isKnown() ? new PlaneSpacing(x, y) : PlaneSpacing.UNKNOWN;
	}

	/** {@code mm} or {@code px}. */
	public String unit() {
		return isKnown() ? "mm" : "px";
	}
}
