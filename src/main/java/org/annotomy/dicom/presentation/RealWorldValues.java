package org.annotomy.dicom.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ValueMeaning;
import org.annotomy.image.ValueScale;

/** What stored values measure (PS3.3 C.7.6.16.2.11, Real World Value Mapping): apart from how they are shown. */
public final class RealWorldValues {

	private static final String PLAIN_WORDS = "[A-Za-z0-9 _./+-]{1,16}";
	private static final String UCUM = "[A-Za-z0-9%/*.^()\\[\\]-]{1,16}";
	private static final int MOST_MAPPINGS = 20;

	private RealWorldValues() {}

	/**
	 * The mappings of an image.
	 *
	 * @param groups where the sequence stands, one for each frame; a mapping must be the same in all of them
	 * @param scale from stored to modality values; null if they differ from frame to frame or come from a table
	 */
	public static List<ValueMeaning> of(List<DicomDataset> groups, ValueScale scale) {
		List<ValueMeaning> meanings = new ArrayList<>();
		List<DicomDataset> first = groups.get(0).items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
		for (int i = 0; i < Math.min(first.size(), MOST_MAPPINGS); i++) {
			String label = first.get(i).string(Tag.LUT_LABEL, "");
			boolean number = label.matches("\\d*") || !label.matches(PLAIN_WORDS);
			meanings.add(meaning(number ? "Real world value " + (i + 1) : label, i, groups, scale));
		}
		return meanings;
	}

	private static ValueMeaning meaning(String name, int index, List<DicomDataset> groups, ValueScale scale) {
		DicomDataset mapping = groups.get(0).items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE).get(index);
		double slope = mapping.number(Tag.REAL_WORLD_VALUE_SLOPE, 0);
		double intercept = mapping.number(Tag.REAL_WORLD_VALUE_INTERCEPT, Double.NaN);
		if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept))
			return ValueMeaning.missing(name, name + " is given by a table, which is not supported; slope and intercept are.");
		for (DicomDataset group : groups) {
			List<DicomDataset> items = group.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
			boolean same = index < items.size() && items.get(index).number(Tag.REAL_WORLD_VALUE_SLOPE, 0) == slope
					&& items.get(index).number(Tag.REAL_WORLD_VALUE_INTERCEPT, Double.NaN) == intercept;
			if (!same) return ValueMeaning.missing(name, name + " differs from frame to frame, which is not supported.");
		}
		if (scale == null)
			return ValueMeaning.missing(name,
					name + " is for stored values, which this image no longer has: its slices have different scales.");
		double onModality = slope / scale.slope();
		ValueScale real = new ValueScale(onModality, intercept - onModality * scale.intercept(), unit(mapping));
		return new ValueMeaning(name, real, words(name, mapping, slope, intercept, real.unit()));
	}

	private static String unit(DicomDataset mapping) {
		String code = mapping.item(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).map(item -> item.string(Tag.CODE_VALUE, "")).orElse("");
		return code.matches(UCUM) && !code.equals("1") ? code : "";
	}

	private static String words(String name, DicomDataset mapping, double slope, double intercept, String unit) {
		String range = mapping.has(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED)
				? String.format(Locale.ROOT, ", for stored values %.0f to %.0f",
						mapping.number(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 0),
						mapping.number(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 0))
				: "";
		return String.format(Locale.ROOT, "%s%s = %s × stored value + %s%s.", name, unit.isEmpty() ? "" : " (" + unit + ")",
				Double.toString(slope), Double.toString(intercept), range);
	}
}
