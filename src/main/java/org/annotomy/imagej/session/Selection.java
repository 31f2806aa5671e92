package org.annotomy.imagej.session;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.ObjectIds;

/** Which objects are selected, in the order of selecting. Part of a session, not of the document: it is neither saved nor undone. */
public final class Selection {

	/** Never changed: another takes its place. */
	private Set<UUID> ids = Set.of();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** The selected ids; a copy. For what may be a million of them, see {@link #set()}. */
	public List<UUID> ids() {
		return List.copyOf(ids);
	}

	/** The selected ids as a set that does not change any more. */
	public Set<UUID> set() {
		return ids;
	}

	public boolean contains(UUID id) {
		return ids.contains(id);
	}

	public boolean isEmpty() { return ids.isEmpty(); }

	/** Selects these and nothing else. */
	public void set(Collection<UUID> selected) {
		Set<UUID> wanted = selected instanceof ObjectIds set ? set : Collections.unmodifiableSet(new LinkedHashSet<>(selected));
		if (ids.size() == wanted.size() && ids.equals(wanted)) return;
		ids = wanted;
		tell();
	}

	/** Selects it if it is not selected, else takes it out. */
	public void toggle(UUID id) {
		Set<UUID> changed = new LinkedHashSet<>(ids);
		if (!changed.remove(id)) changed.add(id);
		ids = Collections.unmodifiableSet(changed);
		tell();
	}

	public void clear() {
		set(List.of());
	}

	/** Takes out what the document does not have any more. */
	void retain(AnnotationDocument document) {
		if (!ids.isEmpty()) set(ids instanceof ObjectIds ? ObjectIds.of(ids, document) : present(document));
	}

	private List<UUID> present(AnnotationDocument document) {
		return ids.stream().filter(id -> document.object(id).isPresent()).toList();
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
