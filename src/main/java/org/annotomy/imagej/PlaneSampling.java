package org.annotomy.imagej;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;

/** A few planes that stand for all of them. */
public final class PlaneSampling {

	/** Bytes that the sample may take, for virtual stacks hand out copies. */
	private static final long MAX_BYTES = 64L << 20;

	private PlaneSampling() {}

	/**
	 * Arrays of one channel at equal steps through slices and time points, the first plane among them.
	 *
	 * @param channel from 1
	 * @param most how many at most; of large planes of a virtual stack fewer, but at least one
	 */
	public static List<Object> arrays(ImagePlus image, int channel, int most) {
		int planes = image.getNSlices() * image.getNFrames();
		int taken = Math.min(planes, most);
		if (image.getStack().isVirtual()) {
			long planeBytes = (long) image.getWidth() * image.getHeight() * image.getBytesPerPixel();
			taken = (int) Math.max(1, Math.min(taken, MAX_BYTES / Math.max(1, planeBytes)));
		}
		List<Object> arrays = new ArrayList<>(taken);
		for (int i = 0; i < taken; i++)
			arrays.add(image.getStack().getPixels(channel + image.getNChannels() * (int) ((long) i * planes / taken)));
		return arrays;
	}
}
