package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.annotomy.annotation.model.AnnotationObject;

/**
 * Which objects a command is about, as a macro says it: {@code all}, {@code selected}, {@code last}, {@code class:KEY}, {@code slice:N} (from
 * 1, as ImageJ counts), an id, or a name. Several are separated by commas.
 */
public final class ObjectSelector {

	private ObjectSelector() {}

	/**
	 * @param selected what the user has selected
	 * @return the ids, in the order of the document
	 * @throws IllegalArgumentException if a part of the text fits no object; the message names the part
	 */
	public static Set<UUID> find(String text, AnnotationDocument document, Collection<UUID> selected) {
		Set<UUID> found = new LinkedHashSet<>();
		for (String part : text.split(","))
			found.addAll(findPart(part.trim(), document, selected));
		return found;
	}

	private static List<UUID> findPart(String part, AnnotationDocument document, Collection<UUID> selected) {
		List<UUID> found = switch (part) {
			case "all" -> matching(document, object -> true);
			case "selected" -> matching(document, object -> selected.contains(object.id()));
			case "last" -> last(document);
			default -> named(part, document);
		};
		if (found.isEmpty() && !part.equals("all")) throw new IllegalArgumentException(refusal(part));
		return found;
	}

	private static List<UUID> named(String part, AnnotationDocument document) {
		if (part.startsWith("class:")) return matching(document, object -> part.substring(6).equals(object.classKey()));
		if (part.startsWith("slice:")) return onSlice(part.substring(6), document);
		return matching(document, object -> part.equals(object.name()) || part.equals(object.id().toString()));
	}

	private static List<UUID> onSlice(String number, AnnotationDocument document) {
		try {
			int z = Integer.parseInt(number) - 1;
			return matching(document, object -> object.reaches(z, object.plane().t()));
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException("\"slice:" + number + "\" needs a whole number after the colon.", e);
		}
	}

	private static List<UUID> last(AnnotationDocument document) {
		List<UUID> all = matching(document, object -> true);
		return all.isEmpty() ? all : List.of(all.get(all.size() - 1));
	}

	private static List<UUID> matching(AnnotationDocument document, Predicate<AnnotationObject> wanted) {
		List<UUID> found = new ArrayList<>();
		for (AnnotationObject object : document.objects())
			if (wanted.test(object)) found.add(object.id());
		return found;
	}

	private static String refusal(String part) {
		if (part.equals("selected")) return "No object is selected. Select one in the object table or on the image.";
		if (part.equals("last")) return "There is no object yet.";
		return "There is no object \"" + part + "\". Say all, selected, last, class:KEY, slice:N, a name or an id.";
	}
}
