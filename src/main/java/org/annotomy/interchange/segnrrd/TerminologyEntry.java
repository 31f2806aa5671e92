package org.annotomy.interchange.segnrrd;

import java.util.Map;

import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Coding;

/**
 * Codes as Slicer writes them: {@code context~category~type~typeModifier~regionContext~region~regionModifier}, each code
 * {@code scheme^value^meaning}, {@code ^^} for none.
 */
final class TerminologyEntry {

	private static final String CONTEXT = "Segmentation category and type - DICOM master list";
	private static final String REGION_CONTEXT = "Anatomic codes - DICOM master list";
	private static final int PARTS = 7;

	/** DICOM's category codes that Slicer's lists have in another form. */
	private static final Map<String, Code> TO_SLICER = Map.of("91723000",
			Code.of("SCT", "123037004", "Anatomical Structure"), "49755003",
			Code.of("SCT", "49755003", "Morphologically Altered Structure"));
	private static final Map<String, Code> FROM_SLICER = Map.of("123037004",
			Code.of("SCT", "91723000", "Anatomical Structure"), "49755003",
			Code.of("SCT", "49755003", "Morphologically Abnormal Structure"));

	private TerminologyEntry() {}

	/** Null if nothing is coded. */
	static String format(Coding coding) {
		if (coding.isNone()) return null;
		return String.join("~", CONTEXT, code(alias(coding.category(), TO_SLICER)), code(coding.type()),
				code(coding.typeModifier()), REGION_CONTEXT, code(coding.region()), code(coding.regionModifier()));
	}

	/** What can be understood of it; missing parts are none. */
	static Coding parse(String text) {
		String[] parts = text.split("~", -1);
		Code[] codes = new Code[PARTS];
		for (int i = 0; i < Math.min(PARTS, parts.length); i++)
			codes[i] = parseCode(parts[i]);
		Coding coding = new Coding(codes[2], alias(codes[1], FROM_SLICER), codes[3], codes[5], codes[6]);
		return coding.isNone() ? Coding.NONE : coding;
	}

	private static Code alias(Code code, Map<String, Code> aliases) {
		return code == null || !code.scheme().equals("SCT") ? code : aliases.getOrDefault(code.value(), code);
	}

	private static String code(Code code) {
		return code == null
				? "^^"
				: SegmentTags.plain(code.scheme()) + '^' + SegmentTags.plain(code.value()) + '^'
						+ SegmentTags.plain(code.meaning());
	}

	private static Code parseCode(String text) {
		String[] words = text.split("\\^", -1);
		return words.length != 3 || words[0].isBlank() || words[1].isBlank() ? null : Code.of(words[0], words[1], words[2]);
	}
}
