package org.annotomy.imagej.view;

import java.util.Arrays;
import java.util.List;

import org.annotomy.imagej.display.ChannelDisplay;

import ij.ImagePlus;
import ij.process.LUT;

/** Keeps window, level and colours of several images equal: whichever is changed, the others follow. RGB images have none. */
final class DisplayLink {

	private LUT shown;

	/** Looks at an image; if it is shown otherwise than before, the others are from now on shown the same. */
	void follow(ImagePlus changed, List<ImagePlus> all) {
		if (changed.getBitDepth() == 24 || changed.getProcessor() == null) return;
		LUT now = read(changed);
		if (shown != null && same(now, shown)) return;
		shown = now;
		for (ImagePlus image : all)
			if (image != changed && image.getBitDepth() != 24 && !same(read(image), now)) show(image, now);
	}

	private static LUT read(ImagePlus image) {
		return ChannelDisplay.read(image).get(ChannelDisplay.index(image));
	}

	private static void show(ImagePlus image, LUT lut) {
		List<LUT> luts = new java.util.ArrayList<>(ChannelDisplay.read(image));
		luts.set(ChannelDisplay.index(image), lut);
		ChannelDisplay.set(image, luts);
	}

	private static boolean same(LUT a, LUT b) {
		return a.min == b.min && a.max == b.max && Arrays.equals(a.getBytes(), b.getBytes());
	}
}
