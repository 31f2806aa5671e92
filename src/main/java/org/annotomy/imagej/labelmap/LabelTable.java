package org.annotomy.imagej.labelmap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.image.ImageFormatException;

/**
 * Names and colours of labels in the form that ITK-SNAP reads and writes: {@code IDX R G B A VIS MSH "LABEL"}, one label a line. It lies
 * beside the label map.
 */
final class LabelTable {

	static final String ENDING = ".labels.txt";

	private static final long LARGEST = 1 << 20;
	private static final Pattern LINE = Pattern
			.compile(
					"\\s*(\\d{1,9})\\s+(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})\\s+([\\d.]+)\\s+([01])\\s+([01])\\s+\"([^\"]*)\"\\s*");

	/**
	 * What a label is.
	 *
	 * @param rgb 0xRRGGBB
	 */
	record Entry(String name, int rgb, double opacity, boolean visible) {}

	private LabelTable() {}

	/** Beside a label map: its name without {@code .nii}, {@code .nii.gz}, {@code .tif} …, and {@value #ENDING}. */
	static Path beside(Path labelMap) {
		String name = labelMap.getFileName().toString().replaceFirst("(?i)\\.(nii\\.gz|nii|tiff?|nrrd|nhdr|mha|mhd)$", "");
		return labelMap.resolveSibling(name + ENDING);
	}

	/** Empty if there is no such file. @throws ImageFormatException if it is none of ITK-SNAP's */
	static Optional<Map<Integer, Entry>> readBeside(Path labelMap) throws IOException {
		Path file = beside(labelMap);
		if (!Files.isRegularFile(file)) return Optional.empty();
		if (Files.size(file) > LARGEST) throw new ImageFormatException("The table of labels beside the label map is too large.");
		Map<Integer, Entry> entries = new TreeMap<>();
		int number = 0;
		for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R")) {
			number++;
			if (line.isBlank() || line.strip().startsWith("#")) continue;
			Matcher m = LINE.matcher(line);
			if (!m.matches())
				throw new ImageFormatException(
						"Line " + number + " of the table of labels is not IDX R G B A VIS MSH \"LABEL\".");
			int rgb = (number(m, 2) & 255) << 16 | (number(m, 3) & 255) << 8 | number(m, 4) & 255;
			entries.put(number(m, 1), new Entry(m.group(8), rgb, opacity(m.group(5)), m.group(6).equals("1")));
		}
		return Optional.of(entries);
	}

	private static int number(Matcher m, int group) {
		return Integer.parseInt(m.group(group));
	}

	private static double opacity(String text) {
		try {
			return Math.max(0, Math.min(1, Double.parseDouble(text)));
		} catch (NumberFormatException e) {
			return 1;
		}
	}

	/** As a file of ITK-SNAP, with the entry of the background first. */
	static byte[] write(Map<Integer, Entry> entries) {
		List<String> lines = new ArrayList<>(
				List.of("# ITK-SnAP Label Description File", "# IDX   -R-  -G-  -B-  -A--  VIS MSH  LABEL",
						"    0     0    0    0        0  0  0    \"Clear Label\""));
		entries.forEach((label, e) -> lines.add(String.format(Locale.ROOT, "%5d %5d %4d %4d %8.3f  %d  1    \"%s\"", label,
				e.rgb() >> 16 & 255, e.rgb() >> 8 & 255, e.rgb() & 255, e.opacity(), e.visible() ? 1 : 0,
				e.name().replaceAll("[\"\\p{Cntrl}]", " "))));
		return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
	}
}
