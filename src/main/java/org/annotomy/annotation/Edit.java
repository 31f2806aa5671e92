package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One named step of work: what undo takes back at once, the journal writes as one record and the macro recorder shows as one line.
 *
 * @param name as shown in <i>Undo …</i>, such as {@code Add target lesion}
 * @param changes at most one per thing
 * @param joint the action over several documents that this is a part of, or null
 */
public record Edit(String name, List<Change> changes, JointEdit joint) {

	public Edit {
		changes = List.copyOf(changes);
	}

	/** An edit of one document alone. */
	public Edit(String name, List<Change> changes) {
		this(name, changes, null);
	}

	/** The same edit as a part of an action over several documents. */
	Edit partOf(JointEdit action) {
		return new Edit(name, changes, action);
	}

	/** The edit that takes this one back. */
	public Edit inverse() {
		List<Change> backwards = new ArrayList<>(changes.size());
		for (Change change : changes)
			backwards.add(change.inverse());
		Collections.reverse(backwards);
		return new Edit(name, backwards, joint);
	}

	/** Whether both touch the same thing, or one hangs something on a thing of the other: then their order matters. */
	boolean meets(Edit other) {
		Set<Object> touched = new HashSet<>();
		changes.forEach(change -> touched.addAll(change.things()));
		return other.changes.stream().flatMap(change -> change.things().stream()).anyMatch(touched::contains);
	}

	public boolean isEmpty() { return changes.isEmpty(); }

	/** Memory that the edit keeps alive, roughly. */
	public long weightBytes() {
		return changes.stream().mapToLong(Change::weightBytes).sum();
	}
}
