package org.annotomy.annotation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.annotomy.annotation.detection.DetectionPlace;
import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.detection.Detections.Keyed;
import org.annotomy.annotation.detection.DetectionsInArea;
import org.annotomy.annotation.model.AnnotationObject;

/** One part of what {@link ObjectSelector} reads. */
final class ObjectQuery {

	private static final Pattern WHERE = Pattern.compile("(.+?)\\s*(<=|>=|<|>|=)\\s*(-?[0-9.]+(?:[eE]-?\\d+)?)");

	private final AnnotationDocument document;
	private final Detections detections;
	private final Collection<UUID> selected;

	ObjectQuery(AnnotationDocument document, Collection<UUID> selected) {
		this.document = document;
		this.selected = selected;
		detections = document.detections();
	}

	/** @throws IllegalArgumentException if it fits no object */
	ObjectIds find(String part) {
		ObjectIds found = switch (part) {
			case "all" -> matching(object -> true);
			case "selected" -> ObjectIds.inOrder(selected, document);
			case "detections" -> ids(Set.of(), DetectionSet.ofKind(detections, kind -> true));
			case "last" -> numbered(document.objects().size(), document.objects().size());
			case "none" -> ids(Set.of(), new DetectionSet(detections));
			default -> named(part);
		};
		if (found.isEmpty() && !List.of("all", "none", "detections").contains(part))
			throw new IllegalArgumentException(refusal(part));
		return found;
	}

	private ObjectIds named(String part) {
		if (part.startsWith("class:")) return matching(object -> part.substring(6).equals(object.classKey()));
		if (part.startsWith("slice:")) return onSlice(part.substring(6));
		if (part.startsWith("number:")) return numbered(part.substring(7));
		if (part.startsWith("in:")) return inside(part.substring(3));
		if (part.startsWith("where:")) return where(part.substring(6));
		UUID id = id(part);
		return id != null ? ObjectIds.of(List.of(id), document) : matching(object -> part.equals(object.name()));
	}

	private static UUID id(String text) {
		return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
	}

	private ObjectIds onSlice(String number) {
		try {
			int z = Integer.parseInt(number) - 1;
			return matching(object -> object.reaches(z, object.plane().t()));
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException("\"slice:" + number + "\" needs a whole number after the colon.", e);
		}
	}

	private ObjectIds numbered(String numbers) {
		if (!numbers.matches("\\d{1,9}(-\\d{1,9})?")) return numbered(0, 0);
		int hyphen = numbers.indexOf('-');
		int first = Integer.parseInt(hyphen < 0 ? numbers : numbers.substring(0, hyphen));
		return numbered(first, hyphen < 0 ? first : Integer.parseInt(numbers.substring(hyphen + 1)));
	}

	private ObjectIds numbered(int first, int last) {
		boolean there = first >= 1 && last <= document.objects().size();
		return ObjectIds.numbered(document, there ? IntStream.range(first - 1, last).toArray() : new int[0]);
	}

	/** Detections whose centre is inside, other objects that lie inside with their whole box's corners. */
	private ObjectIds inside(String name) {
		UUID id = id(name);
		List<AnnotationObject> regions = document.individualObjects().stream()
				.filter(o -> o.shape().isArea() && (id != null ? o.id().equals(id) : name.equals(o.name()))).toList();
		if (regions.isEmpty())
			throw new IllegalArgumentException(
					"There is no area \"" + name + "\". Say the name or id of an object that encloses one.");
		Set<UUID> individual = new LinkedHashSet<>();
		DetectionSet some = new DetectionSet(detections);
		for (AnnotationObject region : regions) {
			some.addAll(DetectionsInArea.of(detections, region.shape(), region.plane()));
			RegionTree.within(region, document.individualObjects()).forEach(object -> individual.add(object.id()));
		}
		return ids(individual, some);
	}

	private ObjectIds where(String text) {
		Matcher condition = WHERE.matcher(text);
		if (!condition.matches())
			throw new IllegalArgumentException("\"where:" + text + "\" needs a measurement, one of < <= = >= >, and a number.");
		String name = condition.group(1);
		double value = Double.parseDouble(condition.group(3));
		DoublePredicate fits = switch (condition.group(2)) {
			case "<" -> v -> v < value;
			case "<=" -> v -> v <= value;
			case ">" -> v -> v > value;
			case ">=" -> v -> v >= value;
			default -> v -> v == value;
		};
		Set<UUID> individual = new LinkedHashSet<>();
		for (AnnotationObject object : document.individualObjects())
			if (object.measurements().containsKey(name) && fits.test(object.measurements().get(name)))
				individual.add(object.id());
		return ids(individual, measured(name, fits));
	}

	private DetectionSet measured(String name, DoublePredicate fits) {
		DetectionSet having = DetectionSet.ofKind(detections, kind -> kind.measurements().contains(name));
		DetectionSet some = new DetectionSet(detections);
		for (Keyed block : detections.blocks()) {
			int column = block.block().measures().column(name);
			for (int row = 0; column >= 0 && row < block.block().size(); row++)
				if (having.contains(block.key(), row) && fits.test(block.block().measures().value(column, row)))
					some.add(new DetectionPlace(block.key(), row));
		}
		return some;
	}

	/** @param wanted asks for nothing in which objects of a kind differ */
	private ObjectIds matching(Predicate<AnnotationObject> wanted) {
		Set<UUID> individual = new LinkedHashSet<>();
		for (AnnotationObject object : document.individualObjects())
			if (wanted.test(object)) individual.add(object.id());
		return ids(individual, DetectionSet.ofKind(detections, kind -> wanted.test(kind.pattern())));
	}

	private static ObjectIds ids(Set<UUID> individual, DetectionSet detections) {
		return new ObjectIds(individual, detections);
	}

	private static String refusal(String part) {
		if (part.equals("selected")) return "No object is selected. Select one in the object table or on the image.";
		if (part.equals("last")) return "There is no object yet.";
		return "There is no object \"" + part
				+ "\". Say all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id.";
	}
}
