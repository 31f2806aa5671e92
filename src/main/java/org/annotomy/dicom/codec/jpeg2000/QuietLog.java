package org.annotomy.dicom.codec.jpeg2000;

import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.MsgLogger;

/** Takes what JJ2000 would print, while a thread decodes; its errors come as exceptions all the same. */
final class QuietLog implements MsgLogger {

	private final Thread thread = Thread.currentThread();

	QuietLog() {
		FacilityManager.registerMsgLogger(thread, this);
	}

	void end() {
		FacilityManager.unregisterMsgLogger(thread);
	}

	@Override
	public void printmsg(int severity, String message) {
		// What matters was checked before.
	}

	@Override
	public void println(String text, int firstIndent, int indent) {
		// As above.
	}

	@Override
	public void flush() {
		// Nothing is held back.
	}
}
