package org.annotomy.imagej;

import java.util.Locale;

/** ImageJ's names of units of length. */
public final class LengthUnits {

	private LengthUnits() {}

	/** How many mm one {@code unit} is; NaN for pixels and names that are not a length. */
	public static double toMm(String unit) {
		if (unit == null) return Double.NaN;
		return switch (unit.trim().toLowerCase(Locale.ROOT)) {
			case "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> 1;
			case "µm", "μm", "um", "micron", "microns", "micrometer", "micrometers", "micrometre" -> 1e-3;
			case "nm", "nanometer", "nanometers" -> 1e-6;
			case "cm", "centimeter", "centimeters", "centimetre" -> 10;
			case "m", "meter", "meters", "metre" -> 1000;
			case "inch", "inches", "in" -> 25.4;
			default -> Double.NaN;
		};
	}
}
