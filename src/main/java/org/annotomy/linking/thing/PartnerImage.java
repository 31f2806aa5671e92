package org.annotomy.linking.thing;

import java.util.List;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.interchange.sidecar.IdentityJson;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/**
 * As much of the identity of another image as a link keeps: kind, size, UIDs and digests. No path, no place in the patient, nothing of the
 * patient. Of several instances there is one digest ({@code sopSetHash}), as in the sidecar.
 */
public final class PartnerImage {

	private static final List<String> KEPT = List.of("kind", "size", "seriesUID", "sopUID", "sopSetHash", "hash");

	private PartnerImage() {}

	/** What a link to an image keeps of it. */
	public static JsonObject of(ImageIdentity image) {
		JsonObject all = IdentityJson.encode(image);
		JsonObject.Builder kept = JsonObject.builder();
		boolean several = image.sopUids().size() > 1;
		for (String name : KEPT)
			if (!(several && name.equals("sopUID"))) all.get(name).ifPresent(value -> kept.put(name, value));
		if (several) kept.put("sopSetHash", IdentityJson.sopSetHash(image.sopUids()));
		return kept.build();
	}

	/** Whether what a link has kept is said of this image. */
	public static boolean is(JsonObject partner, ImageIdentity image) {
		JsonObject here = of(image);
		for (String instances : List.of("sopSetHash", "sopUID"))
			if (partner.has(instances) && here.has(instances))
				return partner.get(instances).equals(here.get(instances));
		if (digests(partner).size() > 0 && digests(here).size() > 0)
			return digests(partner).values().stream().anyMatch(digests(here).values()::contains);
		boolean series = partner.get("seriesUID").isPresent() && partner.get("seriesUID").equals(here.get("seriesUID"));
		return series && sizes(partner).equals(sizes(here));
	}

	private static JsonArray digests(JsonObject image) {
		return image.members().get("hash") instanceof JsonArray hashes ? hashes : JsonArray.of();
	}

	/** Numbers may be written in another way by another program. */
	private static List<String> sizes(JsonObject image) {
		JsonValue size = image.members().get("size");
		return size instanceof JsonArray numbers
				? numbers.values().stream().map(n -> n instanceof JsonScalar scalar ? scalar.text() : n.toString()).toList()
				: List.of();
	}
}
