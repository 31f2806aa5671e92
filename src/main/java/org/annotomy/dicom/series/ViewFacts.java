package org.annotomy.dicom.series;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;

/**
 * What tells the images of one patient apart and lets them be laid out: side, view, MR contrast, day. Each answer is one of a closed list of
 * words, so that nothing of a free text passes. Keys are {@code Side} (R, L, B), {@code View}, {@code Sequence}, {@code Contrast} (YES, NO)
 * and {@code Day} (days since 1970, to be compared with that of another image; it is kept in memory alone and never written).
 */
final class ViewFacts {

	/** Words of a code's meaning (PS3.16 CID 4014, 12226), and the abbreviation of the view; the first that fits counts. */
	private static final Map<String, String> VIEWS = new LinkedHashMap<>();
	/** Words of a series description or defined terms (PS3.3 C.8.13.3.1.3), in the order of asking. */
	private static final Map<String, String> SEQUENCES = new LinkedHashMap<>();

	static {
		VIEWS.put("exaggerated", "XCC");
		VIEWS.put("cranio-caudal", "CC");
		VIEWS.put("craniocaudal", "CC");
		VIEWS.put("medio-lateral oblique", "MLO");
		VIEWS.put("mediolateral oblique", "MLO");
		VIEWS.put("medio-lateral", "ML");
		VIEWS.put("latero-medial", "LM");
		VIEWS.put("apical four", "A4C");
		VIEWS.put("apical two", "A2C");
		VIEWS.put("apical three", "A3C");
		VIEWS.put("apical five", "A5C");
		VIEWS.put("apical long axis", "A3C");
		VIEWS.put("parasternal long", "PLAX");
		VIEWS.put("parasternal short", "PSAX");
		VIEWS.put("subcostal", "SC");
		SEQUENCES.put("ADC|APPARENT_DIFFUSION", "ADC");
		SEQUENCES.put("TRACEW?|DWI|DIFF(USION)?|EP2D_DIFF", "DWI");
		SEQUENCES.put("FLAIR|FLUID_ATTENUATED|DARK_?FLUID", "FLAIR");
		SEQUENCES.put("SWI|SUSCEPTIBILITY", "SWI");
		SEQUENCES.put("T2_?STAR|T2\\*", "T2*");
		SEQUENCES.put("STIR", "STIR");
		SEQUENCES.put("T1W?C?|MPRAGE|BRAVO", "T1");
		SEQUENCES.put("T2W?", "T2");
		SEQUENCES.put("PDW?|PROTON_DENSITY", "PD");
	}

	private final DicomDataset dataset;
	private final FrameAttributes frame;

	private ViewFacts(SliceFrame first) {
		dataset = first.dataset();
		frame = first.attributes();
	}

	static Map<String, String> of(SliceFrame first) {
		return new ViewFacts(first).facts();
	}

	private Map<String, String> facts() {
		Map<String, String> facts = new LinkedHashMap<>();
		side().ifPresent(side -> facts.put("Side", side));
		view().ifPresent(view -> facts.put("View", view));
		if (dataset.string(Tag.MODALITY, "").equals("MR")) sequence().ifPresent(kind -> facts.put("Sequence", kind));
		facts.put("Contrast", hasContrast() ? "YES" : "NO");
		PatientDigest.of(dataset).ifPresent(digest -> facts.put(PatientDigest.FACT, digest));
		day().ifPresent(day -> facts.put("Day", Long.toString(day.toEpochDay())));
		facts.putAll(ProjectionFacts.of(dataset));
		return facts;
	}

	private Optional<String> side() {
		for (int tag : new int[]{Tag.IMAGE_LATERALITY, Tag.LATERALITY, Tag.FRAME_LATERALITY}) {
			String side = dataset.string(tag, "").trim();
			if (side.isEmpty()) side = frame.holderOf(tag).string(tag, "").trim();
			if (side.matches("[RLB]")) return Optional.of(side);
		}
		return Optional.empty();
	}

	private Optional<String> view() {
		List<DicomDataset> codes = dataset.items(Tag.VIEW_CODE_SEQUENCE);
		if (codes.isEmpty()) codes = frame.holderOf(Tag.VIEW_CODE_SEQUENCE).items(Tag.VIEW_CODE_SEQUENCE);
		if (!codes.isEmpty()) {
			String meaning = codes.get(0).string(Tag.CODE_MEANING, "").toLowerCase(Locale.ROOT);
			for (Map.Entry<String, String> view : VIEWS.entrySet())
				if (meaning.contains(view.getKey())) return Optional.of(view.getValue());
		}
		String position = dataset.string(Tag.VIEW_POSITION, "").trim();
		return position.matches("[A-Z]{2,4}") ? Optional.of(position) : Optional.empty();
	}

	/** By defined terms where there are any, else by words of the series description that stand alone. */
	private Optional<String> sequence() {
		String terms = String.join(" ", dataset.strings(Tag.IMAGE_TYPE)) + " " + frame.holderOf(Tag.ACQUISITION_CONTRAST)
				.string(Tag.ACQUISITION_CONTRAST, dataset.string(Tag.ACQUISITION_CONTRAST, ""));
		return kind(terms).or(() -> kind(dataset.string(Tag.SERIES_DESCRIPTION, "")));
	}

	private static Optional<String> kind(String words) {
		String text = words.toUpperCase(Locale.ROOT);
		for (Map.Entry<String, String> kind : SEQUENCES.entrySet())
			if (text.matches("(?s)(.*[^A-Z0-9])?(" + kind.getKey() + ")([^A-Z0-9*].*)?")) return Optional.of(kind.getValue());
		return Optional.empty();
	}

	private boolean hasContrast() {
		return !dataset.string(Tag.CONTRAST_BOLUS_AGENT, "").isBlank()
				|| !dataset.items(Tag.CONTRAST_BOLUS_AGENT_SEQUENCE).isEmpty()
				|| dataset.string(Tag.SERIES_DESCRIPTION, "").toUpperCase(Locale.ROOT)
						.matches("(?s)(.*[^A-Z])?(T1W?C|CE|GD|GAD|POST|KM|\\+C)([^A-Z].*)?");
	}

	private Optional<LocalDate> day() {
		for (int tag : new int[]{Tag.ACQUISITION_DATE, Tag.SERIES_DATE, Tag.STUDY_DATE})
			if (dataset.date(tag).isPresent()) return dataset.date(tag);
		return dataset.dateTime(Tag.ACQUISITION_DATE_TIME).map(time -> time.local().toLocalDate());
	}
}
