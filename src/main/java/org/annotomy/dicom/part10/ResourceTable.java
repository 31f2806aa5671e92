package org.annotomy.dicom.part10;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables that come with the program: a row a line, columns separated by semicolons, comments after {@code #}. */
final class ResourceTable {

	private ResourceTable() {}

	static List<String[]> rows(String name) {
		try (InputStream in = ResourceTable.class.getResourceAsStream(name);
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
			List<String[]> rows = new ArrayList<>();
			for (String line = lines.readLine(); line != null; line = lines.readLine())
				if (!line.isEmpty() && line.charAt(0) != '#') rows.add(line.split(";"));
			return rows;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
