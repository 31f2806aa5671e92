package org.annotomy.interchange.sidecar;

import java.util.EnumMap;
import java.util.Map;

import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/** Answers without a place: {@code {"image":{…},"study":{…}}}. */
public final class LabelsJson {

	private LabelsJson() {}

	/** Empty if there are no answers. */
	public static JsonObject encode(Map<LabelScope, Map<String, AttributeValue>> labels) {
		JsonObject.Builder to = JsonObject.builder();
		for (LabelScope scope : LabelScope.values())
			to.putUnlessEmpty(scope.key(), AttributeJson.encodeAll(labels.getOrDefault(scope, Map.of())));
		return to.build();
	}

	/** Every scope, perhaps without answers. */
	public static Map<LabelScope, Map<String, AttributeValue>> decode(JsonObject labels) throws JsonException {
		return take(new Members(labels));
	}

	static Map<LabelScope, Map<String, AttributeValue>> take(Members from) throws JsonException {
		Map<LabelScope, Map<String, AttributeValue>> labels = new EnumMap<>(LabelScope.class);
		for (LabelScope scope : LabelScope.values())
			labels.put(scope, AttributeJson.takeAll(from.nested(scope.key())));
		return labels;
	}
}
