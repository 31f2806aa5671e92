package org.annotomy.imagej;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

import ij.gui.PointRoi;
import ij.gui.Roi;

/**
 * Whole annotation objects as ImageJ selections and back: shape, name, place in the stack, look and properties. What a selection cannot hold
 * (attributes, provenance, links …) stays with the document; the object's id and class travel as properties so that a selection that comes
 * back finds its object again.
 */
public final class RoiObjects {

	/** Property of a selection that holds the object's id. */
	public static final String ID = "annotomy.id";

	/** Property of a selection that holds the object's class. */
	public static final String CLASS = "annotomy.class";

	private static final String POINT_TYPE = "imagej.pointType";
	private static final String POINT_SIZE = "imagej.pointSize";

	/** What survives ImageJ's own files: {@link java.util.Properties} cuts keys at blanks, colons and equal signs. */
	private static final Pattern SAFE_KEY = Pattern.compile("[A-Za-z0-9_.-]+");

	private RoiObjects() {}

	/** A selection that shows the object on its plane (or on all planes if it spans them all). */
	public static Roi roiOf(AnnotationObject object, Protocol protocol, StackLayout layout) {
		Roi roi = RoiShapes.roiOf(object.shape());
		roi.setName(object.name());
		layout.place(roi, object.plane(), object.span());
		style(object, protocol).applyTo(roi);
		object.metadata().forEach((key, value) -> setProperty(roi, key, value));
		setProperty(roi, ID, object.id().toString());
		if (object.classKey() != null) setProperty(roi, CLASS, object.classKey());
		if (roi instanceof PointRoi points) setMarker(points, object.metadata());
		return roi;
	}

	/** As {@link #roiOf}, but one selection for each slice and time point of a span that does not cover them all. */
	public static List<Roi> roisOf(AnnotationObject object, Protocol protocol, StackLayout layout) {
		Span span = object.span();
		if (span == null || layout.isCovered(span)) return List.of(roiOf(object, protocol, layout));
		List<Roi> rois = new ArrayList<>();
		for (int t = span.firstT(); t <= Math.min(span.lastT(), layout.timePoints() - 1); t++)
			for (int z = span.firstZ(); z <= Math.min(span.lastZ(), layout.slices() - 1); z++) {
				Plane plane = new Plane(object.plane().c(), z, t);
				rois.add(roiOf(object.toBuilder().plane(plane).span(null).build(), protocol, layout));
			}
		return rois;
	}

	/**
	 * What the user has just drawn, as a new object on the plane on display. Its look is the default: the class decides.
	 *
	 * @throws IllegalArgumentException as {@link RoiShapes#shapeOf}
	 */
	public static AnnotationObject.Builder drawn(Roi roi, Plane current) {
		return AnnotationObject.builder(RoiShapes.shapeOf(roi), current).name(roi.getName());
	}

	/**
	 * Selections from elsewhere (ROI Manager, overlay, file), with their own names, places, looks and properties. A multi-point selection
	 * whose points lie on several planes becomes one object per plane, tied by {@code instance}.
	 *
	 * @return at least one; an object that carries the {@link #ID} of one of ours keeps it
	 * @throws IllegalArgumentException as {@link RoiShapes#shapeOf}
	 */
	public static List<AnnotationObject.Builder> imported(Roi roi, StackLayout layout) {
		if (roi instanceof PointRoi points && points.getPosition() == PointRoi.POINTWISE_POSITION)
			return pointsByPlane(points, layout);
		AnnotationObject.Builder builder = AnnotationObject.builder(idOf(roi), RoiShapes.shapeOf(roi), layout.planeOf(roi))
				.span(layout.spanOf(roi));
		return List.of(describe(builder, roi));
	}

	/** An outline that nobody gave a colour stays without one, so that ImageJ paints it in its own. */
	private static RoiStyle style(AnnotationObject object, Protocol protocol) {
		RoiStyle style = RoiStyle.of(object, protocol);
		boolean colourless = object.classKey() == null && object.appearance().strokeRgb() == null && style.fill() == null;
		return colourless ? new RoiStyle(null, null, style.strokeWidth(), style.group()) : style;
	}

	/** The id of the object that the selection shows, if it carries one of ours; else a new one. */
	private static UUID idOf(Roi roi) {
		String id = roi.getProperty(ID);
		try {
			return id == null ? UUID.randomUUID() : UUID.fromString(id);
		} catch (IllegalArgumentException notOurs) {
			return UUID.randomUUID();
		}
	}

	private static AnnotationObject.Builder describe(AnnotationObject.Builder builder, Roi roi) {
		return builder.appearance(RoiStyle.of(roi).into(Appearance.DEFAULT)).name(roi.getName()).classKey(roi.getProperty(CLASS))
				.metadata(metadata(roi));
	}

	private static List<AnnotationObject.Builder> pointsByPlane(PointRoi roi, StackLayout layout) {
		PointsShape all = (PointsShape) RoiShapes.shapeOf(roi);
		Map<Integer, List<Integer>> byPlane = new TreeMap<>();
		for (int i = 0; i < all.points().size(); i++)
			byPlane.computeIfAbsent(roi.getPointPosition(i), p -> new ArrayList<>()).add(i);
		String instance = UUID.randomUUID().toString();
		List<AnnotationObject.Builder> builders = new ArrayList<>();
		for (List<Integer> indices : byPlane.values()) {
			List<Point> points = indices.stream().map(i -> all.points().get(i)).toList();
			List<Integer> counters = all.counters().isEmpty() ? List.of() : indices.stream().map(all.counters()::get).toList();
			Shape shape = new PointsShape(Vertices.of(points), counters);
			Plane plane = layout.planeOf(roi, indices.get(0));
			builders.add(describe(AnnotationObject.builder(shape, plane), roi).instance(instance));
		}
		return builders;
	}

	private static void setProperty(Roi roi, String key, String value) {
		if (SAFE_KEY.matcher(key).matches()) roi.setProperty(key, value);
	}

	private static Map<String, String> metadata(Roi roi) {
		Map<String, String> metadata = new LinkedHashMap<>();
		if (roi.getPropertyCount() > 0)
			for (String line : roi.getProperties().split("\n"))
				for (int colon = line.indexOf(": "); colon > 0; colon = line.indexOf(": ", colon + 1)) {
					String key = line.substring(0, colon);
					if (roi.getProperty(key) != null) metadata.put(key, roi.getProperty(key));
				}
		metadata.keySet().removeAll(List.of(ID, CLASS));
		if (roi instanceof PointRoi points) {
			metadata.put(POINT_TYPE, PointRoi.types[points.getPointType()]);
			metadata.put(POINT_SIZE, PointRoi.sizes[points.getSize()]);
		}
		return metadata;
	}

	private static void setMarker(PointRoi points, Map<String, String> metadata) {
		int type = List.of(PointRoi.types).indexOf(metadata.get(POINT_TYPE));
		int size = List.of(PointRoi.sizes).indexOf(metadata.get(POINT_SIZE));
		if (type >= 0) points.setPointType(type);
		if (size >= 0) points.setSize(size);
		points.setProperty(POINT_TYPE, null);
		points.setProperty(POINT_SIZE, null);
	}
}
