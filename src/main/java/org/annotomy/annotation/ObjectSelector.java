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

import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.model.AnnotationObject;

/**
 * Which objects a command is about, as a macro says it: {@code all}, {@code selected}, {@code last}, {@code class:KEY}, {@code slice:N} (from
 * 1, as ImageJ counts), {@code number:N} or {@code number:FIRST-LAST} (from 1, in the order of the document), {@code in:NAME} (inside the area
 * of that name or id), {@code where:MEASUREMENT>VALUE} (also {@code <}, {@code >=}, {@code <=}, {@code =}), {@code detections}, {@code none},
 * an id, or a name. Several are separated by commas; of several joined by {@code  & } the objects that fit all. Fast with a million
 * detections.
 */
public final class ObjectSelector {

	/** More than this are written as runs of numbers. */
	private static final int FEW = 50;

	private ObjectSelector() {}

	/**
	 * @param selected what the user has selected
	 * @return the ids, in the order of the document of each part
	 * @throws IllegalArgumentException if a part of the text fits no object; the message names the part
	 */
	public static Set<UUID> find(String text, AnnotationDocument document, Collection<UUID> selected) {
		ObjectQuery query = new ObjectQuery(document, selected);
		Set<UUID> individual = new LinkedHashSet<>();
		DetectionSet detections = new DetectionSet(document.detections());
		for (String part : text.split(",")) {
			ObjectIds found = both(part.trim(), query);
			individual.addAll(found.individual());
			detections.addAll(found.detections());
		}
		return new ObjectIds(individual, detections);
	}

	private static ObjectIds both(String part, ObjectQuery query) {
		if (!part.contains(" & ")) return query.find(part);
		ObjectIds found = null;
		for (String piece : part.split(" & ")) {
			ObjectIds next = query.find(piece.trim());
			found = found == null ? next : found.and(next);
		}
		return found;
	}

	/**
	 * The text that {@link #find} reads as these objects, in a document of the same objects whatever their ids: a macro that made them is run
	 * again. Names that a person has given are not used.
	 *
	 * @param ids of objects of the document, at least one
	 */
	public static String text(Collection<UUID> ids, AnnotationDocument document) {
		if (ids.size() > 1 && isAll(ids, document)) return "all";
		if (ids.size() > FEW) return runs(ObjectIds.of(ids, document), document);
		Map<UUID, Integer> numbers = numbers(document);
		return ids.stream().map(id -> givenName(id, document).orElseGet(() -> "number:" + number(id, numbers, document)))
				.collect(Collectors.joining(","));
	}

	private static boolean isAll(Collection<UUID> ids, AnnotationDocument document) {
		if (ids.size() != document.objects().size()) return false;
		int i = 0;
		for (UUID id : ids)
			if (!document.objects().get(i++).id().equals(id)) return false;
		return true;
	}

	private static Map<UUID, Integer> numbers(AnnotationDocument document) {
		Map<UUID, Integer> numbers = new HashMap<>();
		for (AnnotationObject object : document.individualObjects())
			numbers.put(object.id(), numbers.size() + 1);
		return numbers;
	}

	private static int number(UUID id, Map<UUID, Integer> individual, AnnotationDocument document) {
		Integer number = individual.get(id);
		return number != null
				? number
				: individual.size() + 1 + document.detections().number(document.detections().find(id).orElseThrow());
	}

	private static String runs(ObjectIds ids, AnnotationDocument document) {
		Map<UUID, Integer> individual = numbers(document);
		int[] numbers = ids.stream().mapToInt(id -> number(id, individual, document)).sorted().toArray();
		List<String> runs = new ArrayList<>();
		for (int i = 0; i < numbers.length;) {
			int first = i;
			while (i + 1 < numbers.length && numbers[i + 1] == numbers[i] + 1)
				i++;
			runs.add("number:" + numbers[first] + (i > first ? "-" + numbers[i] : ""));
			i++;
		}
		return String.join(",", runs);
	}

	/** The name that the program gave the object, of its class and a number, if no other object has it. */
	private static Optional<String> givenName(UUID id, AnnotationDocument document) {
		AnnotationObject object = document.object(id).orElseThrow();
		String stem = document.protocol().findClass(String.valueOf(object.classKey())).map(c -> c.name() + " ").orElse(null);
		boolean given = stem != null && object.name() != null && object.name().startsWith(stem) && !stem.contains(",")
				&& object.name().substring(stem.length()).matches("\\d+") && !object.name().matches("\\w+:.*");
		Predicate<AnnotationObject> same = o -> object.name().equals(o.name());
		boolean only = given && document.individualObjects().stream().noneMatch(o -> !o.id().equals(id) && same.test(o))
				&& DetectionSet.ofKind(document.detections(), kind -> same.test(kind.pattern())).count() == 0;
		return only ? Optional.of(object.name()) : Optional.empty();
	}
}
