package org.annotomy.interchange.sidecar;

import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/** An object as a GeoJSON Feature that QuPath opens and that reads back bit by bit; what cannot be placed has a null geometry. */
public final class ObjectJson {

	private ObjectJson() {}

	/** The Feature, with names and colours of no protocol. */
	public static JsonObject encode(AnnotationObject object) {
		return encode(object, Protocol.NONE);
	}

	/** @param protocol gives the name and colour of the object's class */
	public static JsonObject encode(AnnotationObject object, Protocol protocol) {
		return new FeatureEncoder(protocol).encode(object);
	}

	/** @throws JsonException if it is no Feature of ours: without UUID, or a member is not what it must be */
	public static AnnotationObject decode(JsonObject feature) throws JsonException {
		UUID id = FeatureIds.parse(feature.require("id"));
		if (id == null) throw new JsonException(feature.line(), "the id of a Feature must be a UUID.");
		Findings findings = new Findings();
		RawFeature raw = RawFeature.of(feature);
		List<GeoGeometry> geometry = raw.geometry() == null ? List.of() : raw.geometry().pieces(findings);
		if (geometry.size() > 1) throw new JsonException(feature.line(), "a Feature of ours has one geometry.");
		return new FeatureDecoder(findings, new SeenClasses()).decode(id, raw, geometry.isEmpty() ? null : geometry.get(0))
				.get(0);
	}
}
