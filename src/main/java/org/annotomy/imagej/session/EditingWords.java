package org.annotomy.imagej.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.annotomy.annotation.model.Segment;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.EditingRules.Area;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;

/** The editing rules in words for the user, who must never wonder why an effect does nothing. */
public final class EditingWords {

	private EditingWords() {}

	/** Such as {@code only inside Liver, only from −100 to 200 HU}; empty if every voxel may change. */
	public static String of(AnnotationSession session) {
		EditingRules rules = session.segments().rules();
		List<String> parts = new ArrayList<>();
		if (rules.area() != Area.EVERYWHERE) parts.add("only " + rules.area().key() + " " + names(session, rules));
		if (rules.hasRange()) parts.add("only " + range(rules, session.segments().volume().unit()));
		if (rules.overwrite() == Overwrite.VISIBLE) parts.add("hidden segments keep their voxels");
		if (rules.overwrite() == Overwrite.NONE) parts.add("other segments keep their voxels");
		if (rules.overwrite() == Overwrite.OVERLAP) parts.add("segments may overlap");
		return String.join(", ", parts);
	}

	private static String names(AnnotationSession session, EditingRules rules) {
		List<Segment> named = session.document().segments().stream().filter(s -> rules.areaSegments().contains(s.id())).toList();
		if (named.isEmpty()) return "a segment that is gone";
		if (named.size() > 2) return named.size() + " segments";
		return named.stream().map(s -> s.name() == null ? "a segment without a name" : s.name())
				.collect(Collectors.joining(" or "));
	}

	private static String range(EditingRules rules, String unit) {
		String in = unit.isEmpty() ? "" : " " + unit;
		String low = number(rules.lowest());
		String high = number(rules.highest());
		if (Double.isInfinite(rules.highest())) return "from " + low + in;
		return Double.isInfinite(rules.lowest()) ? "up to " + high + in : "from " + low + " to " + high + in;
	}

	private static String number(double value) {
		String text = value == Math.rint(value) ? String.format("%.0f", value) : Double.toString(value);
		return text.replace('-', '\u2212');
	}
}
