package org.annotomy.linking.thing;

import java.util.Objects;

import org.annotomy.annotation.AnnotationDocument;

/**
 * An image of a group whose annotations are open.
 *
 * @param key of the member of the group
 * @param words what it is, for the rater; names no patient
 */
public record LinkedImage(String key, String words, AnnotationDocument document) {

	public LinkedImage {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(words, "words");
		Objects.requireNonNull(document, "document");
	}
}
