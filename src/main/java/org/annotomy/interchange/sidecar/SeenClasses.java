package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.protocol.AnnotationClass;

/** The classes that features name, as far as the file describes them: key, name, colour. Keeps one copy of each text. */
final class SeenClasses {

	private record Look(String name, Integer rgb) {}

	private final Map<String, Look> looks = new LinkedHashMap<>();
	private final Map<String, String> texts = new HashMap<>();

	/** @param key null for no class; @param name null, and rgb too, where the file does not say */
	void add(String key, String name, Integer rgb) {
		if (key == null) return;
		Look known = looks.get(key);
		if (known == null || known.name == null && name != null) looks.put(key, new Look(name, rgb));
	}

	/** The key of the class that is shown by this name; the name itself if there is none such, null for null. */
	String keyOf(String name) {
		if (name == null) return null;
		for (Map.Entry<String, Look> look : looks.entrySet())
			if (name.equals(look.getValue().name)) return look.getKey();
		return name;
	}

	/** Adds those of a later part of the file. */
	void addAll(SeenClasses later) {
		later.looks.forEach((key, look) -> add(key, look.name, look.rgb));
	}

	/** The text, or an equal one that was seen before. */
	String shared(String text) {
		if (text == null) return null;
		String known = texts.putIfAbsent(text, text);
		return known == null ? text : known;
	}

	List<AnnotationClass> toClasses() {
		List<AnnotationClass> classes = new ArrayList<>();
		looks.forEach((key, look) -> classes.add(AnnotationClass.plain(key, look.name == null ? key : look.name,
				look.rgb == null ? ClassLook.fallbackRgb(key) : look.rgb)));
		return classes;
	}
}
