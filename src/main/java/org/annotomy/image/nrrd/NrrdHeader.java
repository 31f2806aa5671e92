package org.annotomy.image.nrrd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.annotomy.image.ImageFormatException;
import org.annotomy.image.SampleType;

/**
 * The header of an NRRD: fields of the standard and key/value pairs of whoever wrote it, both in their order. Immutable. Reading is
 * bounded and trusts nothing; what the fields mean is checked when they are asked for.
 */
public final class NrrdHeader {

	private static final int MOST_AXES = 16;

	private final String magic;
	private final Map<String, String> fields;
	private final Map<String, String> keyValues;
	private final List<String> dataFileList;
	private final long dataOffset;

	NrrdHeader(String magic, Map<String, String> fields, Map<String, String> keyValues, List<String> dataFileList,
			long dataOffset) {
		this.magic = magic;
		this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
		this.keyValues = Collections.unmodifiableMap(new LinkedHashMap<>(keyValues));
		this.dataFileList = List.copyOf(dataFileList);
		this.dataOffset = dataOffset;
	}

	/**
	 * Reads up to the empty line that ends the header, or to the end of a detached one.
	 *
	 * @param in at the start of the file; not closed
	 * @throws ImageFormatException if it is not an NRRD, is broken, or is absurdly long
	 */
	public static NrrdHeader parse(InputStream in) throws IOException {
		return new NrrdHeaderParser(in).parse();
	}

	/** As {@link #parse} for a {@code .nrrd} or {@code .nhdr} file. */
	public static NrrdHeader read(Path file) throws IOException {
		return NrrdHeaderParser.read(file);
	}

	/** A new header; only what is added to it is written. */
	public static Builder builder() {
		return new Builder();
	}

	/** Fields of the standard, the names in lower case and in their long form ({@code data file}, not {@code datafile}). */
	public Map<String, String> fields() {
		return fields;
	}

	public Map<String, String> keyValues() {
		return keyValues;
	}

	public Optional<String> field(String name) {
		return Optional.ofNullable(fields.get(name));
	}

	/** How many bytes the header takes at the start of its file, the empty line included. */
	public long dataOffset() {
		return dataOffset;
	}

	/** Whether the values lie in other files. */
	public boolean isDetached() { return fields.containsKey("data file"); }

	/** The names below {@code data file: LIST}; empty otherwise. */
	List<String> dataFileList() {
		return dataFileList;
	}

	public SampleType type() throws ImageFormatException {
		return NrrdTypes.of(required("type"));
	}

	/** Of little consequence for single bytes and text, where it may be missing. */
	public ByteOrder byteOrder() throws ImageFormatException {
		String endian = fields.get("endian");
		if (endian == null) {
			if (type().bytes() == 1 || encoding() == NrrdEncoding.ASCII) return ByteOrder.LITTLE_ENDIAN;
			throw new ImageFormatException("NRRD: the field \"endian\" is missing, without which its values cannot be read.");
		}
		return switch (endian.toLowerCase(Locale.ROOT)) {
			case "little" -> ByteOrder.LITTLE_ENDIAN;
			case "big" -> ByteOrder.BIG_ENDIAN;
			default -> throw new ImageFormatException(
					"NRRD: endian must be little or big, not \"" + NrrdText.shown(endian) + "\".");
		};
	}

	public NrrdEncoding encoding() throws ImageFormatException {
		return NrrdEncoding.of(required("encoding"));
	}

	/** How many axes, 1 to 16. */
	public int dimension() throws ImageFormatException {
		int dimension = integer("dimension", required("dimension"));
		if (dimension < 1 || dimension > MOST_AXES)
			throw new ImageFormatException("NRRD: the dimension must be 1 to " + MOST_AXES + ", not " + dimension + ".");
		return dimension;
	}

	/** Samples along each axis, the fastest first; each at least 1. */
	public int[] sizes() throws ImageFormatException {
		String[] words = required("sizes").split("\\s+");
		int[] sizes = new int[dimension()];
		if (words.length != sizes.length)
			throw new ImageFormatException("NRRD: there are " + words.length + " sizes for " + sizes.length + " axes.");
		for (int i = 0; i < sizes.length; i++) {
			sizes[i] = integer("sizes", words[i]);
			if (sizes[i] < 1) throw new ImageFormatException("NRRD: the size of axis " + i + " is " + sizes[i] + ".");
		}
		return sizes;
	}

