package org.annotomy.segmentation.segment;

import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;

/** Where a segment has to lie because of its class. */
public final class RequiredArea {

	private RequiredArea() {}

	/**
	 * The segments of the class in which the protocol wants those of this segment's class.
	 *
	 * @return at least one
	 * @throws IllegalArgumentException if the protocol wants none, or there is no such segment yet; the message says what to do
	 */
	public static List<Segment> of(Segment segment, AnnotationDocument document) {
		String outer = segment.classKey() == null
				? null
				: document.protocol().findClass(segment.classKey()).map(AnnotationClass::mustLieInside).orElse(null);
		if (outer == null)
			throw new IllegalArgumentException(
					"The protocol does not say in what this segment has to lie. Name the segments.");
		List<Segment> found = document.segments().stream().filter(s -> outer.equals(s.classKey())).toList();
		if (found.isEmpty())
			throw new IllegalArgumentException("The segment has to lie in one of the class \"" + outer
					+ "\", but there is none yet. Segment that first.");
		return found;
	}
}
