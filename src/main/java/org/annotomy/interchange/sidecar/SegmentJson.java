package org.annotomy.interchange.sidecar;

import java.util.UUID;

import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/** A segment (not its voxels) as an entry of {@code voxels.segments}. */
public final class SegmentJson {

	private SegmentJson() {}

	public static JsonObject encode(Segment segment) {
		return encode(segment, Protocol.NONE);
	}

	/** @param protocol gives the name and colour of the segment's class */
	public static JsonObject encode(Segment segment, Protocol protocol) {
		JsonObject.Builder to = JsonObject.builder().put("uuid", segment.id().toString()).put("layer", segment.layer())
				.put("value", segment.value()).put("name", segment.name()).put("class", segment.classKey());
		if (protocol.findClass(segment.classKey()).isPresent())
			to.put("classification", new ClassLook(protocol).classification(segment.classKey()));
		CodeJson.put(to, segment.coding());
		if (segment.rgb() != null)
			if (FeatureEncoder.isPlainRgb(segment.rgb())) to.put("color", ClassLook.rgb(segment.rgb()));
			else to.put("color", segment.rgb().intValue());
		if (Double.compare(segment.opacity(), Segment.USUAL_OPACITY) != 0) to.put("opacity", segment.opacity());
		if (!segment.visible()) to.put("visible", false);
		if (segment.locked()) to.put("isLocked", true);
		to.put("tracking", FeatureEncoder.tracking(segment.tracking()));
		to.putUnlessEmpty("attributes", AttributeJson.encodeAll(segment.attributes()));
		to.putUnlessEmpty("provenance", ProvenanceJson.encode(segment.provenance()));
		return Members.join(to.build(), segment.foreign());
	}

	public static Segment decode(JsonObject entry) throws JsonException {
		return decode(entry, new SeenClasses());
	}

	static Segment decode(JsonObject entry, SeenClasses classes) throws JsonException {
		Members from = new Members(entry);
		UUID id = FeatureIds.parse(from.take("uuid"));
		if (id == null) throw new JsonException(entry.line(), "a segment needs a \"uuid\".");
		int layer = from.integer("layer", 0);
		int value = from.integer("value", 0);
		String classKey = from.string("class");
		takeClass(from, classKey, classes);
		Coding coding = CodeJson.takeCoding(from);
		try {
			Segment.Builder to = Segment.builder(id, layer, value).name(from.string("name")).classKey(classKey).coding(coding)
					.rgb(rgb(from)).opacity(from.number("opacity", Segment.USUAL_OPACITY)).visible(from.bool("visible", true))
					.locked(from.bool("isLocked", false)).attributes(AttributeJson.takeAll(from.nested("attributes")))
					.tracking(FeatureDecoder.takeTracking(from)).provenance(ProvenanceJson.decode(from.nested("provenance")));
			return to.foreign(from.rest()).build();
		} catch (IllegalArgumentException e) {
			throw new JsonException(entry.line(), e.getMessage());
		}
	}

	private static void takeClass(Members from, String classKey, SeenClasses classes) throws JsonException {
		if (!(from.peek("classification") instanceof JsonObject)) {
			classes.add(classKey, null, null);
			return;
		}
		PlainProperties plain = PlainProperties.take(
				new Members(JsonObject.builder().put("classification", from.take("classification")).build()),
				new Members(JsonObject.EMPTY), new Findings());
		classes.add(classKey, plain.className(), plain.classRgb());
	}

	private static Integer rgb(Members from) throws JsonException {
		org.annotomy.json.JsonValue colour = from.take("color");
		if (colour instanceof org.annotomy.json.JsonScalar) return colour.asInt();
		return Colours.readPlain(colour);
	}
}
