package org.annotomy.interchange.sidecar;

import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/** Which protocol: {@code {"id":…,"version":…,"sha256":…}}. */
public final class ProtocolStampJson {

	private ProtocolStampJson() {}

	public static JsonObject encode(ProtocolStamp stamp) {
		return JsonObject.builder().put("id", stamp.id()).put("version", stamp.version()).put("sha256", stamp.sha256()).build();
	}

	public static ProtocolStamp decode(JsonObject stamp) throws JsonException {
		return take(new Members(stamp));
	}

	static ProtocolStamp take(Members from) throws JsonException {
		String id = from.string("id");
		String version = from.string("version");
		if (id == null || version == null)
			throw new JsonException(from.source().line(), "a protocol is named by \"id\" and \"version\".");
		return new ProtocolStamp(id, version, from.string("sha256"));
	}
}
