package org.annotomy.linking.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.LabelledSegments;

/**
 * An image of a group whose annotations are open.
 *
 * @param key of the member of the group
 * @param words what it is, for the rater; names no patient
 * @param subject of whom and which side it is
 */
public record LinkedImage(String key, String words, AnnotationDocument document, Subject subject) {

	public LinkedImage(String key, String words, AnnotationDocument document) {
		this(key, words, document, Subject.UNKNOWN);
	}

	public LinkedImage {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(words, "words");
		Objects.requireNonNull(document, "document");
		Objects.requireNonNull(subject, "subject");
	}

	/** All marks: the objects, then the segments that have voxels. An empty segment marks nothing yet. */
	public List<Mark> marks() {
		List<Mark> marks = new ArrayList<>();
		for (AnnotationObject object : document.objects())
			marks.add(new MarkedObject(this, object));
		Set<UUID> labelled = LabelledSegments.of(document.segments(), document.blocks());
		for (Segment segment : document.segments())
			if (labelled.contains(segment.id())) marks.add(new MarkedSegment(this, segment));
		return marks;
	}

	/** Whether there is an object or a segment of that id, empty or not. */
	public boolean has(UUID id) {
		return document.object(id).isPresent() || document.segment(id).isPresent();
	}
}
