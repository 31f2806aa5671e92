package org.annotomy.imagej.fusion;

import org.annotomy.display.fusion.ColourTable;
import org.annotomy.display.fusion.LayerLook;
import org.annotomy.imagej.PixelValues;

import ij.ImagePlus;

/** Looks of upper images that begin with how an open image is shown. */
public final class Windows {

	private Windows() {}

	/**
	 * @param low modality value of the first colour; null for the lower end of the image's own window
	 * @param high modality value of the last colour; null for the upper end
	 * @param opacityPercent 0 to 100
	 * @throws IllegalArgumentException if the window is empty
	 */
	public static LayerLook look(ImagePlus image, ColourTable table, Double low, Double high, double opacityPercent,
			boolean hideLow) {
		PixelValues values = PixelValues.of(image);
		double a = values.toModality(image.getDisplayRangeMin());
		double b = values.toModality(image.getDisplayRangeMax());
		double from = low != null ? low : Math.min(a, b);
		double to = high != null ? high : Math.max(a, b);
		if (table == ColourTable.LABELS || image.getBitDepth() == 24) {
			from = 0;
			to = 1;
		}
		return new LayerLook(table, from, to, opacityPercent / 100, hideLow);
	}
}
