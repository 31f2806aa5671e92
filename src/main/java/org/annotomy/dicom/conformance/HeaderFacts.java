package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDictionary;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/**
 * Data elements as they were read against the facts of the same keyword. Values are never shown: names of patients may be among them.
 *
 * @param compared how many facts were found in the dictionary and compared
 * @param different the keywords whose values differ
 * @param remark what is to be said of the comparison; empty for nothing
 */
record HeaderFacts(int compared, List<String> different, String remark) {

	private static final double RELATIVE = 1e-9;
	private static final String CUT = " (the file is cut inside its last element, which the manifest's tool and this program count differently)";
	/** Empty components and groups at the end of a person's name say nothing (PS3.5 6.2.1), nor do spaces. */
	private static final String EMPTY_END = "[=^ ]+$";
	/** Facts of a sequence are the descriptor of its first lookup table. */
	private static final Set<String> TABLES = Set.of("ModalityLUTSequence", "VOILUTSequence");

	static HeaderFacts compare(DicomFile file, Map<String, JsonValue> facts) throws IOException {
		List<String> different = new ArrayList<>();
		String remark = "";
		int compared = 0;
		for (Map.Entry<String, JsonValue> fact : facts.entrySet()) {
			Boolean same = same(file, fact.getKey(), fact.getValue());
			if (same == null) continue;
			compared++;
			if (!same && isOfTheCut(file, fact)) remark = CUT;
			else if (!same) different.add(fact.getKey());
		}
		return new HeaderFacts(compared, different, remark);
	}

	/** Whether the count differs by the one element that a cut file ends in: readers keep it or leave it out. */
	private static boolean isOfTheCut(DicomFile file, Map.Entry<String, JsonValue> fact) throws IOException {
		boolean cut = file.warnings().stream().anyMatch(warning -> warning.contains("cut short"));
		return cut && fact.getKey().equals("n_top_level_elements") && Math.abs(fact.getValue().asDouble() - elements(file)) == 1;
	}

	private static long elements(DicomFile file) {
		return file.dataset().elements().stream().filter(e -> Tag.group(e.tag()) != 2).count();
	}

	/** Null if the fact is not one of the header. */
	private static Boolean same(DicomFile file, String name, JsonValue fact) throws IOException {
		DicomDataset dataset = file.dataset();
		switch (name) {
			case "TransferSyntaxUID" :
				return fact.isNull() ? null : Boolean.valueOf(fact.asString().equals(file.transferSyntax()));
			case "PatientName_utf8" :
				return sameValues(dataset, Tag.of(0x0010, 0x0010), fact);
			case "n_top_level_elements" :
				return fact.asDouble() == elements(file);
			case "n_private_top_level" :
				return fact.asDouble() == dataset.elements().stream().filter(e -> Tag.isPrivate(e.tag())).count();
			default :
				break;
		}
		if (!name.matches("[A-Z][A-Za-z0-9]+") || !DicomDictionary.standard().hasKeyword(name)) return null;
		int tag = DicomDictionary.standard().tagOf(name);
		if (!TABLES.contains(name)) return sameValues(dataset, tag, fact);
		DicomDataset table = dataset.item(tag).orElse(DicomDataset.EMPTY);
		return sameValues(table, Tag.LUT_DESCRIPTOR, fact);
	}

	private static boolean sameValues(DicomDataset dataset, int tag, JsonValue fact) throws IOException {
		List<JsonValue> expected = fact instanceof JsonArray array ? array.values() : fact.isNull() ? List.of() : List.of(fact);
		List<String> texts = dataset.strings(tag);
		if (expected.isEmpty()) return String.join("", texts).isEmpty();
		boolean numbers = expected.stream().allMatch(HeaderFacts::isNumber);
		if (!numbers) return sameTexts(expected, texts);
		double[] values = dataset.doubles(tag);
		if (values.length != expected.size()) return false;
		for (int i = 0; i < values.length; i++)
			if (!close(values[i], expected.get(i).asDouble())) return false;
		return true;
	}

	private static boolean isNumber(JsonValue value) {
		return value instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NUMBER;
	}

	private static boolean sameTexts(List<JsonValue> expected, List<String> found) throws IOException {
		String[] texts = new String[expected.size()];
		for (int i = 0; i < texts.length; i++)
			texts[i] = expected.get(i).isNull() ? "" : expected.get(i).asString();
		return String.join("\\", Arrays.asList(texts)).replaceAll(EMPTY_END, "")
				.equals(String.join("\\", found).replaceAll(EMPTY_END, ""));
	}

	private static boolean close(double a, double b) {
		return Math.abs(a - b) <= RELATIVE * Math.max(1, Math.abs(b));
	}
}
