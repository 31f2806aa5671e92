package org.annotomy.dicom.presentation;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.Window;

/** The display windows and tables of a VOI LUT module or macro (PS3.3 C.11.2), windows first. */
public final class VoiWindows {

	private static final String PLAIN_WORDS = "[A-Za-z0-9 _./+-]{1,32}";

	private VoiWindows() {}

	/**
	 * @param group where they stand
	 * @param signed whether modality values can be negative
	 * @param warnings is added to
	 */
	public static List<Window> of(DicomDataset group, boolean signed, List<String> warnings) {
		double[] centers = group.doubles(Tag.WINDOW_CENTER);
		double[] widths = group.doubles(Tag.WINDOW_WIDTH);
		List<String> names = group.strings(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
		String function = group.string(Tag.VOILUT_FUNCTION, "LINEAR");
		List<Window> windows = new ArrayList<>();
		for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
			Window.Function form = function(function, widths[i]);
			String name = i < names.size() && names.get(i).matches(PLAIN_WORDS) ? names.get(i) : "";
			if (Double.isFinite(centers[i]) && widths[i] > 0 && Double.isFinite(widths[i]))
				add(new Window(centers[i], widths[i], name, form), windows);
		}
		windows.addAll(VoiTables.of(group, signed, warnings));
		return windows;
	}

	/** Many files state the same window twice. */
	private static void add(Window window, List<Window> windows) {
		if (!windows.contains(window)) windows.add(window);
	}

	/** A linear window needs a width of at least 1; files of fractions state less and mean the exact form. */
	private static Window.Function function(String stated, double width) {
		return switch (stated) {
			case "SIGMOID" -> Window.Function.SIGMOID;
			case "LINEAR_EXACT" -> Window.Function.LINEAR_EXACT;
			default -> width < 1 ? Window.Function.LINEAR_EXACT : Window.Function.LINEAR;
		};
	}
}
