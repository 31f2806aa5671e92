package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.annotomy.interchange.sidecar.GeoGeometry.Kind;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/**
 * A Feature as it was read: its geometry as numbers, the rest as values.
 *
 * @param geometry null if there is none
 * @param members all but the geometry
 */
record RawFeature(RawGeometry geometry, JsonObject members) {

	private static final Set<String> GEOMETRY = Set.of("geometry");
	private static final Set<String> PROPERTIES = Set.of("properties");
	private static final Set<String> CHILDREN = Set.of("childObjects", "children");

	/**
	 * A geometry before it is known whether type and coordinates fit.
	 *
	 * @param type null if absent
	 * @param coordinates null if absent
	 * @param collection geometries of a GeometryCollection; else empty
	 * @param others the other members, {@code plane} and {@code isEllipse} among them
	 */
	record RawGeometry(String type, CoordinateRuns coordinates, List<RawGeometry> collection, JsonObject others) {

		private static final Set<String> KNOWN = Set.of("type", "coordinates", "geometries");

		static RawGeometry of(JsonObject geometry) throws JsonException {
			CoordinateRuns coordinates = null;
			if (geometry.get("coordinates").isPresent()) {
				coordinates = new CoordinateRuns();
				coordinates.read(geometry.require("coordinates"));
			}
			List<RawGeometry> collection = new ArrayList<>();
			for (JsonValue part : geometry.list("geometries"))
				collection.add(of(part.asObject()));
			return new RawGeometry(geometry.string("type", null), coordinates, collection, geometry.without(KNOWN));
		}

		/** All geometries, of a collection one by one; those without points are left out. */
		List<GeoGeometry> pieces(Findings findings) throws JsonException {
			List<GeoGeometry> pieces = new ArrayList<>();
			for (RawGeometry part : collection)
				pieces.addAll(part.pieces(findings));
			if (coordinates != null && coordinates.depth() > 0) pieces.add(piece(findings));
			return pieces;
		}

		private GeoGeometry piece(Findings findings) throws JsonException {
			Kind kind = type == null ? null : Kind.of(type).orElse(null);
			if (kind == null) throw new JsonException(others.line(), "the type of the geometry is none of GeoJSON's.");
			if (kind.depth() != coordinates.depth())
				throw new JsonException(others.line(), "the coordinates do not fit the geometry's type " + kind.word() + ".");
			if (coordinates.isThreeDimensional()) findings.add("a third coordinate was left out");
			double[][][] parts = coordinates.parts();
			if (kind.isArea()) open(parts, findings);
			boolean ellipse = others.get("isEllipse").map(v -> v.toString().equals("true")).orElse(false);
			return new GeoGeometry(kind, parts, ellipse && kind == Kind.POLYGON);
		}

		private static void open(double[][][] parts, Findings findings) {
			for (double[][] part : parts)
				for (int i = 0; i < part.length; i++) {
					double[] ring = part[i];
					int last = ring.length - 2;
					if (last > 0 && ring[0] == ring[last] && ring[1] == ring[last + 1])
						part[i] = java.util.Arrays.copyOf(ring, last);
					else
						findings.add("a ring was not closed; it was closed");
				}
		}
	}

	/** @throws JsonException if the geometry is not one */
	static RawFeature of(JsonObject feature) throws JsonException {
		JsonObject geometry = feature.object("geometry");
		return new RawFeature(geometry.isEmpty() ? null : RawGeometry.of(geometry), feature.without(GEOMETRY));
	}

	/** The Feature's UUID, else that of its properties, where GDAL puts it. */
	Optional<UUID> id() {
		UUID id = FeatureIds.parse(members.members().get("id"));
		return Optional.ofNullable(id == null ? FeatureIds.parse(properties().members().get("id")) : id);
	}

	/** Empty if there are none. */
	JsonObject properties() {
		return members.members().get("properties") instanceof JsonObject properties ? properties : JsonObject.EMPTY;
	}

	/** Features nested in the properties, as QuPath writes hierarchies. */
	List<RawFeature> children() throws JsonException {
		JsonValue nested = properties().get("childObjects").or(() -> properties().get("children")).orElse(null);
		if (!(nested instanceof JsonArray array)) return List.of();
		List<RawFeature> children = new ArrayList<>();
		for (JsonValue child : array)
			children.add(of(child.asObject()));
		return children;
	}

	RawFeature withoutChildren() {
		JsonObject rest = properties().without(CHILDREN);
		return rest == properties()
				? this
				: new RawFeature(geometry, Members.join(JsonObject.builder().put("properties", rest).build(),
						members.without(PROPERTIES)));
	}
}
