package org.annotomy.dicom.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.study.SeriesRow;

/** A series of a scan, or a file that stands for itself. Not safe for use by several threads: {@link StudyScan} gives copies. */
public final class FoundSeries {

	/** One file of it. @param frames how many it has; 0 if it cannot be opened */
	private record Part(FoundFile file, int number, int frames) {}

	private final String studyUid;
	private final String key;
	private final List<Part> parts = new ArrayList<>();
	private SeriesRow described;
	private String modality = "";
	private String problem = "";
	private int images;
	private int frames;
	private int refused;
	private boolean dicom;

	/** @param key the Series Instance UID, or what stands for it */
	FoundSeries(String studyUid, String key) {
		this.studyUid = studyUid;
		this.key = key;
	}

	private FoundSeries(FoundSeries other) {
		this(other.studyUid, other.key);
		parts.addAll(other.parts);
		described = other.described;
		modality = other.modality;
		problem = other.problem;
		images = other.images;
		frames = other.frames;
		refused = other.refused;
		dicom = other.dicom;
	}

	FoundSeries copy() {
		return new FoundSeries(this);
	}

	/** @param dataset its header, or null if it was not read now */
	void add(FoundFile file, FileFacts facts, DicomDataset dataset) {
		parts.add(new Part(file, facts.number(), facts.isOpenable() ? Math.max(1, facts.frames()) : 0));
		dicom |= facts.kind() == FileFacts.Kind.DICOM;
		if (modality.isEmpty()) modality = facts.format().isEmpty() ? facts.modality() : facts.format();
		if (facts.isOpenable()) {
			images++;
			frames += Math.max(1, facts.frames());
		} else {
			refused++;
			if (problem.isEmpty()) problem = facts.problem();
		}
		boolean better = described == null || facts.isOpenable() && images == 1;
		if (dataset != null && better) describe(dataset);
	}

	void describe(DicomDataset header) {
		described = SeriesRow.of(studyUid, header).orElse(described);
	}

	boolean needsHeader() {
		return described == null && dicom;
	}

	public String key() {
		return key;
	}

	String modality() {
		return modality;
	}

	/** How many files can be opened. */
	public int images() {
		return images;
	}

	public boolean isOpenable() { return images > 0; }

	public boolean isDicom() { return dicom; }

	/** Those that can be opened, by Instance Number; all if none can. */
	public List<FoundFile> files() {
		return parts.stream().filter(part -> images == 0 || part.frames() > 0).sorted(Comparator.comparingInt(Part::number))
				.map(Part::file).toList();
	}

	FoundFile first() {
		return files().get(0);
	}

	/** As a list shows it; without what lies beside it. */
	public SeriesRow row() {
		SeriesRow base = described != null
				? described
				: new SeriesRow(studyUid, key, modality, -1, "", "", -1, -1, "", "");
		String words = problem;
		if (images > 0 && refused > 0)
			words = refused + " of " + (images + refused) + " files cannot be opened: " + problem;
		if (images == 0 && refused > 1) words = problem + " (" + refused + " files)";
		String text = dicom && !key.startsWith(FoundStudy.FILE) ? base.description() : parts.get(0).file().name();
		return new SeriesRow(studyUid, key, base.modality().isEmpty() ? modality : base.modality(), base.number(), text,
				base.bodyPart(), images == 0 ? refused : images, images == 0 ? 0 : dicom ? frames : -1, "", words);
	}
}
