package org.annotomy.store;

import java.io.IOException;

/** Somebody else was quicker to take the lock, or took it over. */
final class LockLostException extends IOException {

	LockLostException(String message) {
		super(message);
	}
}
