package org.annotomy.store;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.interchange.sidecar.AttributeJson;
import org.annotomy.interchange.sidecar.LinkJson;
import org.annotomy.interchange.sidecar.ObjectJson;
import org.annotomy.interchange.sidecar.ProtocolStampJson;
import org.annotomy.interchange.sidecar.SegmentJson;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** The things of a document as the JSON of the sidecar, which reads back bit by bit. */
final class ModelJson {

	private ModelJson() {}

	static JsonObject of(AnnotationObject object) {
		return ObjectJson.encode(object);
	}

	static JsonObject of(Segment segment) {
		return SegmentJson.encode(segment);
	}

	static JsonObject of(Link link) {
		return LinkJson.encode(link);
	}

	/** Only which protocol. */
	static JsonObject of(Protocol protocol) {
		return ProtocolStampJson.encode(protocol.stamp());
	}

	static JsonValue of(AttributeValue answer) {
		return AttributeJson.encode(answer);
	}

	static AnnotationObject object(UUID id, JsonObject json) throws IOException {
		AnnotationObject object = ObjectJson.decode(json);
		requireSame(id, object.id(), json);
		return object;
	}

	static Segment segment(UUID id, JsonObject json) throws IOException {
		Segment segment = SegmentJson.decode(json);
		requireSame(id, segment.id(), json);
		return segment;
	}

	static Link link(UUID id, JsonObject json) throws IOException {
		Link link = LinkJson.decode(json);
		requireSame(id, link.id(), json);
		return link;
	}

	/** @param known used if it is the one meant; otherwise there is a protocol of that name without classes */
	static Protocol protocol(JsonObject json, Protocol known) throws IOException {
		ProtocolStamp stamp = ProtocolStampJson.decode(json);
		if (stamp.sameVersion(known.stamp())) return known;
		return new Protocol(stamp, stamp.id(), "", List.of(), List.of(), List.of(), List.of(), List.of());
	}

	static AttributeValue answer(JsonValue json) throws IOException {
		return AttributeJson.decode(json).orElseThrow(() -> new JsonException(json.line(), "expected an answer."));
	}

	private static void requireSame(UUID expected, UUID found, JsonObject json) throws JsonException {
		if (!expected.equals(found)) throw new JsonException(json.line(), "the id is another.");
	}
}
