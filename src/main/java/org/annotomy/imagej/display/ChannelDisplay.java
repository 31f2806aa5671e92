package org.annotomy.imagej.display;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.imagej.WindowTables;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Reads and sets lookup tables and display ranges of all channels; thresholds, selections and pixels stay as they are. */
public final class ChannelDisplay {

	private ChannelDisplay() {}

	/** One table per channel, display range included; copies. */
	public static List<LUT> read(ImagePlus image) {
		if (image instanceof CompositeImage composite) return List.of(composite.getLuts());
		return List.of(image.getProcessor().getLut());
	}

	/** @param luts one per channel, display range included */
	public static void set(ImagePlus image, List<LUT> luts) {
		ImageProcessor plane = image.getProcessor();
		double lower = plane.getMinThreshold();
		double upper = plane.getMaxThreshold();
		int thresholdColours = plane.getLutUpdateMode();
		if (image instanceof CompositeImage composite) setAll(composite, luts);
		else {
			plane.setLut(luts.get(0));
			plane.setMinAndMax(luts.get(0).min, luts.get(0).max);
			if (image.getStackSize() > 1) image.getStack().update(plane);
		}
		if (lower != ImageProcessor.NO_THRESHOLD) plane.setThreshold(lower, upper, thresholdColours);
		image.updateAndDraw();
	}

	private static void setAll(CompositeImage image, List<LUT> luts) {
		for (int c = 1; c <= luts.size(); c++)
			image.setChannelLut(luts.get(c - 1), c);
		LUT current = luts.get(index(image));
		if (image.getMode() != CompositeImage.GRAYSCALE) image.getProcessor().setLut(current);
		image.setDisplayRange(current.min, current.max);
	}

	/** The current channel, from 0. */
	public static int index(ImagePlus image) {
		return image instanceof CompositeImage ? Math.max(1, image.getChannel()) - 1 : 0;
	}

	static List<LUT> reversed(List<LUT> luts) {
		List<LUT> turned = new ArrayList<>();
		luts.forEach(lut -> turned.add(WindowTables.reversed(lut)));
		return turned;
	}
}
