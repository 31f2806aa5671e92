package org.annotomy.display;

import org.annotomy.image.Window;

/**
 * How a display window turns modality values into grey: by the file's own table, else by the VOI LUT functions of DICOM PS3.3 C.11.2.1.2.1 (LINEAR), C.11.2.1.3.1
 * (SIGMOID) and C.11.2.1.3.2 (LINEAR_EXACT).
 */
public final class VoiFunction {

	/**
	 * A sigmoid has no ends. Over 1.25 widths on either side of the center, a table of 256 entries stays within 2 of 255 grey levels of
	 * the curve: wider, its steps at the center grow; narrower, its ends are cut.
	 */
	private static final double SIGMOID_REACH = 1.25;

	private final Window window;

	private VoiFunction(Window window) {
		this.window = window;
	}

	public static VoiFunction of(Window window) {
		return new VoiFunction(window);
	}

	/** 0 for black to 1 for white. */
	public double grey(double modality) {
		return window.grey(modality);
	}

	/** The modality value that a lookup table over this window begins with. */
	public double start() {
		return window.function() == Window.Function.SIGMOID ? window.center() - SIGMOID_REACH * window.width() : window.black();
	}

	/** The modality value that a lookup table over this window ends with. */
	public double end() {
		return window.function() == Window.Function.SIGMOID ? window.center() + SIGMOID_REACH * window.width() : window.white();
	}

	/** Grey levels 0 to 255 (unsigned) for {@code entries} values at equal steps from {@link #start()} to {@link #end()}. */
	public byte[] table(int entries) {
		return table(start(), (end() - start()) / (entries - 1), entries);
	}

	/** Grey levels 0 to 255 (unsigned) for {@code entries} modality values: {@code first}, {@code first + step} and so on. */
	public byte[] table(double first, double step, int entries) {
		byte[] table = new byte[entries];
		for (int i = 0; i < entries; i++)
			table[i] = (byte) Math.round(255 * grey(first + i * step));
		return table;
	}
}
