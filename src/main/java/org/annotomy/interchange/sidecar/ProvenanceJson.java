package org.annotomy.interchange.sidecar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/** Where a mark comes from; times as UTC instants, drafts unsaid. */
final class ProvenanceJson {

	private static final int USUAL_LENGTH = 20;
	private static final long SECONDS_PER_DAY = 86_400;

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
			return text.length() == USUAL_LENGTH ? usual(text) : Instant.parse(text);
		} catch (DateTimeException e) {
			from.leave(name);
			return null;
		}
	}

	/** {@code 2026-03-04T09:07:31Z} without the search for other forms. */
	private static Instant usual(String text) {
		boolean marks = text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T' && text.charAt(13) == ':'
				&& text.charAt(16) == ':' && text.charAt(19) == 'Z';
		for (int i = 0; marks && i < USUAL_LENGTH - 1; i++)
			marks = "-T:".indexOf(text.charAt(i)) >= 0 || text.charAt(i) >= '0' && text.charAt(i) <= '9';
		if (!marks) return Instant.parse(text);
		long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
		LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
		return Instant.ofEpochSecond(day * SECONDS_PER_DAY + time.toSecondOfDay());
	}

	private static int number(String text, int from, int to) {
		return Integer.parseInt(text, from, to, 10);
	}
}
