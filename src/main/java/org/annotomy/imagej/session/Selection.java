package org.annotomy.imagej.session;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which objects are selected, in the order of selecting. Part of a session, not of the document: it is neither saved nor undone. */
public final class Selection {

	private final Set<UUID> ids = new LinkedHashSet<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** The selected ids; a copy. */
	public List<UUID> ids() {
		return List.copyOf(ids);
	}

	public boolean contains(UUID id) {
		return ids.contains(id);
	}

	public boolean isEmpty() { return ids.isEmpty(); }

	/** Selects these and nothing else. */
	public void set(Collection<UUID> selected) {
		if (ids.equals(Set.copyOf(selected))) return;
		ids.clear();
		ids.addAll(selected);
		tell();
	}

	/** Selects it if it is not selected, else takes it out. */
	public void toggle(UUID id) {
		if (!ids.remove(id)) ids.add(id);
		tell();
	}

	public void clear() {
		set(List.of());
	}

	/** Takes out what is not among the ids given. */
	void retain(Set<UUID> existing) {
		if (ids.retainAll(existing)) tell();
	}

	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}
}
