package org.annotomy.annotation;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;

/**
 * Puts labels that exist under another protocol. Nothing is thrown away: what has no place in the new protocol (a class, an answer) is kept
 * as it is, and the protocol's gate asks for it before the work can be marked complete.
 */
public final class ProtocolSwitch {

	private final AnnotationDocument document;
	private final Protocol protocol;
	private final Map<String, String> classes;

	/**
	 * @param classes new class key by old class key, for classes that are called otherwise in the new protocol
	 * @throws IllegalArgumentException if an old class is not in use, or the new protocol lacks a new one; the message lists those there are
	 */
	public ProtocolSwitch(AnnotationDocument document, Protocol protocol, Map<String, String> classes) {
		this.document = document;
		this.protocol = protocol;
		this.classes = Map.copyOf(classes);
		Set<String> used = counts().keySet();
		for (Map.Entry<String, String> pair : new TreeMap<>(classes).entrySet()) {
			requireIn(used, pair.getKey(), used.isEmpty()
					? "No mark has a class yet: there is nothing to map"
					: "No mark has the class \"" + pair.getKey() + "\". In use: ");
			requireIn(protocol.classes().stream().map(AnnotationClass::key).toList(), pair.getValue(),
					"The protocol \"" + protocol.title() + "\" has no class \"" + pair.getValue() + "\". It has: ");
		}
	}

	/**
	 * Reads pairs such as {@code nodule=target; node=lymph-node}.
	 *
	 * @throws IllegalArgumentException if a part is no pair, or an old class stands twice
	 */
	public static Map<String, String> parse(String pairs) {
		Map<String, String> classes = new LinkedHashMap<>();
		for (String part : pairs.split(";")) {
			if (part.isBlank()) continue;
			int sign = part.indexOf('=');
			if (sign < 1 || sign == part.length() - 1)
				throw new IllegalArgumentException(
						"\"" + part.strip() + "\" does not say which class becomes which. Write old=new; old=new.");
			if (classes.put(part.substring(0, sign).strip(), part.substring(sign + 1).strip()) != null)
				throw new IllegalArgumentException("The class \"" + part.substring(0, sign).strip() + "\" stands twice.");
		}
		return classes;
	}

	/** How many objects and segments have each class, by class key. */
	public static Map<String, Integer> counts(AnnotationDocument document) {
		Map<String, Integer> counts = new TreeMap<>();
		for (AnnotationObject object : document.objects())
			if (object.classKey() != null) counts.merge(object.classKey(), 1, Integer::sum);
		for (Segment segment : document.segments())
			if (segment.classKey() != null) counts.merge(segment.classKey(), 1, Integer::sum);
		return counts;
	}

	/** For classes in use that a protocol lacks: its class of the same coded type, where there is one. */
	public static Map<String, String> suggest(AnnotationDocument document, Protocol to) {
		Map<String, String> suggested = new TreeMap<>();
		for (String key : counts(document).keySet()) {
			if (to.findClass(key).isPresent()) continue;
			Code type = document.protocol().findClass(key).map(c -> c.coding().type()).orElse(null);
			to.classes().stream().filter(c -> type != null && type.equals(c.coding().type())).findFirst()
					.ifPresent(c -> suggested.put(key, c.key()));
		}
		return suggested;
	}

	/** Keys of the classes in use that the new protocol lacks and that become no other class. */
	public Set<String> leftOver() {
		Set<String> left = new TreeSet<>(counts().keySet());
		left.removeIf(key -> classes.containsKey(key) || protocol.findClass(key).isPresent());
		return left;
	}

	/**
	 * Makes the switch, as one step of undo. Work that was marked complete is taken up again: it was checked under the other protocol.
	 *
	 * @param now noted as the time of change
	 * @throws LockedException if a locked mark would get another class
	 */
	public Edit apply(Instant now) {
		EditBuilder edit = document.edit("Change protocol").protocol(protocol);
		for (AnnotationObject object : document.objects()) {
			String key = newKey(object.classKey());
			if (!Objects.equals(key, object.classKey())) edit.put(object.toBuilder().classKey(key).modifiedAt(now).build());
		}
		for (Segment segment : document.segments())
			edit.put(segment.toBuilder().classKey(newKey(segment.classKey())).build());
		if (!protocol.stamp().sameVersion(document.protocol().stamp())) edit.complete(false);
		return edit.apply();
	}

	private String newKey(String key) {
		return key == null ? null : classes.getOrDefault(key, key);
	}

	private Map<String, Integer> counts() {
		return counts(document);
	}

	private static void requireIn(Collection<String> known, String key, String otherwise) {
		if (!known.contains(key)) throw new IllegalArgumentException(otherwise + String.join(", ", known) + ".");
	}
}
