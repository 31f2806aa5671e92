package org.annotomy.image.metaimage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.annotomy.image.ImageFormatException;
import org.annotomy.image.SampleType;

/** The header of a MetaImage: lines of {@code key = value} of which {@code ElementDataFile} is the last. Keys are kept in lower case. */
final class MetaHeader {

	private static final int LONGEST_HEADER = 16 << 20;
	private static final int MOST_AXES = 10;
	private static final int MOST_FILES = 1 << 16;
	private static final String LAST_KEY = "elementdatafile";

	private final Map<String, String> fields = new LinkedHashMap<>();
	private final List<String> dataFileList = new ArrayList<>();
	private long bytes;

	private MetaHeader() {}

	static MetaHeader read(Path file) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			MetaHeader header = new MetaHeader();
			header.parse(in);
			return header;
		}
	}

	private void parse(InputStream in) throws IOException {
		for (String line = nextLine(in); !fields.containsKey(LAST_KEY); line = nextLine(in)) {
			if (line == null)
				throw new ImageFormatException("MetaImage: the header has no line ElementDataFile, so it is cut off.");
			int equals = line.indexOf('=');
			if (equals < 0 && line.isBlank()) continue;
			if (equals < 1) throw new ImageFormatException("MetaImage: a line of the header is not of the form key = value.");
			String key = line.substring(0, equals).trim().toLowerCase(Locale.ROOT);
			fields.putIfAbsent(key, line.substring(equals + 1).trim());
			if (key.equals(LAST_KEY)) break;
		}
		if (!fields.get(LAST_KEY).toUpperCase(Locale.ROOT).startsWith("LIST")) return;
		for (String line = nextLine(in); line != null; line = nextLine(in)) {
			if (!line.isBlank()) dataFileList.add(line.trim());
			if (dataFileList.size() > MOST_FILES) throw new ImageFormatException("MetaImage: the header lists too many files.");
		}
	}

	/** Without its end; null at the end of the file. */
	private String nextLine(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(80);
		int b = in.read();
		if (b < 0) return null;
		for (; b >= 0 && b != '\n'; b = in.read()) {
			line.write(b);
			if (++bytes > LONGEST_HEADER) throw new ImageFormatException("MetaImage: the header does not end.");
		}
		bytes++;
		return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
	}

	/** How many bytes the header takes; with {@code LOCAL} the pixels begin here. */
	long bytes() {
		return bytes;
	}

	List<String> dataFileList() {
		return dataFileList;
	}

	/** The first of several keys that mean the same; null if there is none. */
	String field(String... names) {
		for (String name : names) {
			String value = fields.get(name.toLowerCase(Locale.ROOT));
			if (value != null && !value.isEmpty()) return value;
		}
		return null;
	}

	private String required(String name) throws ImageFormatException {
		String value = field(name);
		if (value == null) throw new ImageFormatException("MetaImage: the header lacks " + name + ".");
		return value;
	}

	String dataFile() throws ImageFormatException {
		return required("ElementDataFile");
	}

	boolean isTrue(String... names) {
		String value = field(names);
		return value != null && (value.toLowerCase(Locale.ROOT).startsWith("t") || value.equals("1"));
	}

	int integer(String name, int otherwise) throws ImageFormatException {
		String value = field(name);
		if (value == null) return otherwise;
		try {
			return Integer.parseInt(value);
		} catch (NumberFormatException e) {
			throw new ImageFormatException("MetaImage: " + name + " must be a whole number.", e);
		}
	}

	/** {@code count} numbers; null if the header has none of the keys. */
	double[] numbers(int count, String... names) throws ImageFormatException {
		String value = field(names);
		if (value == null) return null;
		String[] words = value.split("[\\s,]+");
		if (words.length < count)
			throw new ImageFormatException(
					"MetaImage: " + names[0] + " needs " + count + " numbers but has " + words.length + ".");
		double[] numbers = new double[count];
		for (int i = 0; i < count; i++)
			try {
				numbers[i] = Double.parseDouble(words[i]);
			} catch (NumberFormatException e) {
				throw new ImageFormatException("MetaImage: " + names[0] + " needs numbers.", e);
			}
		return numbers;
	}

	/** Samples along each axis, the fastest first. */
	int[] sizes() throws ImageFormatException {
		int axes = integer("NDims", 0);
		if (axes < 1 || axes > MOST_AXES)
			throw new ImageFormatException("MetaImage: NDims must be 1 to " + MOST_AXES + ", not " + axes + ".");
		required("DimSize");
		double[] numbers = numbers(axes, "DimSize");
		int[] sizes = new int[axes];
		for (int i = 0; i < axes; i++) {
			if (!(numbers[i] >= 1 && numbers[i] <= Integer.MAX_VALUE) || numbers[i] != Math.rint(numbers[i]))
				throw new ImageFormatException("MetaImage: the size of axis " + (i + 1) + " is not possible.");
			sizes[i] = (int) numbers[i];
		}
		return sizes;
	}

	/** MetaIO's long has 4 bytes on every machine. */
	SampleType type() throws ImageFormatException {
		String name = required("ElementType").toUpperCase(Locale.ROOT).replace("_ARRAY", "");
		return switch (name) {
			case "MET_CHAR" -> SampleType.INT8;
			case "MET_UCHAR" -> SampleType.UINT8;
			case "MET_SHORT" -> SampleType.INT16;
			case "MET_USHORT" -> SampleType.UINT16;
			case "MET_INT", "MET_LONG" -> SampleType.INT32;
			case "MET_UINT", "MET_ULONG" -> SampleType.UINT32;
			case "MET_LONG_LONG" -> SampleType.INT64;
			case "MET_ULONG_LONG" -> SampleType.UINT64;
			case "MET_FLOAT" -> SampleType.FLOAT32;
			case "MET_DOUBLE" -> SampleType.FLOAT64;
			default -> throw new ImageFormatException(
					"MetaImage: values of the type " + name.replaceAll("[^A-Z_0-9]", "?") + " are not supported.");
		};
	}

	ByteOrder byteOrder() {
		return isTrue("BinaryDataByteOrderMSB", "ElementByteOrderMSB") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
	}

	boolean isText() { return field("BinaryData") != null && !isTrue("BinaryData"); }

	boolean isCompressed() { return isTrue("CompressedData"); }
}
