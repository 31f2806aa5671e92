package org.annotomy.interchange.sidecar;

import java.time.DateTimeException;
import java.time.Instant;

import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/** Where a mark comes from; times as UTC instants, drafts unsaid. */
final class ProvenanceJson {

	private ProvenanceJson() {}

	static JsonObject encode(Provenance provenance) {
		if (provenance.equals(Provenance.UNKNOWN)) return JsonObject.EMPTY;
		JsonObject.Builder to = JsonObject.builder().put("tool", provenance.tool());
		if (provenance.model() != null) to.put("model", model(provenance.model()));
		to.put("rater", provenance.rater());
		if (provenance.created() != null) to.put("created", provenance.created().toString());
		if (provenance.modified() != null) to.put("modified", provenance.modified().toString());
		to.put("reviewedBy", provenance.reviewedBy());
		if (provenance.status() != Status.DRAFT) to.put("status", provenance.status().key());
		return to.build();
	}

	private static JsonObject model(Provenance.Model model) {
		JsonObject.Builder to = JsonObject.builder().put("name", model.name()).put("version", model.version());
		if (!Double.isNaN(model.score())) to.put("score", ExactNumbers.of(model.score()));
		return to.build();
	}

	static Provenance decode(Members from) throws JsonException {
		if (from.source().isEmpty()) return Provenance.UNKNOWN;
		Provenance.Model model = null;
		if (from.has("model")) {
			Members inner = from.nested("model");
			model = new Provenance.Model(inner.string("name"), inner.string("version"), inner.number("score", Double.NaN));
		}
		return new Provenance(from.string("tool"), model, from.string("rater"), instant(from, "created"),
				instant(from, "modified"), from.string("reviewedBy"), status(from));
	}

	private static Status status(Members from) throws JsonException {
		String key = from.string("status");
		Status status = Status.ofKey(key);
		if (!status.key().equals(key)) from.leave("status");
		return status;
	}

	/** Null, and the text left as it is, if it is no UTC instant. */
	private static Instant instant(Members from, String name) throws JsonException {
		String text = from.string(name);
		if (text == null) return null;
		try {
			return Instant.parse(text);
		} catch (DateTimeException e) {
			from.leave(name);
			return null;
		}
	}
}
