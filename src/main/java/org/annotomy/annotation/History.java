package org.annotomy.annotation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
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

	/** Whether the edit can be taken back although others came after it: none of them meets it. Empty if it is not there. */
	Optional<Boolean> canTakeBack(Edit edit) {
		return isFree(done, edit);
	}

	/** Likewise for an edit that was taken back, with others to be made again before it. */
	Optional<Boolean> canMakeAgain(Edit edit) {
		return isFree(undone, edit);
	}

	/** Whether the edit meets one that waits to be made again. */
	boolean meetsUndone(Edit edit) {
		return undone.stream().anyMatch(edit::meets);
	}

	/** Takes the edit out of those that are done; to be made again later. */
	void takenBack(Edit edit) {
		if (removeSame(done, edit)) doneBytes -= edit.weightBytes();
		undone.addLast(edit);
	}

	/** Takes the edit out of those to be made again, if it is there; it is done now. */
	void madeAgain(Edit edit) {
		removeSame(undone, edit);
		push(edit);
	}

	private static Optional<Boolean> isFree(Deque<Edit> edits, Edit edit) {
		boolean free = true;
		for (Iterator<Edit> latest = edits.descendingIterator(); latest.hasNext();) {
			Edit next = latest.next();
			if (next == edit) return Optional.of(free);
			free &= !next.meets(edit);
		}
		return Optional.empty();
	}

	private static boolean removeSame(Deque<Edit> edits, Edit edit) {
		for (Iterator<Edit> all = edits.descendingIterator(); all.hasNext();)
			if (all.next() == edit) {
				all.remove();
				return true;
			}
		return false;
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
