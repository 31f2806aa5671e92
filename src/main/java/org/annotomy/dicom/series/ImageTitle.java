package org.annotomy.dicom.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;

/**
 * What an image is called: {@code MG R CC #1}, {@code CT chest axial +C #2 (1)}. Windows, tables and recorded macros show it, so that every word is
 * one of a closed list: no description, name or date passes. The same files always give the same title.
 */
final class ImageTitle {

	/** Defined terms of Body Part Examined (PS3.16 Annex L) that say something to the reader. */
	private static final Set<String> BODY_PARTS = Set.of("ABDOMEN", "ANKLE", "AORTA", "ARM", "BLADDER", "BRAIN", "BREAST", "CALF",
			"CAROTID", "CHEST", "CLAVICLE", "COCCYX", "COLON", "ELBOW", "ESOPHAGUS", "EXTREMITY", "EYE", "FEMUR", "FINGER",
			"FOOT",
			"FOREARM", "HAND", "HEAD", "HEADNECK", "HEART", "HIP", "HUMERUS", "JAW", "KIDNEY", "KNEE", "LEG", "LIVER", "LUNG",
			"MANDIBLE", "MAXILLA", "MEDIASTINUM", "NECK", "NOSE", "ORBIT", "PANCREAS", "PATELLA", "PELVIS", "PROSTATE", "RIB",
			"SACRUM", "SCALP", "SCAPULA", "SHOULDER", "SINUS", "SKIN", "SKULL", "SPINE", "SPLEEN", "STERNUM", "STOMACH", "TEETH",
			"THIGH", "THORAX", "THYROID", "TOE", "UTERUS", "WRIST");
	/** Defined terms that are not words, and what they stand for. */
	private static final Map<String, String> ABBREVIATED = Map.of("CSPINE", "cervical spine", "TSPINE", "thoracic spine",
			"LSPINE",
			"lumbar spine", "WHOLEBODY", "whole body", "ABDOMENPELVIS", "abdomen and pelvis", "CHESTABDPELVIS",
			"chest, abdomen and pelvis");
	/** Words of a series description that stand alone, and how they are called here; the first that fits of each list counts. */
	private static final List<Map<String, String>> WORDS = List.of(
			ordered("SCOUT|LOCALI[SZ]ER|LOC|TOPOGRAM|SURVIEW", "localizer"),
			ordered("AX|AXIAL|TRA|TRANSVERSE", "axial", "COR|CORONAL", "coronal", "SAG|SAGITTAL", "sagittal", "OBL|OBLIQUE",
					"oblique"),
			ordered("NATIVE?|NON[- ]?CONTRAST|PLAIN", "native", "ARTERIAL|ART", "arterial", "PORTAL|PORTOVENOUS|PV", "portal",
					"VENOUS|VEN", "venous", "DELAYED|DELAY", "delayed"),
			ordered("LUNG|LUNGE", "lung", "BONE|KNOCHEN", "bone", "MIP", "MIP", "TILTED", "tilted"));

	private ImageTitle() {}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> words = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2)
			words.put(pairs[i], pairs[i + 1]);
		return words;
	}

	/**
	 * @param first of the slices
	 * @param part which of several images of one series, from 1; 0 if it is the only one
	 */
	static String of(SliceFrame first, int part) {
		DicomDataset dataset = first.dataset();
		Map<String, String> facts = ViewFacts.of(first);
		String modality = first.instance().modality();
		List<String> words = new ArrayList<>();
		words.add(modality.isEmpty() ? "DICOM" : modality);
		// A mammogram is of a breast.
		if (!modality.equals("MG")) add(words, bodyPart(dataset));
		for (String fact : new String[]{"Side", "View", "Sequence"})
			add(words, facts.getOrDefault(fact, ""));
		addDescribed(words, dataset.string(Tag.SERIES_DESCRIPTION, "").toUpperCase(Locale.ROOT));
		if (facts.get("Contrast").equals("YES")) words.add("+C");
		int number = dataset.integer(Tag.SERIES_NUMBER, -1);
		if (number >= 0) words.add("#" + number);
		if (part > 0) words.add("(" + part + ")");
		return String.join(" ", words);
	}

	private static String bodyPart(DicomDataset dataset) {
		String term = dataset.string(Tag.BODY_PART_EXAMINED, "").strip();
		if (ABBREVIATED.containsKey(term)) return ABBREVIATED.get(term);
		return BODY_PARTS.contains(term) ? term.toLowerCase(Locale.ROOT) : "";
	}

	private static void addDescribed(List<String> words, String description) {
		for (Map<String, String> alternatives : WORDS)
			alternatives.entrySet().stream()
					.filter(word -> description.matches("(?s)(.*[^A-Z])?(" + word.getKey() + ")([^A-Z].*)?")).findFirst()
					.ifPresent(word -> add(words, word.getValue()));
	}

	private static void add(List<String> words, String word) {
		if (!word.isEmpty() && !words.contains(word)) words.add(word);
	}
}
