package org.annotomy.imagej.display;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.imagej.PixelValues;
import org.annotomy.imagej.WindowTables;

import ij.ImagePlus;
import ij.process.LUT;

/**
 * What the image looked like before any window of ours, and what each channel was last shown through. Kept as a property of the image
 * while it is open.
 *
 * @param shown one per channel; null where nothing was set yet
 */
record DisplayMemory(List<LUT> own, List<Shown> shown) {

	private static final String KEY = "annotomy.display";

	/** The memory of the image; a new one if it has none, or had other channels then. */
	static DisplayMemory of(ImagePlus image) {
		List<LUT> current = ChannelDisplay.read(image);
		if (image.getProperty(KEY) instanceof DisplayMemory memory && memory.own.size() == current.size()) return memory;
		List<Shown> nothing = new ArrayList<>();
		current.forEach(lut -> nothing.add(null));
		return new DisplayMemory(current, nothing);
	}

	static boolean isKept(ImagePlus image) {
		return image.getProperty(KEY) instanceof DisplayMemory;
	}

	/** The channel's colours from low to high modality values, as the user chose them: without the bend of our last window. */
	LUT plain(int channel, LUT current, PixelValues values) {
		Shown last = shown.get(channel);
		if (last != null && last.hasColours(current)) return last.plain();
		return values.areFalling() ? WindowTables.reversed(current) : current;
	}

	void keep(ImagePlus image, List<Shown> now) {
		image.setProperty(KEY, new DisplayMemory(own, now));
	}
}
