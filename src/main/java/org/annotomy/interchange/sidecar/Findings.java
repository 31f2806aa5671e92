package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was strange about the features that were read: each kind of thing once, with how often and where first. Holds no text of the file. */
final class Findings {

	private static final class Count {

		private int features;
		private int first;
		private int last = -1;
	}

	private final Map<String, Count> counts = new LinkedHashMap<>();
	private int feature;

	/** @param index from 0 */
	void at(int index) {
		feature = index;
	}

	/** @param what as a sentence without subject, such as "a ring was not closed; it was closed" */
	void add(String what) {
		Count count = counts.computeIfAbsent(what, w -> new Count());
		if (count.features == 0) count.first = feature;
		if (count.last != feature) count.features++;
		count.last = feature;
	}

	/** Adds those of later features. */
	void addAll(Findings later) {
		later.counts.forEach((what, count) -> {
			Count sum = counts.computeIfAbsent(what, w -> new Count());
			if (sum.features == 0) sum.first = count.first;
			sum.features += count.features;
			sum.last = count.last;
		});
	}

	/** One sentence each. */
	List<String> sentences() {
		List<String> sentences = new ArrayList<>();
		counts.forEach((what, count) -> sentences.add("Feature " + (count.first + 1)
				+ (count.features > 1 ? " and " + (count.features - 1) + " more" : "") + ": " + what + "."));
		return sentences;
	}
}
