package org.annotomy.annotation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Edits that can be taken back or made again. The last {@value #ALWAYS_KEPT} are always kept; older ones until together they hold more
 * than {@value #MAX_BYTES} bytes.
 */
final class History {

	static final int ALWAYS_KEPT = 1000;
	static final long MAX_BYTES = 256L << 20;

	private final Deque<Edit> done = new ArrayDeque<>();
	private final Deque<Edit> undone = new ArrayDeque<>();
	private long doneBytes;

	void add(Edit edit) {
		undone.clear();
		push(edit);
	}

	Optional<Edit> toUndo() {
		return Optional.ofNullable(done.peekLast());
	}

	Optional<Edit> toRedo() {
		return Optional.ofNullable(undone.peekLast());
	}

	void undone() {
		Edit edit = done.removeLast();
		doneBytes -= edit.weightBytes();
		undone.addLast(edit);
	}

	void redone() {
		push(undone.removeLast());
	}

	/** Names of the edits that can be taken back, the oldest first. */
	List<String> names() {
		return done.stream().map(Edit::name).toList();
	}

	private void push(Edit edit) {
		done.addLast(edit);
		doneBytes += edit.weightBytes();
		while (done.size() > ALWAYS_KEPT && doneBytes > MAX_BYTES)
			doneBytes -= done.removeFirst().weightBytes();
	}
}
