package org.annotomy.dicom.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.study.PatientFacts;
import org.annotomy.dicom.study.StudyRow;

/** A study of a scan, or files that belong to none. */
public final class FoundStudy {

	/** In the place of the UID: images that are not DICOM, or belong to no study. */
	public static final String FILES = "files";
	/** In the place of the UID: what cannot be opened. */
	public static final String REFUSED = "refused";
	/** What a key begins with that stands for a file. */
	static final String FILE = "file-";

	private static final PatientFacts NOBODY = new PatientFacts("", "", "", "");

	private final String uid;
	private final Map<String, FoundSeries> series = new LinkedHashMap<>();
	private StudyRow described;

	FoundStudy(String uid) {
		this.uid = uid;
	}

	FoundStudy copy() {
		FoundStudy copy = new FoundStudy(uid);
		series.forEach((key, one) -> copy.series.put(key, one.copy()));
		copy.described = described;
		return copy;
	}

	FoundSeries series(String key) {
		return series.computeIfAbsent(key, k -> new FoundSeries(uid, k));
	}

	/** The Study Instance UID, {@link #FILES} or {@link #REFUSED}. */
	public String uid() {
		return uid;
	}

	public boolean isStudy() { return !uid.equals(FILES) && !uid.equals(REFUSED); }

	/** In no particular order. */
	public List<FoundSeries> series() {
		return new ArrayList<>(series.values());
	}

	void describe(DicomDataset header) {
		if (isStudy() && described == null) described = StudyRow.of(header).orElse(null);
	}

	boolean needsHeader() {
		return described == null && isStudy();
	}

	/** Date and time, to sort by; empty if unknown. */
	String moment() {
		return described == null ? "" : described.date() + " " + described.time();
	}

	FoundFile first() {
		return series.values().iterator().next().first();
	}

	/** As a list shows it. */
	public StudyRow row() {
		TreeSet<String> modalities = new TreeSet<>();
		int images = 0;
		for (FoundSeries one : series.values()) {
			modalities.add(one.row().modality());
			images += one.row().images();
		}
		modalities.remove("");
		String words = uid.equals(FILES) ? "Other image files" : uid.equals(REFUSED) ? "Files that cannot be opened" : "";
		StudyRow base = described != null ? described : new StudyRow(uid, NOBODY, "", "", words, "", List.of(), 0, 0);
		return new StudyRow(uid, base.patient(), base.date(), base.time(), base.description(), base.accession(),
				List.copyOf(modalities), series.size(), images);
	}
}
