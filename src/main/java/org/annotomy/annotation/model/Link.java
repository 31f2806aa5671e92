package org.annotomy.annotation.model;

import java.util.Objects;
import java.util.UUID;

import org.annotomy.json.JsonObject;

/**
 * A tie between two objects, perhaps of different images.
 *
 * @param relation {@code same-lesion}, {@code follow-up}, {@code measures}, {@code part-of}, {@code derived-from} or {@code supersedes}
 * @param from object of this document
 * @param to object of this or another document
 * @param image partial identity of the other image, as written in the sidecar; empty if {@code to} lies in this document
 * @param confidence 0 to 1, or NaN if nobody said
 * @param foreign members of other programs
 */
public record Link(UUID id, String relation, UUID from, UUID to, JsonObject image, double confidence, JsonObject foreign) {

	public Link {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(relation, "relation");
		Objects.requireNonNull(from, "from");
		Objects.requireNonNull(to, "to");
		Objects.requireNonNull(image, "image");
		Objects.requireNonNull(foreign, "foreign");
	}

	public static Link of(String relation, UUID from, UUID to) {
		return new Link(UUID.randomUUID(), relation, from, to, JsonObject.EMPTY, Double.NaN, JsonObject.EMPTY);
	}
}
