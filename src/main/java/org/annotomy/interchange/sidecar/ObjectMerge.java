package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Vertices;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/** Takes over into one of our objects what another program changed of what it can show; all else stays ours. */
final class ObjectMerge {

	/** What drew an outline that another program changed. */
	private static final String TOOL = "external";

	private final AnnotationObject ours;
	private final RawFeature ourFeature;
	private final SeenClasses classes;
	private final Findings findings;

	/**
	 * @param ourFeature as we wrote it
	 * @param classes all classes of our file
	 */
	ObjectMerge(AnnotationObject ours, RawFeature ourFeature, SeenClasses classes, Findings findings) {
		this.ours = ours;
		this.ourFeature = ourFeature;
		this.classes = classes;
		this.findings = findings;
	}

	/** Our object with the other program's changes, or null if there are none. */
	AnnotationObject with(RawFeature outside) throws JsonException {
		PlainProperties before = plain(ourFeature);
		PlainProperties after = plain(outside);
		AnnotationObject.Builder to = ours.toBuilder();
		if (outside.properties().has("objectType")) to.type(after.type());
		to.name(after.name()).locked(after.locked());
		if (!Objects.equals(before.rgb(), after.rgb())) to.appearance(withStroke(ours.appearance(), after.rgb()));
		if (!Objects.equals(before.className(), after.className()))
			to.classKey(classes.keyOf(after.className())).coding(Coding.NONE);
		if (after.classRgb() != null) classes.add(classes.keyOf(after.className()), after.className(), after.classRgb());
		to.measurements(measurements(after.measurements())).metadata(metadata(after.metadata()));
		List<GeoGeometry> pieces = outside.geometry() == null ? List.of() : outside.geometry().pieces(findings);
		if (pieces.size() == 1) takeGeometry(outside, pieces.get(0), to);
		AnnotationObject merged = to.build();
		return merged.equals(ours) ? null : merged;
	}

	private static PlainProperties plain(RawFeature feature) throws JsonException {
		return PlainProperties.take(new Members(feature.properties()), new Members(feature.members()), new Findings());
	}

	private void takeGeometry(RawFeature outside, GeoGeometry theirs, AnnotationObject.Builder to) throws JsonException {
		List<GeoGeometry> own = ourFeature.geometry() == null ? List.of() : ourFeature.geometry().pieces(new Findings());
		if (isDamaged(theirs)) {
			findings.add("the other program has lost its outline; ours was kept");
			return;
		}
		JsonObject annotomy = outside.properties().get("annotomy").orElse(null) instanceof JsonObject object
				? object
				: JsonObject.EMPTY;
		to.plane(FeatureDecoder.plane(outside, annotomy, findings));
		if (own.size() == 1 && GeometryComparison.same(own.get(0), theirs)) return;
		Provenance from = ours.provenance();
		to.shape(reshaped(theirs)).provenance(new Provenance(TOOL, from.model(), from.rater(), from.created(), from.modified(),
				from.reviewedBy(), from.status()));
	}

	/** QuPath's sign for what it could not place: a box without size at (0, 0). */
	private static boolean isDamaged(GeoGeometry geometry) {
		for (double[][] part : geometry.parts())
			for (double[] run : part)
				for (double value : run)
					if (value != 0) return false;
		return geometry.kind().isArea();
	}

	private Shape reshaped(GeoGeometry theirs) {
		Shape plain = PlainShapes.of(theirs).get(0);
		if (plain instanceof PointsShape points && ours.shape() instanceof PointsShape before)
			return inOrder(before, points.points(), GeometryComparison.tolerance(theirs));
		if (plain instanceof LineShape line) return directed(line);
		if (plain instanceof PolylineShape line && ours.shape() instanceof PolylineShape before)
			return new PolylineShape(line.vertices(), before.freehand(), false);
		if (plain instanceof PolygonShape polygon && ours.shape() instanceof PolygonShape before
				&& before.origin() != PolygonShape.Origin.SPLINE)
			return new PolygonShape(polygon.parts(), before.origin());
		return plain;
	}

	/** Points that are still there in the order of drawing, with their counters; then the new ones. */
	private static Shape inOrder(PointsShape before, Vertices after, double tolerance) {
		double[] old = before.points().toArray();
		int[] partners = PointMatching.partners(after.toArray(), old, tolerance);
		Map<Integer, Integer> newPlaces = new LinkedHashMap<>();
		for (int i = 0; i < partners.length; i++)
			if (partners[i] >= 0) newPlaces.put(partners[i], i);
		List<org.annotomy.geometry.Point> points = new ArrayList<>();
		List<Integer> counters = new ArrayList<>();
		for (int i = 0; i < before.points().size(); i++)
			if (newPlaces.containsKey(i)) {
				points.add(before.points().get(i));
				counters.add(before.counters().isEmpty() ? 0 : before.counters().get(i));
			}
		for (int i = 0; i < partners.length; i++)
			if (partners[i] < 0) {
				points.add(after.get(i));
				counters.add(0);
			}
		return new PointsShape(Vertices.of(points), before.counters().isEmpty() ? List.of() : counters);
	}

	/** A line that kept one end keeps its direction, an arrow its head. */
	private Shape directed(LineShape line) {
		LineShape before = ours.shape() instanceof LineShape own
				? own
				: ours.shape() instanceof ArrowShape arrow ? new LineShape(arrow.from(), arrow.to()) : line;
		double straight = before.from().distanceTo(line.from()) + before.to().distanceTo(line.to());
		double crossed = before.from().distanceTo(line.to()) + before.to().distanceTo(line.from());
		LineShape same = straight <= crossed ? line : new LineShape(line.to(), line.from());
		return ours.shape() instanceof ArrowShape arrow
				? new ArrowShape(same.from(), same.to(), arrow.headStyle(), arrow.headSize(), arrow.doubleHeaded(),
						arrow.outline())
				: same;
	}

	/** Ours where theirs is the same in single precision, in which QuPath holds them. */
	private Map<String, Double> measurements(Map<String, Double> theirs) {
		Map<String, Double> merged = new LinkedHashMap<>();
		theirs.forEach((name, value) -> {
			Double own = ours.measurements().get(name);
			merged.put(name, own != null && Float.compare(own.floatValue(), value.floatValue()) == 0 ? own : value);
		});
		return merged;
	}

	/** Theirs, but in our order if they are the same. */
	private Map<String, String> metadata(Map<String, String> theirs) {
		return ours.metadata().equals(theirs) ? ours.metadata() : theirs;
	}

	private static Appearance withStroke(Appearance look, Integer rgb) {
		return new Appearance(look.order(), look.opacity(), look.visible(), look.seeThrough(), rgb, look.fillRgb(),
				look.strokeWidth(), look.group());
	}
}
