package org.annotomy.dicom.part10;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The VRs of those private elements that geometry, diffusion and quantification need, by creator; filled by hand. */
final class PrivateDictionary {

	private static final class Table {
		static final Map<String, Vr> ROWS = load();
	}

	private PrivateDictionary() {}

	/** UN if the element is not known. */
	static Vr vrOf(String creator, int tag) {
		return Table.ROWS.getOrDefault(key(creator, Tag.group(tag), tag & 0xff), Vr.UN);
	}

	/** Some systems write their creators in capital letters. */
	private static String key(String creator, int group, int offset) {
		return creator.toUpperCase(Locale.ROOT) + ';' + Integer.toHexString(group << 8 | offset);
	}

	private static Map<String, Vr> load() {
		Map<String, Vr> rows = new HashMap<>();
		for (String[] row : ResourceTable.rows("private-by-hand.txt"))
			rows.put(key(row[0], Integer.parseInt(row[1], 16), Integer.parseInt(row[2], 16)), Vr.valueOf(row[3]));
		return Map.copyOf(rows);
	}
}
