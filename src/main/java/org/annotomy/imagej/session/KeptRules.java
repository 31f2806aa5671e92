package org.annotomy.imagej.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.Segment;
import org.annotomy.json.Json;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonFile;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.EditingRules.Area;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.annotomy.store.AnnotationStore;

/**
 * The editing mask of an image from one session at the desk to the next, in a small file beside the journal. It is a convenience of the desk:
 * macros begin without a mask, and a file that cannot be read or written is as none.
 */
public final class KeptRules {

	private static final String NAME = "editing-mask.json";
	private static final int MOST_BYTES = 1 << 20;

	private final AnnotationSession session;
	private final Path file;
	private EditingRules kept = EditingRules.FREE;

	public KeptRules(AnnotationSession session) {
		this.session = session;
		file = AnnotationStore.noteOf(session.source().sidecar(), NAME);
	}

	/** What was kept, as far as its segments are still there; empty if nothing was, or all may be edited. */
	public Optional<EditingRules> read() {
		if (!Files.isRegularFile(file)) return Optional.empty();
		try {
			EditingRules rules = rules(Json.parse(JsonFile.read(file, MOST_BYTES, "an editing mask")).asObject());
			kept = rules;
			return Optional.of(rules).filter(r -> !r.equals(EditingRules.FREE));
		} catch (IOException | IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** Keeps the mask that is set now, if it is another one. */
	public void write() {
		EditingRules rules = session.segments().rules();
		if (rules.equals(kept) || session.document().readOnlyReason().isPresent()) return;
		kept = rules;
		try {
			if (rules.equals(EditingRules.FREE)) Files.deleteIfExists(file);
			else JsonFile.write(Json.writeIndented(json(rules)), file);
		} catch (IOException e) {
			kept = EditingRules.FREE;
		}
	}

	private EditingRules rules(JsonObject json) throws JsonException {
		Set<UUID> segments = new HashSet<>();
		for (JsonValue id : json.list("segments"))
			segments.add(UUID.fromString(id.asString()));
		segments.retainAll(session.document().segments().stream().map(Segment::id).toList());
		Area area = segments.isEmpty() ? Area.EVERYWHERE : Area.valueOf(key(json, "area"));
		return new EditingRules(area, area == Area.EVERYWHERE ? Set.of() : segments,
				json.number("lowest", Double.NEGATIVE_INFINITY), json.number("highest", Double.POSITIVE_INFINITY),
				Overwrite.valueOf(key(json, "overwrite")));
	}

	private static String key(JsonObject json, String member) throws JsonException {
		return json.require(member).asString().toUpperCase(Locale.ROOT);
	}

	private static JsonObject json(EditingRules rules) {
		List<JsonValue> segments = new ArrayList<>();
		rules.areaSegments().stream().sorted().forEach(id -> segments.add(JsonScalar.of(id.toString())));
		JsonObject.Builder json = JsonObject.builder().put("area", rules.area().key()).put("segments", JsonArray.of(segments))
				.put("overwrite", rules.overwrite().key());
		if (!Double.isInfinite(rules.lowest())) json.put("lowest", rules.lowest());
		if (!Double.isInfinite(rules.highest())) json.put("highest", rules.highest());
		return json.build();
	}
}
