package org.annotomy.imagej.segment;

import org.annotomy.geometry.Axis;

/** What an effect would make of segments, before it is applied; seen in every view. */
public interface EffectPreview {

	/**
	 * The labels of a slice, 0 for none, row by row; see {@link Axis} for columns and rows. Asked for on the painting thread, once for each
	 * slice that comes on display.
	 *
	 * @return null if there is nothing on the slice
	 */
	byte[] slice(Axis across, int slice);

	/** 0xRRGGBB of a label, 1 to 255. */
	int rgb(int label);
}
