package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One named step of work: what undo takes back at once, the journal writes as one record and the macro recorder shows as one line.
 *
 * @param name as shown in <i>Undo …</i>, such as {@code Add target lesion}
 * @param changes at most one per thing
 */
public record Edit(String name, List<Change> changes) {

	public Edit {
		changes = List.copyOf(changes);
	}

	/** The edit that takes this one back. */
	public Edit inverse() {
		List<Change> backwards = new ArrayList<>(changes.size());
		for (Change change : changes)
			backwards.add(change.inverse());
		Collections.reverse(backwards);
		return new Edit(name, backwards);
	}

	public boolean isEmpty() { return changes.isEmpty(); }

	/** Memory that the edit keeps alive, roughly. */
	public long weightBytes() {
		return changes.stream().mapToLong(Change::weightBytes).sum();
	}
}
