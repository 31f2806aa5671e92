package org.annotomy.dicom.part10;

import java.util.ArrayList;
import java.util.List;

/** What is odd about a file, told in words without repeating any value. */
final class ParseNotes {

	private static final int MAX_SENTENCES = 20;

	private final List<String> sentences = new ArrayList<>();
	private int broken;
	private int oddLengths;
	private int outOfOrder;

	/** Something that does not end as it says. */
	void broken(String sentence) {
		broken();
		add(sentence);
	}

	/** {@link #broken(String)} that was told already. */
	void broken() {
		broken++;
	}

	void add(String sentence) {
		if (sentences.size() < MAX_SENTENCES && !sentences.contains(sentence)) sentences.add(sentence);
	}

	void oddLength() {
		oddLengths++;
	}

	void outOfOrder() {
		outOfOrder++;
	}

	/** How much was broken so far. */
	int brokenCount() {
		return broken;
	}

	/** Where the sentences end now, for {@link #forget}. */
	int mark() {
		return sentences.size();
	}

	/** Takes back what was noted since: it was a mere attempt. */
	void forget(int mark, int brokenBefore) {
		while (sentences.size() > mark)
			sentences.remove(sentences.size() - 1);
		broken = brokenBefore;
	}

	/** One sentence each. */
	List<String> warnings() {
		List<String> warnings = new ArrayList<>(sentences);
		if (oddLengths > 0)
			warnings.add(values(oddLengths) + " an odd length, which DICOM does not allow; read as stated.");
		if (outOfOrder > 0)
			warnings.add("The data elements are not in ascending order or are repeated; of repeated ones the last counts.");
		return warnings;
	}

	private static String values(int count) {
		return count == 1 ? "1 value has" : count + " values have";
	}
}
