package org.annotomy.display.fusion;

/**
 * How an image looks that lies over another.
 *
 * @param low modality value of the first colour
 * @param high modality value of the last colour; above {@code low}
 * @param opacity 0 to 1
 * @param hideLow whether nothing is painted where values are not above {@code low}
 */
public record LayerLook(ColourTable table, double low, double high, double opacity, boolean hideLow) {

	/** @throws IllegalArgumentException if the window is empty or not finite, or the opacity is not from 0 to 1 */
	public LayerLook {
		if (!(low < high) || Double.isInfinite(high - low))
			throw new IllegalArgumentException(
					"The window of the upper image must go from a lower to a higher value, not from " + low
							+ " to " + high + ".");
		if (!(opacity >= 0 && opacity <= 1))
			throw new IllegalArgumentException("The opacity must be from 0 to 100 %.");
	}

	public LayerLook withOpacity(double newOpacity) {
		return new LayerLook(table, low, high, newOpacity, hideLow);
	}

	/** Whether values between voxels have a meaning. */
	public boolean isSmooth() { return table != ColourTable.LABELS; }

	/**
	 * Colours 0xAARRGGBB, not premultiplied.
	 *
	 * @param values modality values, NaN where there is none
	 */
	public int[] colours(float[] values) {
		int[] colours = table.colours();
		int alpha = (int) Math.round(255 * opacity) << 24;
		int[] pixels = new int[values.length];
		for (int i = 0; i < values.length; i++) {
			float value = values[i];
			if (value != value) continue;
			if (table == ColourTable.LABELS) {
				int label = Math.round(value);
				if (label != 0) pixels[i] = alpha | ColourTable.label(label);
			} else if (!hideLow || value > low) {
				double share = (value - low) / (high - low);
				pixels[i] = alpha | colours[(int) Math.max(0, Math.min(255, 256 * share))];
			}
		}
		return pixels;
	}
}
