package org.annotomy.followup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.annotomy.annotation.model.AnnotationObject;

/**
 * Which of the marks of one lesion at one time point count: those that were drawn there; copies from other images only if there is nothing
 * else.
 *
 * @param marks at least one
 * @param warnings what the reader of the table should know of them, a sentence each
 */
record CountedMarks(List<AnnotationObject> marks, List<String> warnings) {

	static CountedMarks of(List<AnnotationObject> all, String time) {
		List<AnnotationObject> own = all.stream().filter(mark -> !mark.provenance().isLinkedCopy()).toList();
		List<AnnotationObject> counted = own.isEmpty() ? List.copyOf(all) : own;
		List<String> warnings = new ArrayList<>();
		String words = "The lesion " + name(all) + " at " + time;
		if (counted.size() < all.size())
			warnings.add(words + " has a copy from another image beside the mark that was drawn there. The latter counts; delete"
					+ " the copy.");
		else
			if (own.isEmpty() && all.stream().allMatch(mark -> mark.provenance().isUntouchedCopy()))
				warnings.add(words + " is an untouched copy from another image, so it is as long as there. Measure it.");
		if (isDouble(counted))
			warnings.add(words + " is marked more than once in the same place. The longest counts; delete the others, or give"
					+ " parts of a lesion that has fallen apart different instances.");
		if (counted.stream().map(mark -> mark.provenance().rater()).filter(Objects::nonNull).distinct().count() > 1)
			warnings.add(words + " is marked by several raters. The longest counts.");
		return new CountedMarks(counted, warnings);
	}

	/** Several marks on one slice that are neither parts of a lesion nor belong to each other. */
	private static boolean isDouble(List<AnnotationObject> marks) {
		Set<List<Object>> places = new HashSet<>();
		for (AnnotationObject mark : marks) {
			boolean belongs = marks.stream().anyMatch(other -> other.id().equals(mark.parent()));
			if (!belongs && !places.add(List.of(mark.plane().z(), mark.plane().t(), String.valueOf(mark.instance()))))
				return true;
		}
		return false;
	}

	private static String name(List<AnnotationObject> marks) {
		return marks.stream().map(AnnotationObject::name).filter(Objects::nonNull).findFirst().orElse("without a name");
	}
}
