package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.annotomy.annotation.model.AnnotationObject;

/**
 * Which objects a command is about, as a macro says it: {@code all}, {@code selected}, {@code last}, {@code class:KEY}, {@code slice:N} (from
 * 1, as ImageJ counts), {@code number:N} (from 1, in the order of the document), {@code none}, an id, or a name. Several are separated by
 * commas.
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

	/**
	 * The text that {@link #find} reads as these objects, in a document of the same objects whatever their ids: a macro that made them is run
	 * again. Names that a person has given are not used.
	 *
	 * @param ids of objects of the document, at least one
	 */
	public static String text(Collection<UUID> ids, AnnotationDocument document) {
		List<UUID> all = matching(document, object -> true);
		if (ids.size() > 1 && all.equals(List.copyOf(ids))) return "all";
		Map<UUID, Integer> numbers = new HashMap<>();
		for (int i = 0; i < all.size(); i++)
			numbers.put(all.get(i), i + 1);
		return ids.stream().map(id -> givenName(id, document).orElseGet(() -> "number:" + numbers.get(id)))
				.collect(Collectors.joining(","));
	}

	/** The name that the program gave the object, of its class and a number, if no other object has it. */
	private static Optional<String> givenName(UUID id, AnnotationDocument document) {
		AnnotationObject object = document.object(id).orElseThrow();
		String stem = document.protocol().findClass(String.valueOf(object.classKey())).map(c -> c.name() + " ").orElse(null);
		boolean given = stem != null && object.name() != null && object.name().startsWith(stem) && !stem.contains(",")
				&& object.name().substring(stem.length()).matches("\\d+") && !object.name().matches("\\w+:.*");
		boolean only = given && document.objects().stream().noneMatch(o -> !o.id().equals(id) && object.name().equals(o.name()));
		return only ? Optional.of(object.name()) : Optional.empty();
	}

	private static List<UUID> findPart(String part, AnnotationDocument document, Collection<UUID> selected) {
		List<UUID> found = switch (part) {
			case "all" -> matching(document, object -> true);
			case "selected" -> matching(document, object -> selected.contains(object.id()));
			case "last" -> last(document);
			case "none" -> List.of();
			default -> named(part, document);
		};
		if (found.isEmpty() && !part.equals("all") && !part.equals("none")) throw new IllegalArgumentException(refusal(part));
		return found;
	}

	private static List<UUID> named(String part, AnnotationDocument document) {
		if (part.startsWith("class:")) return matching(document, object -> part.substring(6).equals(object.classKey()));
		if (part.startsWith("slice:")) return onSlice(part.substring(6), document);
		if (part.startsWith("number:")) return numbered(part.substring(7), document);
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

	private static List<UUID> numbered(String number, AnnotationDocument document) {
		List<UUID> all = matching(document, object -> true);
		boolean there = number.matches("\\d{1,9}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= all.size();
		return there ? List.of(all.get(Integer.parseInt(number) - 1)) : List.of();
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
		return "There is no object \"" + part + "\". Say all, selected, last, class:KEY, slice:N, number:N, a name or an id.";
	}
}
