package org.annotomy.segmentation.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;

/**
 * Which colours new segments get: the first one of a class that of the class, later ones shades of it ({@link SegmentShades}). A segment
 * without a colour of its own has that of its class. To be used for one edit.
 */
final class ClassColours {

	private final AnnotationDocument document;
	private final Map<Optional<String>, SegmentShades> shades = new HashMap<>();
	private final Map<Optional<String>, Integer> numbers = new HashMap<>();

	ClassColours(AnnotationDocument document) {
		this.document = document;
	}

	/**
	 * The colour of the next segment of a class.
	 *
	 * @param classKey null for none: then later ones have nothing in common
	 * @param leaving segments whose colours are free again
	 * @return 0xRRGGBB; null for the colour of the class
	 */
	Integer next(String classKey, Set<UUID> leaving) {
		Optional<Integer> base = base(classKey);
		Optional<String> key = Optional.ofNullable(classKey);
		List<Segment> alike = document.segments().stream()
				.filter(s -> Objects.equals(s.classKey(), classKey) && !leaving.contains(s.id())).toList();
		if (base.isEmpty()) {
			int number = numbers.merge(key, 1, (before, one) -> before + one) - 1 + alike.size();
			return number == 0 ? null : Integer.valueOf(SegmentColours.rgb(number - 1));
		}
		int rgb = shades.computeIfAbsent(key,
				k -> new SegmentShades(base.get(), alike.stream().map(s -> s.rgb() == null ? base.get() : s.rgb()).toList(),
						document.protocol().classes().stream().filter(c -> !c.key().equals(classKey)).map(AnnotationClass::rgb)
								.toList()))
				.next();
		return rgb == base.get() ? null : Integer.valueOf(rgb);
	}

	/** Whether a segment has the colour of its class or one of its shades, so that no user may have chosen it. */
	boolean isOfClass(Segment segment) {
		return segment.rgb() == null
				|| base(segment.classKey()).filter(base -> SegmentShades.of(base).contains(segment.rgb())).isPresent();
	}

	private Optional<Integer> base(String classKey) {
		return Optional.ofNullable(classKey).flatMap(document.protocol()::findClass).map(AnnotationClass::rgb);
	}
}
