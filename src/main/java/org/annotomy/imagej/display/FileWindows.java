package org.annotomy.imagej.display;

import java.util.List;
import java.util.Optional;

import org.annotomy.image.Window;
import org.annotomy.imagej.PixelValues;
import org.annotomy.imagej.WindowTables;

import ij.process.LUT;

/** The windows that a file brings along. */
final class FileWindows {

	private FileWindows() {}

	/** @throws IllegalArgumentException if the file has no such window; the message says how many it has */
	static Window require(List<Window> windows, int index) {
		if (index < windows.size()) return windows.get(index);
		String has = windows.isEmpty() ? "no window" : windows.size() == 1 ? "one window" : windows.size() + " windows";
		throw new IllegalArgumentException(
				"The file of this image has " + has + ", so there is no window " + (index + 1) + " to show.");
	}

	/** What to call it: as the menu does. */
	static String name(List<Window> windows, int index) {
		String given = windows.get(index).name();
		return given.isBlank() ? index == 0 ? "File's own" : "File: " + (index + 1) : "File: " + given;
	}

	/** The first one that would give this display range. */
	static Optional<Window> shownBy(LUT current, List<Window> windows, PixelValues values, int bitDepth) {
		for (int i = 0; i < windows.size(); i++) {
			Window window = windows.get(i);
			LUT lut = WindowTables.of(window, values, current, bitDepth);
			if (lut.min == current.min && lut.max == current.max)
				return Optional.of(window.named(name(windows, i)));
		}
		return Optional.empty();
	}
}
