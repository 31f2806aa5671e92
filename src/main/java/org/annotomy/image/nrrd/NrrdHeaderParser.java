package org.annotomy.image.nrrd;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.image.ImageFormatException;

/** Reads an NRRD header line by line within fixed limits. */
final class NrrdHeaderParser {

	/** Slicer writes about 500 bytes per segment; this is room for tens of thousands. */
	private static final int LONGEST_HEADER = 32 << 20;
	private static final int LONGEST_MAGIC = 16;
	private static final int MOST_PAIRS = 1 << 20;

	private final InputStream in;
	private final Map<String, String> fields = new LinkedHashMap<>();
	private final Map<String, String> keyValues = new LinkedHashMap<>();
	private final List<String> dataFiles = new ArrayList<>();
	private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
	private long offset;
	private boolean ended;

	/** @param in best buffered: it is read byte by byte */
	NrrdHeaderParser(InputStream in) {
		this.in = in;
	}

	static NrrdHeader read(Path file) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			return new NrrdHeaderParser(in).parse();
		}
	}

	NrrdHeader parse() throws IOException {
		String magic = nextLine(LONGEST_MAGIC);
		if (magic == null || !magic.startsWith("NRRD")) throw new ImageFormatException("This is not an NRRD file.");
		if (!magic.matches("NRRD000[1-5]"))
			throw new ImageFormatException("NRRD: the version \"" + NrrdText.shown(magic) + "\" is not supported; 1 to 5 are.");
		for (String text = nextLine(LONGEST_HEADER); text != null && !text.isEmpty(); text = nextLine(LONGEST_HEADER)) {
			if (text.startsWith("#")) continue;
			if (add(text).equals("data file") && fields.get("data file").startsWith("LIST")) {
				readDataFiles();
				break;
			}
		}
		if (ended && !fields.containsKey("data file"))
			throw new ImageFormatException("NRRD: the file ends inside its header.");
		return new NrrdHeader(magic, fields, keyValues, dataFiles, offset);
	}

	/** The name of the field that was added; empty for a key/value pair. */
	private String add(String text) throws ImageFormatException {
		int colon = text.indexOf(':');
		if (colon < 1 || colon + 1 >= text.length())
			throw new ImageFormatException("NRRD: a line of the header is neither a field nor a key/value pair: \""
					+ NrrdText.shown(text) + "\".");
		if (text.charAt(colon + 1) == '=') {
			keyValues.put(text.substring(0, colon), NrrdText.unescape(text.substring(colon + 2)));
			if (keyValues.size() > MOST_PAIRS) throw new ImageFormatException("NRRD: the header has too many key/value pairs.");
			return "";
		}
		String name = NrrdTypes.field(text.substring(0, colon).trim());
		if (!NrrdTypes.isField(name))
			throw new ImageFormatException("NRRD: the header has an unknown field \"" + NrrdText.shown(name) + "\".");
		if (fields.putIfAbsent(name, text.substring(colon + 1).trim()) != null)
			throw new ImageFormatException("NRRD: the header has the field \"" + name + "\" twice.");
		return name;
	}

	private void readDataFiles() throws IOException {
		for (String name = nextLine(LONGEST_HEADER); name != null && !name.isBlank(); name = nextLine(LONGEST_HEADER)) {
			dataFiles.add(name.trim());
			if (dataFiles.size() > MOST_PAIRS) throw new ImageFormatException("NRRD: the header lists too many data files.");
		}
	}

	/** The next line without its end; null at the end of the file. */
	private String nextLine(int longest) throws IOException {
		line.reset();
		while (true) {
			int b = in.read();
			if (b < 0) {
				ended = true;
				return line.size() == 0 ? null : text();
			}
			offset++;
			if (b == '\n') return text();
			line.write(b);
			if (line.size() > longest || offset > LONGEST_HEADER)
				throw new ImageFormatException(longest == LONGEST_MAGIC
						? "This is not an NRRD file."
						: "NRRD: the header does not end within " + (LONGEST_HEADER >> 20) + " MB.");
		}
	}

	private String text() {
		byte[] bytes = line.toByteArray();
		int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
		return NrrdText.decode(bytes, 0, length);
	}
}
