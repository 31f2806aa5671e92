package org.annotomy.dicom.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was not opened, and why; never which file, for its name may be the patient's. */
final class LeftOutFiles {

	private int notDicom;
	private int withoutPixels;
	private final Map<String, Integer> unreadable = new LinkedHashMap<>();

	synchronized void notDicom() {
		notDicom++;
	}

	synchronized void withoutPixels() {
		withoutPixels++;
	}

	synchronized void unreadable(String reason) {
		unreadable.merge(reason == null ? "It cannot be read." : reason, 1, Integer::sum);
	}

	synchronized List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		unreadable.forEach((reason, count) -> warnings.add(files(count) + " left out: " + reason));
		if (withoutPixels > 0) warnings.add(files(withoutPixels) + " left out: DICOM objects without pixels.");
		if (notDicom > 0) warnings.add(files(notDicom) + " left out: not DICOM.");
		return warnings;
	}

	/** Why there is no image at all. */
	synchronized String reason() {
		if (unreadable.size() == 1) return unreadable.keySet().iterator().next();
		List<String> warnings = warnings();
		return warnings.isEmpty()
				? "There is no DICOM file here."
				: "There is no DICOM image here. " + String.join(" ", warnings);
	}

	private static String files(int count) {
		return count == 1 ? "1 file was" : count + " files were";
	}
}
