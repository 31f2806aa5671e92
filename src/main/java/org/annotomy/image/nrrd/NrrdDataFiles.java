package org.annotomy.image.nrrd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.image.NumberedNames;
import org.annotomy.image.SiblingFiles;

/** Which files hold the values: the NRRD itself, or those that the field {@code data file} names in one of its three forms. */
final class NrrdDataFiles {

	private static final int MOST_FILES = 1 << 16;

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
		return NumberedNames.expand(text).orElse(List.of(text));
	}

	private static ImageFormatException tooMany() {
		return new ImageFormatException("NRRD: the header names more than " + MOST_FILES + " data files.");
	}
}
