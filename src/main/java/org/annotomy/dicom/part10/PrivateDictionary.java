package org.annotomy.dicom.part10;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
		try (InputStream in = PrivateDictionary.class.getResourceAsStream("private-by-hand.txt");
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.isEmpty() || line.charAt(0) == '#') continue;
				String[] row = line.split(";");
				rows.put(key(row[0], Integer.parseInt(row[1], 16), Integer.parseInt(row[2], 16)), Vr.valueOf(row[3]));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return rows;
	}
}
