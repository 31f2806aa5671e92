package org.annotomy.dicom.part10;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data elements of PS3.6. The resource behind it is made by {@code src/build/dicom_dictionary.py}. */
public final class DicomDictionary {

	/**
	 * One row of PS3.6.
	 *
	 * @param vr such as {@code CS}, or alternatives such as {@code US|SS}
	 * @param vm value multiplicity as printed, such as {@code 1-n}
	 */
	public record Entry(String keyword, String vr, String vm, boolean retired) {

		private Vr widestVr() {
			return Vr.valueOf(vr.substring(vr.lastIndexOf('|') + 1));
		}
	}

	private record Repeating(int mask, int pattern, Entry entry) {}

	private static final class Standard {
		static final DicomDictionary INSTANCE = load();
	}

	private final Map<Integer, Entry> byTag = new HashMap<>(8192);
	private final Map<String, Integer> byKeyword = new HashMap<>(8192);
	private final List<Repeating> repeating = new ArrayList<>();

	private DicomDictionary() {}

	/** The dictionary of the standard, read once. */
	public static DicomDictionary standard() {
		return Standard.INSTANCE;
	}

	/** The row of a tag; repeating groups such as 60xx are found too, private tags never. */
	public Optional<Entry> find(int tag) {
		Entry entry = byTag.get(tag);
		if (entry != null) return Optional.of(entry);
		if (Tag.isPrivate(tag)) return Optional.empty();
		for (Repeating row : repeating)
			if ((tag & row.mask) == row.pattern) return Optional.of(row.entry);
		return Optional.empty();
	}

	/** The VR of a tag where there is nothing else to go by; of alternatives the widest, UN for an unknown tag. */
	public Vr vrOf(int tag) {
		return vrOf(tag, false);
	}

	/** @param signed what Pixel Representation says, for those elements whose VR depends on it */
	Vr vrOf(int tag, boolean signed) {
		if (Tag.element(tag) == 0) return Vr.UL;
		if (Tag.isPrivate(tag)) return Tag.isPrivateCreator(tag) ? Vr.LO : Vr.UN;
		Entry entry = find(tag).orElse(null);
		if (entry == null) return Vr.UN;
		return entry.vr().startsWith("US|SS") && !entry.vr().endsWith("OW") ? signed ? Vr.SS : Vr.US : entry.widestVr();
	}

	/**
	 * The tag of a keyword such as {@code PixelSpacing}; of repeating groups the first.
	 *
	 * @throws IllegalArgumentException if the standard has no such keyword
	 */
	public int tagOf(String keyword) {
		Integer tag = byKeyword.get(keyword);
		if (tag == null) throw new IllegalArgumentException("The DICOM standard has no data element '" + keyword + "'.");
		return tag;
	}

	/** Whether the standard has a data element of this keyword. */
	public boolean hasKeyword(String keyword) {
		return byKeyword.containsKey(keyword);
	}

	/** Tag and keyword for a message, such as {@code Rows (0028,0010)}. */
	public String describe(int tag) {
		return find(tag).map(entry -> entry.keyword() + " ").orElse("") + Tag.toString(tag);
	}

	private static DicomDictionary load() {
		DicomDictionary dictionary = new DicomDictionary();
		for (String[] row : ResourceTable.rows("dictionary.txt"))
			dictionary.add(row);
		return dictionary;
	}

	private void add(String[] row) {
		Entry entry = new Entry(row[3], row[1], row[2], row.length > 4);
		int tag = Integer.parseUnsignedInt(row[0].replace('x', '0'), 16);
		byKeyword.put(entry.keyword(), tag);
		if (row[0].indexOf('x') < 0)
			byTag.put(tag, entry);
		else
			repeating.add(
					new Repeating(Integer.parseUnsignedInt(row[0].replaceAll("[^x]", "f").replace('x', '0'), 16), tag, entry));
	}
}
