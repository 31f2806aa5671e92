package org.annotomy.imagej.overlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.annotomy.annotation.model.Plane;

/** Objects by the plane that they lie on, each list in the order of painting. One change costs what one plane holds. Safe for threads. */
final class PlaneIndex {

	private record Key(int z, int t) {}

	private final Map<UUID, DisplayedObject> byId = new HashMap<>();
	private final Map<Key, List<DisplayedObject>> byPlane = new HashMap<>();
	private final List<DisplayedObject> spanning = new ArrayList<>();

	synchronized void load(Collection<DisplayedObject> objects) {
		byId.clear();
		byPlane.clear();
		spanning.clear();
		for (DisplayedObject object : objects) {
			byId.put(object.id(), object);
			listOf(object).add(object);
		}
		byPlane.values().forEach(list -> list.sort(DisplayedObject.BEHIND_FIRST));
		spanning.sort(DisplayedObject.BEHIND_FIRST);
	}

	synchronized void put(DisplayedObject object) {
		remove(object.id());
		byId.put(object.id(), object);
		List<DisplayedObject> list = listOf(object);
		int place = Collections.binarySearch(list, object, DisplayedObject.BEHIND_FIRST);
		list.add(place < 0 ? -place - 1 : place, object);
	}

	synchronized void remove(UUID id) {
		DisplayedObject before = byId.remove(id);
		if (before == null) return;
		List<DisplayedObject> list = listOf(before);
		int place = Collections.binarySearch(list, before, DisplayedObject.BEHIND_FIRST);
		if (place >= 0) list.remove(place);
		if (list.isEmpty() && list != spanning) byPlane.remove(key(before));
	}

	synchronized boolean isEmpty() { return byId.isEmpty(); }

	synchronized List<DisplayedObject> all() {
		return new ArrayList<>(byId.values());
	}

	/**
	 * What lies on a plane, from behind to in front.
	 *
	 * @param plane with channel −1 for what is on any channel
	 * @param wanted which of them
	 */
	synchronized List<DisplayedObject> on(Plane plane, Predicate<DisplayedObject> wanted) {
		List<DisplayedObject> here = byPlane.getOrDefault(new Key(plane.z(), plane.t()), List.of());
		List<DisplayedObject> found = new ArrayList<>();
		int next = 0;
		for (DisplayedObject object : here) {
			for (; next < spanning.size() && DisplayedObject.BEHIND_FIRST.compare(spanning.get(next), object) < 0; next++)
				add(spanning.get(next), plane, wanted, found);
			add(object, plane, wanted, found);
		}
		for (; next < spanning.size(); next++)
			add(spanning.get(next), plane, wanted, found);
		return found;
	}

	private static void add(DisplayedObject object, Plane plane, Predicate<DisplayedObject> wanted, List<DisplayedObject> found) {
		int channel = object.object().plane().c();
		boolean sameChannel = plane.c() < 0 || channel < 0 || channel == plane.c();
		if (sameChannel && wanted.test(object) && object.object().reaches(plane.z(), plane.t())) found.add(object);
	}

	private List<DisplayedObject> listOf(DisplayedObject object) {
		return object.object().span() != null ? spanning : byPlane.computeIfAbsent(key(object), k -> new ArrayList<>());
	}

	private static Key key(DisplayedObject object) {
		return new Key(object.object().plane().z(), object.object().plane().t());
	}
}
