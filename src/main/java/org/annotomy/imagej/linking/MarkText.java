package org.annotomy.imagej.linking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.ObjectSelector;
import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.AnnotationSession;

/** Which marks a macro means: objects as {@link ObjectSelector} reads them, segments behind {@code segment:}, separated by commas. */
public final class MarkText {

	private static final String SEGMENT = "segment:";

	/** The current segment. */
	public static final String CURRENT_SEGMENT = SEGMENT + "current";

	private MarkText() {}

	/** @throws IllegalArgumentException if a part fits nothing; the message says what there is */
	public static Set<UUID> find(String text, AnnotationSession session) {
		List<String> objects = new ArrayList<>();
		Set<UUID> found = new LinkedHashSet<>();
		for (String part : text.split(",")) {
			String trimmed = part.trim();
			if (trimmed.startsWith(SEGMENT))
				session.segments().find(trimmed.substring(SEGMENT.length())).stream().map(Segment::id).forEach(found::add);
			else
				objects.add(part);
		}
		if (!objects.isEmpty())
			found.addAll(ObjectSelector.find(String.join(",", objects), session.document(), session.selection().set()));
		return found;
	}
}
