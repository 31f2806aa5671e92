package org.annotomy.annotation.check;

import java.util.Objects;
import java.util.UUID;

/**
 * One thing that the protocol has to say about labels.
 *
 * @param severity whether it holds up completion
 * @param kind what was looked at
 * @param classKey class of the mark, or null
 * @param object the object or segment it is about, or null
 * @param other the object it is in conflict with, or null
 * @param message one or two sentences for the rater
 */
public record Finding(Severity severity, Kind kind, String classKey, UUID object, UUID other, String message) {

	/** How grave it is. */
	public enum Severity {
		/** The work cannot be marked complete. */
		ERROR,
		/** Worth a look. */
		WARNING
	}

	/** What was looked at. */
	public enum Kind {
		/** The class is missing or not in the protocol. */
		CLASS,
		/** The kind of mark is not allowed for the class. */
		TOOL,
		/** The mark is too small. */
		SIZE,
		/** It overlaps what it must not. */
		OVERLAP,
		/** It lies outside of what it must lie inside. */
		INSIDE,
		/** There are too many marks of the class, or too few. */
		COUNT,
		/** An answer about the mark is missing or does not fit. */
		ANSWER,
		/** An answer about the image or the study is missing or does not fit. */
		QUESTION,
		/** A rule among marks is broken. */
		RULE
	}

	public Finding {
		Objects.requireNonNull(severity, "severity");
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(message, "message");
	}

	public boolean isError() { return severity == Severity.ERROR; }
}
