package org.annotomy.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.annotomy.dicom.part10.BulkReference;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomDictionary;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * Datasets from DICOM JSON objects (PS3.18 F.2), as servers really write them: numbers as text, names as plain text, keys in lower case, VR
 * left out. Unknown members are ignored. Nesting, size and number of elements are bounded.
 */
public final class DicomJsonReader {

	/** A sequence takes three levels of JSON. */
	private static final int MAX_JSON_DEPTH = 200;
	private static final int MAX_TEXT = 256 << 20;
	private static final long MAX_DOCUMENT = 2L << 30;
	/** Before the point: more than any number of 64 bits has. */
	private static final int MAX_DIGITS = 20;
	private static final int MAX_ELEMENTS = 5_000_000;
	private static final JsonFactory FACTORY = new JsonFactoryBuilder().streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(MAX_JSON_DEPTH).maxStringLength(MAX_TEXT).maxDocumentLength(MAX_DOCUMENT).build()).build();

	/** What is done with each dataset of a stream. */
	public interface Receiver {
		void accept(DicomDataset dataset) throws IOException;
	}

	private int count;

	private DicomJsonReader() {}

	/** @throws ImageFormatException if it is no dataset in the DICOM JSON model */
	public static DicomDataset read(JsonObject object) throws ImageFormatException {
		try {
			return new DicomJsonReader().dataset(object);
		} catch (JsonException e) {
			throw broken(e);
		}
	}

	/** @throws ImageFormatException if the text is not JSON, or not one dataset */
	public static DicomDataset read(String text) throws IOException {
		List<DicomDataset> datasets = new ArrayList<>();
		try (JsonParser parser = FACTORY.createParser(text)) {
			forEach(parser, datasets::add);
		}
		if (datasets.size() != 1)
			throw new ImageFormatException("The DICOM JSON text holds " + datasets.size() + " objects where one is expected.");
		return datasets.get(0);
	}

	/**
	 * Reads an array of datasets, or a single one, from UTF-8 text, one after the other, as a DICOMweb server answers. The stream stays open.
	 *
	 * @throws ImageFormatException if the text is not JSON, or something in it is no dataset
	 */
	public static void forEach(InputStream utf8, Receiver receiver) throws IOException {
		try (JsonParser parser = FACTORY.createParser(utf8)) {
			parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
			forEach(parser, receiver);
		}
	}

	private static void forEach(JsonParser parser, Receiver receiver) throws IOException {
		JsonToken token = next(parser);
		if (token == JsonToken.START_OBJECT) {
			receiver.accept(one(parser));
			return;
		}
		if (token != JsonToken.START_ARRAY) throw new ImageFormatException("This is no DICOM JSON text.");
		for (token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
			if (token != JsonToken.START_OBJECT) throw new ImageFormatException("The DICOM JSON text ends early or is broken.");
			receiver.accept(one(parser));
		}
	}

	private static JsonToken next(JsonParser parser) throws IOException {
		try {
			return parser.nextToken();
		} catch (JsonProcessingException e) {
			throw broken(e);
		}
	}

	private static DicomDataset one(JsonParser parser) throws IOException {
		try {
			return read((JsonObject) Json.read(parser));
		} catch (JsonException | JsonProcessingException e) {
			throw broken(e);
		}
	}

	/** The message of the cause may repeat values, so it is not shown. */
	private static ImageFormatException broken(IOException cause) {
		return cause instanceof ImageFormatException own
				? own
				: new ImageFormatException("The DICOM JSON text is broken.", cause);
	}

	private DicomDataset dataset(JsonObject object) throws ImageFormatException, JsonException {
		DicomDatasetBuilder builder = DicomDataset.builder();
		for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
			if (++count > MAX_ELEMENTS)
				throw new ImageFormatException("The DICOM JSON text has more than " + MAX_ELEMENTS + " data elements.");
			int tag = tag(member.getKey());
			if (tag == -1 || Tag.group(tag) == 2 || Tag.element(tag) == 0 || !(member.getValue() instanceof JsonObject attribute))
				continue;
			try {
				put(builder, tag, vr(tag, attribute), attribute);
			} catch (IllegalArgumentException e) {
				throw new ImageFormatException(
						"The DICOM JSON text gives " + DicomDictionary.standard().describe(tag)
								+ " a value that its VR cannot hold.",
						e);
			}
		}
		return builder.build();
	}

	/** The tag of eight hexadecimal digits, or -1. */
	private static int tag(String key) {
		if (key.length() != 8) return -1;
		try {
			return Integer.parseUnsignedInt(key, 16);
		} catch (NumberFormatException e) {
			return -1;
		}
	}

	private static Vr vr(int tag, JsonObject attribute) throws JsonException {
		String letters = attribute.string("vr", "").toUpperCase(Locale.ROOT);
		Vr vr = letters.length() == 2 ? Vr.of(letters.charAt(0), letters.charAt(1)) : null;
		return vr == null ? DicomDictionary.standard().vrOf(tag) : vr;
	}

	private void put(DicomDatasetBuilder builder, int tag, Vr vr, JsonObject attribute)
			throws ImageFormatException, JsonException {
		String uri = attribute.string("BulkDataURI", "");
		if (!uri.isEmpty()) {
			builder.put(new DicomElement(tag, vr, new BulkReference(uri), false));
		} else if (attribute.has("InlineBinary")) {
			byte[] bytes = Base64.getMimeDecoder().decode(text(attribute.members().get("InlineBinary")));
			builder.bytes(tag, vr, bytes);
		} else {
			putValues(builder, tag, vr, attribute.list("Value"));
		}
	}

	private void putValues(DicomDatasetBuilder builder, int tag, Vr vr, List<JsonValue> values)
			throws ImageFormatException, JsonException {
		switch (vr) {
			case SQ -> builder.putItems(tag, items(values));
			case PN ->
				builder.putText(tag, vr, values.stream().map(DicomJsonReader::personName).collect(Collectors.joining("\\")));
			case US, SS, UL, SL, FL, FD ->
				builder.putNumbers(tag, vr, present(values).mapToDouble(DicomJsonReader::number).toArray());
			case SV, UV -> builder.putLongs(tag, vr, present(values).mapToLong(DicomJsonReader::integer).toArray());
			case AT -> builder.putNumbers(tag, vr, present(values).mapToDouble(DicomJsonReader::attribute).toArray());
			case OB, OD, OF, OL, OV, OW, UN -> {
				if (!values.isEmpty()) throw new IllegalArgumentException("bytes expected");
				builder.bytes(tag, vr, new byte[0]);
			}
			default -> builder.putText(tag, vr, values.stream().map(DicomJsonReader::text).collect(Collectors.joining("\\")));
		}
	}

	/** Binary numbers cannot be empty. */
	private static Stream<JsonValue> present(List<JsonValue> values) {
		return values.stream().filter(value -> !value.isNull());
	}

	private List<DicomDataset> items(List<JsonValue> values) throws ImageFormatException, JsonException {
		List<DicomDataset> items = new ArrayList<>();
		for (JsonValue value : values)
			items.add(value.isNull() ? DicomDataset.EMPTY : dataset(value.asObject()));
		return items;
	}

	private static String text(JsonValue value) {
		if (value.isNull()) return "";
		if (value instanceof JsonScalar scalar) return scalar.text();
		throw new IllegalArgumentException("text or a number expected");
	}

	private static String personName(JsonValue value) {
		if (!(value instanceof JsonObject groups)) return text(value);
		String name = group(groups, "Alphabetic") + "=" + group(groups, "Ideographic") + "=" + group(groups, "Phonetic");
		int end = name.length();
		while (end > 0 && name.charAt(end - 1) == '=')
			end--;
		return name.substring(0, end);
	}

	private static String group(JsonObject groups, String name) {
		return groups.get(name).map(DicomJsonReader::text).orElse("");
	}

	private static double number(JsonValue value) {
		String text = text(value);
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "nan" -> Double.NaN;
			case "inf", "infinity" -> Double.POSITIVE_INFINITY;
			case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(text);
		};
	}

	/** In the range of SV or of UV, which goes beyond that of long. */
	private static long integer(JsonValue value) {
		String text = text(value);
		BigDecimal number = text.length() > 32 ? null : new BigDecimal(text);
		boolean small = number != null && Math.abs((long) number.precision() - number.scale()) <= MAX_DIGITS;
		if (small && number.stripTrailingZeros().scale() <= 0) {
			BigInteger integer = number.toBigIntegerExact();
			if (integer.bitLength() <= (integer.signum() < 0 ? Long.SIZE - 1 : Long.SIZE)) return integer.longValue();
		}
		throw new IllegalArgumentException("an integer of 64 bits expected");
	}

	private static double attribute(JsonValue value) {
		return Integer.parseUnsignedInt(text(value), 16);
	}
}
