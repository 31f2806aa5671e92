package org.annotomy.segmentation.segment;

/**
 * A colour as the eye sees it, CIE 1976 L*a*b* for sRGB under D65 (IEC 61966-2-1, CIE 15): the distance of two is about how different they
 * look, 2.3 being just noticeable (Mahy et al. 1994, doi:10.1002/col.5080190207).
 */
record LabColour(double lightness, double a, double b) {

	private static final double[] WHITE = {0.95047, 1, 1.08883};
	private static final double[][] TO_XYZ = {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750},
			{0.0193339, 0.1191920, 0.9503041}};
	private static final double[][] TO_RGB = {{3.2404542, -1.5371385, -0.4985314}, {-0.9692660, 1.8760108, 0.0415560},
			{0.0556434, -0.2040259, 1.0572252}};
	private static final double LINEAR = 216.0 / 24389;
	private static final double SLOPE = 24389.0 / 27;
	private static final double GAMUT = 1e-3;

	/** @param rgb 0xRRGGBB */
	static LabColour of(int rgb) {
		double[] linear = new double[3];
		for (int i = 0; i < 3; i++)
			linear[i] = linear((rgb >> 16 - 8 * i & 0xff) / 255.0);
		double[] f = new double[3];
		for (int i = 0; i < 3; i++) {
			double t = dot(TO_XYZ[i], linear) / WHITE[i];
			f[i] = t > LINEAR ? Math.cbrt(t) : (SLOPE * t + 16) / 116;
		}
		return new LabColour(116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]));
	}

	/** 0xRRGGBB; of a colour that no screen shows one of the same lightness and hue that is less strong. */
	int rgb() {
		double strength = 1;
		double[] linear = toLinear(1);
		while (!isShown(linear) && strength > 0) {
			strength -= 0.02;
			linear = toLinear(Math.max(0, strength));
		}
		int rgb = 0;
		for (double part : linear)
			rgb = rgb << 8 | (int) Math.round(255 * encoded(Math.max(0, Math.min(1, part))));
		return rgb;
	}

	double distance(LabColour other) {
		return Math.sqrt((lightness - other.lightness) * (lightness - other.lightness) + (a - other.a) * (a - other.a)
				+ (b - other.b) * (b - other.b));
	}

	/** Lighter by a number (darker if below 0), with another hue, and as many times as strong. */
	LabColour changed(double lighter, double turnDegrees, double strength) {
		double cos = strength * Math.cos(Math.toRadians(turnDegrees));
		double sin = strength * Math.sin(Math.toRadians(turnDegrees));
		return new LabColour(lightness + lighter, a * cos - b * sin, a * sin + b * cos);
	}

	private double[] toLinear(double strength) {
		double y = (lightness + 16) / 116;
		double[] f = {y + strength * a / 500, y, y - strength * b / 200};
		double[] xyz = new double[3];
		for (int i = 0; i < 3; i++) {
			double cube = f[i] * f[i] * f[i];
			xyz[i] = WHITE[i] * (cube > LINEAR ? cube : (116 * f[i] - 16) / SLOPE);
		}
		return new double[]{dot(TO_RGB[0], xyz), dot(TO_RGB[1], xyz), dot(TO_RGB[2], xyz)};
	}

	private static boolean isShown(double[] linear) {
		for (double part : linear)
			if (part < -GAMUT || part > 1 + GAMUT) return false;
		return true;
	}

	private static double dot(double[] row, double[] of) {
		return row[0] * of[0] + row[1] * of[1] + row[2] * of[2];
	}

	private static double linear(double part) {
		return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
	}

	private static double encoded(double part) {
		return part <= 0.0031308 ? 12.92 * part : 1.055 * Math.pow(part, 1 / 2.4) - 0.055;
	}
}
