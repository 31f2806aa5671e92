package org.annotomy.segmentation.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;

/**
 * Which segments a command is about, as a macro says it: {@code all}, {@code current}, {@code visible}, {@code none}, {@code class:KEY},
 * {@code number:N} (from 1, in the order of the document), a name or an id. Several are separated by commas.
 */
public final class SegmentSelector {

	private static final String NUMBER = "number:";
	private static final String CLASS = "class:";

	private SegmentSelector() {}

	/**
	 * @param text empty for the current segment
	 * @return in the order of the document
	 * @throws IllegalArgumentException if a part of the text fits no segment; the message says what there is
	 */
	public static List<Segment> find(String text, AnnotationDocument document, Optional<Segment> current) {
		Set<UUID> found = new LinkedHashSet<>();
		boolean isName = document.segments().stream().anyMatch(s -> text.equals(s.name()));
		for (String part : isName ? new String[]{text} : text.split(","))
			part(part.trim(), document, current).forEach(segment -> found.add(segment.id()));
		return document.segments().stream().filter(s -> found.contains(s.id())).toList();
	}

	private static List<Segment> part(String part, AnnotationDocument document, Optional<Segment> current) {
		List<Segment> all = document.segments();
		if (part.startsWith(CLASS)) {
			String key = part.substring(CLASS.length());
			List<Segment> found = all.stream().filter(s -> key.equals(s.classKey())).toList();
			if (found.isEmpty()) throw new IllegalArgumentException("No segment has the class \"" + key + "\".");
			return found;
		}
		return switch (part) {
			case "all" -> all;
			case "none" -> List.of();
			case "visible" -> all.stream().filter(Segment::visible).toList();
			case "", "current" -> List.of(current.orElseGet(() -> SegmentRecords.find(document, part)));
			default -> List.of(SegmentRecords.find(document, part));
		};
	}

	/** The segment {@code number:N}, if the text is such and the document has it. */
	static Optional<Segment> numbered(String text, AnnotationDocument document) {
		if (!text.startsWith(NUMBER)) return Optional.empty();
		String number = text.substring(NUMBER.length());
		List<Segment> all = document.segments();
		boolean there = number.matches("\\d{1,9}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= all.size();
		return there ? Optional.of(all.get(Integer.parseInt(number) - 1)) : Optional.empty();
	}

	/** The text that finds these segments again when a macro that made them is run; names that a person gave are not used. */
	public static String text(Collection<UUID> ids, AnnotationDocument document) {
		List<Segment> all = document.segments();
		if (ids.isEmpty()) return "none";
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < all.size(); i++)
			if (ids.contains(all.get(i).id())) parts.add(NUMBER + (i + 1));
		return parts.stream().collect(Collectors.joining(","));
	}
}
