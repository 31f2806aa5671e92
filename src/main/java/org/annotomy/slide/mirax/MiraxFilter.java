package org.annotomy.slide.mirax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.SlideChannel;

/**
 * A filter of a fluorescence slide: its pictures hold up to three of them as blue, green and red.
 *
 * @param component of the pictures' colours: 0 red, 1 green, 2 blue
 */
record MiraxFilter(SlideChannel channel, int component) {

	private static final String HIERARCHICAL = "HIERARCHICAL";
	private static final int MOST = 3;
	private static final int MAX_NAMES = 100;

	/**
	 * The filters of a slide; empty if its pictures are colours.
	 *
	 * @throws ImageFormatException if it has more than three, or of more than 8 bits: how these are stored is not known well enough
	 */
	static List<MiraxFilter> of(IniFile ini) throws ImageFormatException {
		if (!ini.text("GENERAL", "SLIDE_TYPE", "").endsWith("FLUORESCENCE")) return List.of();
		List<MiraxFilter> filters = new ArrayList<>();
		Set<Object> taken = new HashSet<>();
		Set<String> stores = new HashSet<>();
		for (String section : sections(ini)) {
			int stored = ini.number(section, "STORING_CHANNEL_NUMBER");
			stores.add(ini.text(section, "DATA_IN_THIS_FILTER_LEVEL", ""));
			int rgb = colour(ini, section, "R") << 16 | colour(ini, section, "G") << 8 | colour(ini, section, "B");
			String name = ini.text(section, "FILTER_NAME", "Filter " + (filters.size() + 1));
			filters.add(new MiraxFilter(new SlideChannel(name, rgb, Double.NaN, Double.NaN), MOST - 1 - stored));
			taken.add(stored >= 0 && stored < MOST ? stored : section);
			if (stored < 0 || stored >= MOST) throw notKnown();
		}
		boolean deep = ini.number("GENERAL", "VIMSLIDE_SLIDE_BITDEPTH", 8) > 8;
		if (filters.isEmpty() || taken.size() < filters.size() || stores.size() > 1 || deep) throw notKnown();
		return List.copyOf(filters);
	}

	private static int colour(IniFile ini, String section, String which) throws ImageFormatException {
		return Math.max(0, Math.min(255, ini.number(section, "COLOR_" + which, 255)));
	}

	private static List<String> sections(IniFile ini) throws ImageFormatException {
		List<String> sections = new ArrayList<>();
		for (int i = 0; i < ini.number(HIERARCHICAL, "HIER_COUNT", 0, MAX_NAMES); i++)
			if (ini.text(HIERARCHICAL, "HIER_" + i + "_NAME", "").equals("Slide filter level"))
				for (int j = 0; j < ini.number(HIERARCHICAL, "HIER_" + i + "_COUNT", 0, MAX_NAMES); j++)
					sections.add(ini.text(HIERARCHICAL, "HIER_" + i + "_VAL_" + j + "_SECTION"));
		return sections;
	}

	private static ImageFormatException notKnown() {
		return new ImageFormatException("Fluorescence slides in MIRAX format are supported with up to three filters of 8 bits."
				+ " Export this one to OME-TIFF from the scanner's program.");
	}
}
