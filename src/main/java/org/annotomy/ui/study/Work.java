package org.annotomy.ui.study;

import org.annotomy.task.Progress;

/** Long work off the event dispatch thread. */
@FunctionalInterface
public interface Work<T> {

	/** @throws Exception with a message for the user */
	T run(Progress progress) throws Exception;
}
