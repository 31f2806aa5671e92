package org.annotomy.annotation.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a mark comes from; each member may be null.
 *
 * @param tool what drew it, such as {@code freehand} or {@code brush}
 * @param model the algorithm that suggested it
 * @param rater who made it: a pseudonym, never a name
 * @param created when it was made (UTC)
 * @param modified when it was last changed (UTC)
 * @param reviewedBy the pseudonym of who reviewed it
 * @param status never null
 */
public record Provenance(String tool, Model model, String rater, Instant created, Instant modified, String reviewedBy,
		Status status) {

	/** The tool of a mark that was copied from another image, linked with it. */
	public static final String LINKED_COPY = "copy-with-link";

	public static final Provenance UNKNOWN = new Provenance(null, null, null, null, null, null, Status.DRAFT);

	/**
	 * An algorithm.
	 *
	 * @param version may be null
	 * @param score its confidence, or NaN
	 */
	public record Model(String name, String version, double score) {}

	public Provenance {
		if (status == null) status = Status.DRAFT;
	}

	/** Whether somebody has said that the mark is wrong: it is kept, but counts for nothing. */
	public boolean isRejected() {
		return status == Status.REJECTED;
	}

	/** Drawn now by a person. */
	public static Provenance drawn(String tool, String rater, Instant now) {
		return new Provenance(tool, null, rater, now, now, null, Status.DRAFT);
	}

	/** Whether it was copied from another image; nobody has drawn it in this one. */
	public boolean isLinkedCopy() {
		return LINKED_COPY.equals(tool);
	}

	/** Whether it was copied from another image and is as it came. */
	public boolean isUntouchedCopy() {
		return isLinkedCopy() && status == Status.DRAFT && Objects.equals(created, modified);
	}

	public Provenance modifiedAt(Instant now) {
		return new Provenance(tool, model, rater, created, now, reviewedBy, status);
	}

	public Provenance withStatus(Status newStatus) {
		return new Provenance(tool, model, rater, created, modified, reviewedBy, newStatus);
	}
}
