package org.annotomy.dicom.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.image.ReadFailure;

/** What was not opened, and why; never which file, for its name may be the patient's. */
public final class LeftOutFiles {

	private int notDicom;
	private int withoutPixels;
	private final Map<String, Integer> unreadable = new LinkedHashMap<>();

	synchronized void notDicom() {
		notDicom++;
	}

	synchronized void withoutPixels() {
		withoutPixels++;
	}

	/** A file that is broken or cannot be read. */
	public synchronized void unreadable(Exception failure) {
		String reason = ReadFailure.words(failure);
		unreadable.merge(reason == null ? "It cannot be read." : reason, 1, Integer::sum);
	}

	/** A sentence for each reason. */
	public synchronized List<String> warnings() {
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
