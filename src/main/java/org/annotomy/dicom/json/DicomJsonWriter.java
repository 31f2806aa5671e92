package org.annotomy.dicom.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.annotomy.dicom.part10.BulkReference;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDictionary;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.ItemSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/**
 * A dataset as a DICOM JSON object (PS3.18 F.2): text in Unicode, numbers as numbers, bytes in base 64. Group lengths, meta
 * information and commands are left out.
 */
public final class DicomJsonWriter {

	/** Where bytes are to be fetched instead of standing in the text. */
	public interface BulkData {

		/** Everything stands in the text; compressed pixel data cannot. */
		BulkData INLINE = element -> Optional.empty();

		/** The address of the value of {@code element}, or empty if it is to stand in the text. */
		Optional<String> uri(DicomElement element);
	}

	private static final Pattern JSON_NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
	/** What every reader holds in a 64-bit floating point number. */
	private static final int MAX_DIGITS = 15;

	private final BulkData bulkData;

	private DicomJsonWriter(BulkData bulkData) {
		this.bulkData = bulkData;
	}

	/**
	 * All of the dataset in the text.
	 *
	 * @throws IllegalArgumentException if there is compressed pixel data, for which the model has no inline form
	 */
	public static JsonObject toJson(DicomDataset dataset) {
		return toJson(dataset, BulkData.INLINE);
	}

	/**
	 * The dataset with bytes left out that are to be fetched.
	 *
	 * @param bulkData is asked for each element that has bytes or fragments
	 */
	public static JsonObject toJson(DicomDataset dataset, BulkData bulkData) {
		return new DicomJsonWriter(bulkData).object(dataset, true);
	}

	private JsonObject object(DicomDataset dataset, boolean top) {
		JsonObject.Builder object = JsonObject.builder();
		for (DicomElement element : dataset.elements()) {
			int tag = element.tag();
			if (top && !Tag.isOfDataset(tag) || Tag.element(tag) == 0) continue;
			object.put(key(tag), tag == Tag.SPECIFIC_CHARACTER_SET && !element.isEmpty() ? utf8() : member(dataset, element));
		}
		return object.build();
	}

	/** JSON is Unicode, so this is the only character set that the text can be said to be in. */
	private static JsonObject utf8() {
		return JsonObject.builder().put("vr", "CS").put("Value", JsonArray.of(JsonScalar.of("ISO_IR 192"))).build();
	}

	private static String key(int tag) {
		return String.format("%08X", tag);
	}

	private JsonObject member(DicomDataset dataset, DicomElement element) {
		JsonObject.Builder member = JsonObject.builder().put("vr", element.vr().name());
		if (element.isEmpty()) return member.build();
		if (element.value() instanceof BulkReference reference) return member.put("BulkDataURI", reference.uri()).build();
		if (element.value() instanceof ItemSequence sequence)
			return member.put("Value", JsonArray.of(sequence.items().stream().map(item -> object(item, false)).toList())).build();
		Optional<String> uri = bulkData.uri(element);
		if (uri.isPresent()) return member.put("BulkDataURI", uri.get()).build();
		if (element.value() instanceof FragmentSequence)
			throw new IllegalArgumentException("Compressed "
					+ DicomDictionary.standard().describe(element.tag()) + " cannot stand in JSON; give it an address.");
		if (isBinary(element.vr())) return member.put("InlineBinary", base64(dataset, element)).build();
		return member.put("Value", JsonArray.of(values(dataset, element))).build();
	}

	private static boolean isBinary(Vr vr) {
		return switch (vr) {
			case OB, OD, OF, OL, OV, OW, UN -> true;
			default -> false;
		};
	}

	private static String base64(DicomDataset dataset, DicomElement element) {
		try {
			return Base64.getEncoder().encodeToString(dataset.littleEndianBytes(element));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static List<JsonValue> values(DicomDataset dataset, DicomElement element) {
		int tag = element.tag();
		return switch (element.vr()) {
			case DS, IS -> dataset.strings(tag).stream().map(DicomJsonWriter::decimal).toList();
			case FL -> Arrays.stream(dataset.doubles(tag)).mapToObj(DicomJsonWriter::single).toList();
			case FD -> Arrays.stream(dataset.doubles(tag)).mapToObj(DicomJsonWriter::real).toList();
			case US, SS, UL, SL ->
				Arrays.stream(dataset.doubles(tag)).mapToObj(v -> (JsonValue) JsonScalar.of((long) v)).toList();
			case SV -> LongStream.of(dataset.longs(tag)).mapToObj(v -> integer(Long.toString(v))).toList();
			case UV -> LongStream.of(dataset.longs(tag)).mapToObj(v -> integer(Long.toUnsignedString(v))).toList();
			case AT -> Arrays.stream(dataset.tags(tag)).mapToObj(t -> (JsonValue) JsonScalar.of(key(t))).toList();
			case PN -> dataset.strings(tag).stream().map(DicomJsonWriter::personName).toList();
			default -> dataset.strings(tag).stream().map(DicomJsonWriter::textOrNull).toList();
		};
	}

	private static JsonValue textOrNull(String text) {
		return text.isEmpty() ? JsonScalar.NULL : JsonScalar.of(text);
	}

	/** A number as it stands in the file if JSON allows that, the same number otherwise; text if it is none or has too many digits. */
	private static JsonValue decimal(String text) {
		if (text.isEmpty()) return JsonScalar.NULL;
		try {
			BigDecimal number = text.length() > 64 ? null : new BigDecimal(text);
			if (number == null || number.precision() > MAX_DIGITS || Math.abs(number.scale()) > 300) return JsonScalar.of(text);
			return JsonScalar.ofDecimal(JSON_NUMBER.matcher(text).matches() ? text : number.toString());
		} catch (NumberFormatException e) {
			return JsonScalar.of(text);
		}
	}

	private static JsonValue single(double value) {
		return Double.isFinite(value)
				? JsonScalar.ofDecimal(new BigDecimal(Float.toString((float) value)).toString())
				: special(value);
	}

	private static JsonValue real(double value) {
		return Double.isFinite(value) ? JsonScalar.of(value) : special(value);
	}

	private static JsonValue special(double value) {
		return JsonScalar.of(Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf");
	}

	private static JsonValue integer(String text) {
		return text.length() <= MAX_DIGITS ? JsonScalar.ofDecimal(text) : JsonScalar.of(text);
	}

	private static JsonValue personName(String name) {
		if (name.isEmpty()) return JsonScalar.NULL;
		String[] groups = name.split("=", 3);
		String[] names = {"Alphabetic", "Ideographic", "Phonetic"};
		JsonObject.Builder object = JsonObject.builder();
		for (int i = 0; i < groups.length; i++)
			if (!groups[i].isEmpty()) object.put(names[i], groups[i]);
		return object.build();
	}
}
