package org.annotomy.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.depth.Depth;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/**
 * What a COCO file says of marks that overlap. The format has no field for it but {@code iscrowd}, which means something else; like CVAT's files,
 * ours have {@code attributes} with {@code occluded}, and beside it {@code occlusion} and the ids of the marks behind, seen through, or
 * overlapped in an unknown order. Marks of which nothing is said have no attributes.
 */
final class CocoDepth {

	private static final String ATTRIBUTES = "attributes";
	private static final Map<Depth, String> NAMES = Map.of(Depth.IN_FRONT, "in_front_of", Depth.SEE_THROUGH,
			"see_through_in_front_of", Depth.UNKNOWN, "overlaps");

	private final DepthGraph depth;
	private final Map<UUID, Integer> places = new HashMap<>();

	/** @param marks of a tile, in the order in which they are written */
	CocoDepth(List<TileMark> marks, DepthGraph depth) {
		this.depth = depth;
		if (!depth.isEmpty()) marks.forEach(mark -> places.put(mark.object().id(), places.size()));
	}

	/** A mark with its attributes, other marks by their place in the tile. */
	JsonObject into(TileMark mark, JsonObject coco) {
		Occlusion seen = mark.object().occlusion();
		Map<Depth, List<JsonValue>> others = new HashMap<>();
		depth.of(mark.object().id()).forEach((id, how) -> {
			if (NAMES.containsKey(how) && places.containsKey(id))
				others.computeIfAbsent(how, d -> new ArrayList<>()).add(JsonScalar.of(places.get(id)));
		});
		if (others.isEmpty() && seen == Occlusion.NONE) return coco;
		JsonObject.Builder attributes = JsonObject.builder().put("occluded", seen != Occlusion.NONE).put("occlusion", seen.key());
		for (Depth how : Depth.values())
			if (others.containsKey(how)) attributes.put(NAMES.get(how), JsonArray.of(others.get(how)));
		return JsonObject.builder().putAll(coco).put(ATTRIBUTES, attributes.build()).build();
	}

	/** @param first id of the tile's first mark, from which the places are counted on */
	static JsonObject numbered(JsonObject mark, int first) throws JsonException {
		if (!mark.has(ATTRIBUTES)) return mark;
		JsonObject attributes = mark.object(ATTRIBUTES);
		JsonObject.Builder numbered = JsonObject.builder().putAll(attributes);
		for (String name : NAMES.values()) {
			List<JsonValue> ids = new ArrayList<>();
			for (JsonValue place : attributes.list(name))
				ids.add(JsonScalar.of(first + place.asInt()));
			if (!ids.isEmpty()) numbered.put(name, JsonArray.of(ids));
		}
		return JsonObject.builder().putAll(mark).put(ATTRIBUTES, numbered.build()).build();
	}
}
