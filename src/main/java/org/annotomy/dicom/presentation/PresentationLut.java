package org.annotomy.dicom.presentation;

import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.codec.LookupTable;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ToneCurve;
import org.annotomy.image.Window;

/** The last step to the screen: which end is bright, and the table after the window (PS3.3 C.11.4, C.11.6). */
public final class PresentationLut {

	private static final int ENTRIES = 4096;
	private static final double WIDEST_SIGMOID = 2;

	private PresentationLut() {}

	/**
	 * Whether low values are bright. MONOCHROME1 says so (PS3.3 C.7.6.3.1.2); Presentation LUT Shape INVERSE, which the standard demands of
	 * projections in MONOCHROME1, says it again and does not undo it. With MONOCHROME2 it stands alone.
	 *
	 * @param photometric Photometric Interpretation
	 * @param warnings is added to
	 */
	public static boolean isInverted(DicomDataset dataset, String photometric, List<String> warnings) {
		String shape = dataset.string(Tag.PRESENTATION_LUT_SHAPE, "");
		boolean lowIsBright = photometric.equals("MONOCHROME1");
		if (lowIsBright && shape.equals("IDENTITY"))
			warnings.add(
					"The file says that low values are bright (MONOCHROME1) and that they are dark (Presentation LUT Shape IDENTITY): "
							+ "they are shown bright. Invert Display turns that round.");
		return lowIsBright || photometric.equals("MONOCHROME2") && shape.equals("INVERSE");
	}

	/** The windows with the file's Presentation LUT Sequence applied to what comes out of them; the same ones if it has none. */
	public static List<Window> appliedTo(List<Window> windows, DicomDataset dataset, List<String> warnings) {
		try {
			Optional<LookupTable> table = LookupTable.of(dataset, Tag.PRESENTATION_LUT_SEQUENCE, false);
			return table.isEmpty() ? windows : windows.stream().map(window -> bent(window, table.get())).toList();
		} catch (ImageFormatException e) {
			warnings.add("The presentation lookup table of the file is broken and not used.");
			return windows;
		}
	}

	/** The input of the table is what the window puts out, over the table's whole length. */
	private static Window bent(Window window, LookupTable table) {
		if (window.curve() != null) return Window.of(window.curve().map(grey -> bent(grey, table)), window.name());
		double reach = window.function() == Window.Function.SIGMOID ? WIDEST_SIGMOID * window.width() : 0;
		double first = reach > 0 ? window.center() - reach : window.black();
		double last = reach > 0 ? window.center() + reach : window.white();
		double step = (last - first) / (ENTRIES - 1);
		if (!(step > 0)) return window;
		float[] greys = new float[ENTRIES];
		for (int i = 0; i < ENTRIES; i++)
			greys[i] = (float) bent(window.grey(first + i * step), table);
		return Window.of(new ToneCurve(first, step, greys), window.name());
	}

	private static double bent(double grey, LookupTable table) {
		double white = (1 << table.bits()) - 1;
		return Math.min(1, table.values()[(int) Math.round(grey * (table.values().length - 1))] / white);
	}
}
