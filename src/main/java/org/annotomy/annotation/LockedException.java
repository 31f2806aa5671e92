package org.annotomy.annotation;

/** An edit would change something that is locked, or a document that is read-only. Nothing was changed. */
public final class LockedException extends IllegalStateException {

	public LockedException(String message) {
		super(message);
	}
}
