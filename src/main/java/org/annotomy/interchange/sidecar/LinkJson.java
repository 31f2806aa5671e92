package org.annotomy.interchange.sidecar;

import java.util.UUID;

import org.annotomy.annotation.model.Link;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/** A link as an entry of {@code links}. */
public final class LinkJson {

	private LinkJson() {}

	public static JsonObject encode(Link link) {
		JsonObject.Builder to = JsonObject.builder().put("id", link.id().toString()).put("rel", link.relation())
				.put("from", link.from().toString()).put("to", link.to().toString()).putUnlessEmpty("image", link.image())
				.put("tracking", link.tracking());
		if (!Double.isNaN(link.confidence())) to.put("confidence", ExactNumbers.of(link.confidence()));
		return Members.join(to.build(), link.foreign());
	}

	/** A link without id gets one that is always the same for the same link. */
	public static Link decode(JsonObject entry) throws JsonException {
		Members from = new Members(entry);
		String relation = from.string("rel");
		UUID start = FeatureIds.parse(from.take("from"));
		UUID end = FeatureIds.parse(from.take("to"));
		if (relation == null || start == null || end == null)
			throw new JsonException(entry.line(), "a link needs \"rel\" and the UUIDs \"from\" and \"to\".");
		UUID id = FeatureIds.parse(from.take("id"));
		JsonObject image = from.take("image") == null ? JsonObject.EMPTY : entry.object("image");
		String tracking = from.string("tracking");
		double confidence = from.number("confidence", Double.NaN);
		return new Link(id == null ? FeatureIds.ofText(relation + start + end + image) : id, relation, start, end, image,
				tracking, confidence, from.rest());
	}
}
