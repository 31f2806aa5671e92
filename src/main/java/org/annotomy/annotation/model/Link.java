package org.annotomy.annotation.model;

import java.util.Objects;
import java.util.UUID;

import org.annotomy.json.JsonObject;

/**
 * A tie between two objects, perhaps of different images.
 *
 * @param relation {@link #SAME_THING}, {@code follow-up}, {@code measures}, {@code part-of}, {@code derived-from} or {@code supersedes};
 *            {@link #NOT_VISIBLE_HERE} or {@link #NOT_VISIBLE_THERE}
 * @param from object of this document; of {@link #NOT_VISIBLE_HERE} a stand-in for the mark that there is not
 * @param to object of this or another document
 * @param image partial identity of the other image, as written in the sidecar; empty if {@code to} lies in this document
 * @param tracking UID of the thing that both mark (DICOM Tracking UID), or null if nobody said
 * @param confidence 0 to 1, or NaN if nobody said
 * @param foreign members of other programs
 */
public record Link(UUID id, String relation, UUID from, UUID to, JsonObject image, String tracking,
		double confidence, JsonObject foreign) {

	/** Both mark one thing. */
	public static final String SAME_THING = "same-lesion";

	/** The rater says that the thing cannot be seen in this image; {@code to} is a mark of it in another one. */
	public static final String NOT_VISIBLE_HERE = "not-visible-here";

	/** The rater says that the thing, marked here, cannot be seen in the other image. */
	public static final String NOT_VISIBLE_THERE = "not-visible-there";

	public Link {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(relation, "relation");
		Objects.requireNonNull(from, "from");
		Objects.requireNonNull(to, "to");
		Objects.requireNonNull(image, "image");
		Objects.requireNonNull(foreign, "foreign");
	}

	public static Link of(String relation, UUID from, UUID to) {
		return new Link(UUID.randomUUID(), relation, from, to, JsonObject.EMPTY, null, Double.NaN, JsonObject.EMPTY);
	}
}
