package org.annotomy.dicom.presentation;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.dicom.codec.LookupTable;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ToneCurve;
import org.annotomy.image.Window;

/** The VOI LUT Sequence (PS3.3 C.11.2.1.1): tables from modality values to grey, each an alternative to the windows. */
public final class VoiTables {

	private static final String PLAIN_WORDS = "[A-Za-z0-9 _./+-]{1,32}";
	private static final int MOST_TABLES = 20;

	private VoiTables() {}

	/**
	 * @param group where the sequence stands
	 * @param signed whether modality values can be negative: then so is the first mapped value
	 * @param warnings is added to
	 */
	public static List<Window> of(DicomDataset group, boolean signed, List<String> warnings) {
		List<Window> windows = new ArrayList<>();
		List<DicomDataset> items = group.items(Tag.VOILUT_SEQUENCE);
		for (DicomDataset item : items.subList(0, Math.min(items.size(), MOST_TABLES)))
			try {
				String stated = item.string(Tag.LUT_EXPLANATION, "");
				String number = items.size() > 1 ? "VOI LUT " + (windows.size() + 1) : "VOI LUT";
				windows.add(Window.of(curve(LookupTable.of(item, signed)), stated.matches(PLAIN_WORDS) ? stated : number));
			} catch (ImageFormatException e) {
				warnings.add("A VOI lookup table of the file is broken and not used.");
			}
		return windows;
	}

	private static ToneCurve curve(LookupTable table) {
		float white = (1 << table.bits()) - 1;
		float[] greys = new float[table.values().length];
		for (int i = 0; i < greys.length; i++)
			greys[i] = Math.min(1, table.values()[i] / white);
		return new ToneCurve(table.first(), 1, greys);
	}
}
