package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.detection.DetectionsInArea;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Which object lies in which region, by the rule of QuPath's <i>Resolve hierarchy</i>: an annotation belongs to the smallest area that covers
 * all of it, a detection to the smallest area that its centre lies in; both on the same slice and time point.
 */
public final class RegionTree {

	private RegionTree() {}

	/** Annotations that enclose an area, the smallest first; ties by id. */
	public static List<AnnotationObject> regions(AnnotationDocument document) {
		Map<UUID, Double> areas = new HashMap<>();
		List<AnnotationObject> regions = new ArrayList<>();
		for (AnnotationObject object : document.individualObjects())
			if (object.type() == ObjectType.ANNOTATION && object.shape().isArea()) {
				regions.add(object);
				areas.put(object.id(), ShapeGeometry.area(object.shape()).getArea());
			}
		regions.sort(
				Comparator.comparing((AnnotationObject region) -> areas.get(region.id())).thenComparing(AnnotationObject::id));
		return regions;
	}

	/** A region that many objects are held against. */
	private record Area(AnnotationObject region, PreparedGeometry area) {

		static Area of(AnnotationObject region) {
			return new Area(region, PreparedGeometryFactory.prepare(ShapeGeometry.area(region.shape())));
		}

		boolean holds(AnnotationObject object) {
			boolean near = !object.id().equals(region.id()) && object.plane().z() == region.plane().z()
					&& object.plane().t() == region.plane().t() && object.shape().bounds().intersects(region.shape().bounds());
			return near && area.covers(judged(object));
		}
	}

	/** Those of the objects that lie in the region, itself excepted: annotations wholly, detections with their centre. */
	public static List<AnnotationObject> within(AnnotationObject region, List<AnnotationObject> objects) {
		Area area = Area.of(region);
		return objects.stream().filter(area::holds).toList();
	}

	/**
	 * For objects that come in: gives each the smallest region of the document that it lies in as its parent, and none to those that lie in
	 * none, as {@link #resolve} would. Follows no later change of the document.
	 */
	public static UnaryOperator<AnnotationObject> hanging(AnnotationDocument document) {
		List<Area> areas = regions(document).stream().map(Area::of).toList();
		return object -> {
			UUID parent = areas.stream().filter(area -> area.holds(object)).findFirst().map(area -> area.region().id())
					.orElse(null);
			return Objects.equals(parent, object.parent()) ? object : object.toBuilder().parent(parent).build();
		};
	}

	private static Geometry judged(AnnotationObject object) {
		Geometry outline = object.shape().isArea() ? ShapeGeometry.area(object.shape()) : ShapeGeometry.of(object.shape());
		return object.type() == ObjectType.ANNOTATION ? outline : outline.getCentroid();
	}

	/**
	 * The edit that gives each object the region that it lies in as its parent, and takes away parents that it does not lie in. Locked
	 * objects keep theirs.
	 */
	public static Edit resolve(AnnotationDocument document) {
		List<AnnotationObject> regions = regions(document);
		EditBuilder edit = document.edit("Resolve hierarchy");
		Map<UUID, UUID> parents = new HashMap<>();
		for (AnnotationObject region : regions)
			for (AnnotationObject inside : within(region, document.individualObjects()))
				if (!isAncestor(inside.id(), region.id(), parents)) parents.putIfAbsent(inside.id(), region.id());
		for (AnnotationObject object : document.individualObjects())
			if (!object.locked()) edit.put(object.toBuilder().parent(parents.get(object.id())).build());
		detections(document, regions).forEach((region, cells) -> edit.change(cells,
				cell -> cell.locked() ? cell : cell.toBuilder().parent(region).build()));
		return edit.apply();
	}

	/** Two areas that are the same cover each other: then the one that was first is the outer one. */
	private static boolean isAncestor(UUID id, UUID of, Map<UUID, UUID> parents) {
		for (UUID up = of; up != null; up = parents.get(up))
			if (up.equals(id)) return true;
		return false;
	}

	/**
	 * All detections by the smallest region that each lies in; null for those in none.
	 *
	 * @param regions the smallest first
	 */
	public static Map<UUID, DetectionSet> detections(AnnotationDocument document, List<AnnotationObject> regions) {
		Detections all = document.detections();
		Map<UUID, DetectionSet> byRegion = new LinkedHashMap<>();
		DetectionSet left = DetectionSet.ofKind(all, kind -> true);
		for (AnnotationObject region : regions) {
			DetectionSet inside = DetectionsInArea.of(all, region.shape(), region.plane());
			inside.retainAll(left);
			left.removeAll(inside);
			byRegion.put(region.id(), inside);
		}
		byRegion.put(null, left);
		return byRegion;
	}

	/** How many detections of each class lie in the region, those in regions within it included; null stands for no class. */
	public static Map<String, Integer> countByClass(AnnotationDocument document, AnnotationObject region) {
		Map<String, Integer> counts = new HashMap<>();
		for (AnnotationObject object : within(region, document.individualObjects()))
			if (object.type() != ObjectType.ANNOTATION) counts.merge(object.classKey(), 1, Integer::sum);
		DetectionsInArea.of(document.detections(), region.shape(), region.plane()).countByClass()
				.forEach((key, count) -> counts.merge(key, count, Integer::sum));
		return counts;
	}
}