	/** What each axis is ({@code domain}, {@code list}, {@code vector}, {@code time} …) in lower case; {@code ???} where not said. */
	public List<String> kinds() throws ImageFormatException {
		int dimension = dimension();
		String text = fields.get("kinds");
		if (text == null) return Collections.nCopies(dimension, "???");
		String[] words = text.toLowerCase(Locale.ROOT).split("\\s+");
		if (words.length != dimension)
			throw new ImageFormatException("NRRD: there are " + words.length + " kinds for " + dimension + " axes.");
		return List.of(words);
	}

	String required(String field) throws ImageFormatException {
		String text = fields.get(field);
		if (text == null) throw new ImageFormatException("NRRD: the field \"" + field + "\" is missing.");
		return text;
	}

	/** A field that is a whole number, else {@code otherwise}. */
	int integer(String field, int otherwise) throws ImageFormatException {
		String text = fields.get(field);
		return text == null ? otherwise : integer(field, text);
	}

	private static int integer(String field, String text) throws ImageFormatException {
		try {
			return Integer.parseInt(text);
		} catch (NumberFormatException e) {
			throw new ImageFormatException(
					"NRRD: the field \"" + field + "\" needs a whole number, not \"" + NrrdText.shown(text) + "\".", e);
		}
	}

	/**
	 * The header as it stands in a file, the empty line included. It is ASCII, as the standard and some readers want: accents are taken
	 * off, what is left becomes a question mark.
	 */
	public byte[] toBytes() {
		StringBuilder text = new StringBuilder(magic).append("\n# Complete NRRD file format specification at:\n"
				+ "# http://teem.sourceforge.net/nrrd/format.html\n");
		fields.forEach((name, value) -> {
			if (!name.equals("data file")) text.append(name).append(": ").append(value).append('\n');
		});
		keyValues.forEach((key, value) -> text.append(key).append(":=").append(NrrdText.escape(value)).append('\n'));
		if (isDetached()) {
			text.append("data file: ").append(fields.get("data file")).append('\n');
			dataFileList.forEach(file -> text.append(file).append('\n'));
		} else text.append('\n');
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
		bytes.writeBytes(NrrdText.ascii(text.toString()).getBytes(StandardCharsets.US_ASCII));
		return bytes.toByteArray();
	}

	/** Collects fields and key/value pairs in the order in which they are to be written. */
	public static final class Builder {

		private final Map<String, String> fields = new LinkedHashMap<>();
		private final Map<String, String> keyValues = new LinkedHashMap<>();

		private Builder() {}

		/**
		 * @param name as the standard spells it, in lower case
		 * @throws IllegalArgumentException if the standard has no such field or the value has more than one line
		 */
		public Builder field(String name, String value) {
			if (!NrrdTypes.isField(name)) throw new IllegalArgumentException("NRRD has no field \"" + name + "\".");
			if (value.isBlank() || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0)
				throw new IllegalArgumentException("The NRRD field \"" + name + "\" needs a value of one line.");
			fields.put(name, value);
			return this;
		}

		/** @throws IllegalArgumentException if the key is empty, has a colon or line end, or begins like a comment */
		public Builder keyValue(String key, String value) {
			if (key.isBlank() || key.indexOf(':') >= 0 || key.indexOf('\n') >= 0 || key.indexOf('\r') >= 0 || key.startsWith("#"))
				throw new IllegalArgumentException("An NRRD key must have one line and no colon.");
			keyValues.put(key, value);
			return this;
		}

		/** The fields {@code type}, {@code dimension}, {@code sizes}, {@code endian} and {@code encoding}, each where the standard wants it. */
		public Builder values(SampleType type, ByteOrder order, NrrdEncoding encoding, int... sizes) {
			List<String> words = new ArrayList<>();
			for (int size : sizes)
				words.add(Integer.toString(size));
			field("type", NrrdTypes.word(type));
			field("dimension", Integer.toString(sizes.length));
			field("sizes", String.join(" ", words));
			if (type.bytes() > 1) field("endian", order == ByteOrder.BIG_ENDIAN ? "big" : "little");
			return field("encoding", encoding.word());
		}

		public NrrdHeader build() {
			return new NrrdHeader("NRRD0004", fields, keyValues, List.of(), 0);
		}
	}
}
