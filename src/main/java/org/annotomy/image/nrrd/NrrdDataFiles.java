package org.annotomy.image.nrrd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.image.ImageFormatException;
import org.annotomy.image.SiblingFiles;

/** Which files hold the values: the NRRD itself, or those that the field {@code data file} names in one of its three forms. */
final class NrrdDataFiles {

	private static final int MOST_FILES = 1 << 16;
	private static final int LONGEST_NAME = 1 << 10;
	/** A pattern of printf with one integer, then first, last, step and perhaps the dimension of the parts. */
	private static final Pattern NUMBERED = Pattern
			.compile("(.*)%(0?)(\\d{0,2})d(.*?)\\s+(-?\\d{1,9})\\s+(-?\\d{1,9})\\s+(-?\\d{1,9})(?:\\s+\\d+)?");

	private NrrdDataFiles() {}

	/** At least one. */
	static List<Path> of(Path file, NrrdHeader header) throws IOException {
		if (!header.isDetached()) return List.of(file);
		List<Path> files = new ArrayList<>();
		for (String name : names(header))
			files.add(SiblingFiles.resolve(file, name));
		if (files.isEmpty()) throw new ImageFormatException("NRRD: the header lists no data files.");
		return files;
	}

	/** What the files have for values, packed as they are. */
	static long bytes(Path file, NrrdHeader header) throws IOException {
		if (!header.isDetached()) return Files.size(file) - header.dataOffset();
		long bytes = 0;
		for (Path data : of(file, header))
			bytes += Files.size(data);
		return bytes;
	}

	private static List<String> names(NrrdHeader header) throws ImageFormatException {
		String text = header.required("data file");
		if (text.startsWith("LIST")) {
			if (header.dataFileList().size() > MOST_FILES) throw tooMany();
			return header.dataFileList();
		}
		if (text.length() > LONGEST_NAME) throw new ImageFormatException("NRRD: the name of the data file is too long.");
		Matcher numbered = NUMBERED.matcher(text);
		return numbered.matches() ? numbered(numbered) : List.of(text);
	}

	private static List<String> numbered(Matcher pattern) throws ImageFormatException {
		int first = Integer.parseInt(pattern.group(5));
		int last = Integer.parseInt(pattern.group(6));
		int step = Integer.parseInt(pattern.group(7));
		if (step == 0 || (long) (last - first) / step < 0)
			throw new ImageFormatException("NRRD: the numbered data files never reach the last one.");
		if ((last - first) / step >= MOST_FILES) throw tooMany();
		String width = pattern.group(3);
		String format = width.isEmpty() || width.equals("0") ? "%d" : "%" + pattern.group(2) + width + "d";
		List<String> names = new ArrayList<>();
		for (int i = first; step > 0 ? i <= last : i >= last; i += step)
			names.add(pattern.group(1) + String.format(Locale.ROOT, format, i) + pattern.group(4));
		return names;
	}

	private static ImageFormatException tooMany() {
		return new ImageFormatException("NRRD: the header names more than " + MOST_FILES + " data files.");
	}
}
