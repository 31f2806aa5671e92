package org.annotomy.interchange.sidecar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.json.Json;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** Collects the features of another program's file one by one and puts our file together again. */
final class FeatureMerge {

	private final byte[] base;
	private final JsonSlices slices;
	private final Map<UUID, Integer> places;
	private final Map<UUID, RawFeature> theirs = new HashMap<>();
	private final FeatureBatch added = new FeatureBatch();
	private final Findings findings = new Findings();
	private final SeenClasses classes = new SeenClasses();
	private final FeatureDecoder decoder = new FeatureDecoder(new Findings(), classes);
	private final Map<UUID, AnnotationObject> ours = new HashMap<>();

	/** @param places where in the base the Feature of an id stands */
	FeatureMerge(byte[] base, JsonSlices slices, Map<UUID, Integer> places) throws IOException {
		this.base = base;
		this.slices = slices;
		this.places = places;
		for (Map.Entry<UUID, Integer> place : places.entrySet())
			decodeOurs(place.getKey(), OutsideEdit.feature(base, slices, place.getValue()));
	}

	private void decodeOurs(UUID id, RawFeature feature) {
		try {
			List<GeoGeometry> pieces = feature.geometry() == null ? List.of() : feature.geometry().pieces(new Findings());
			ours.put(id, decoder.decode(id, feature, pieces.isEmpty() ? null : pieces.get(0)).get(0));
		} catch (JsonException e) {
			ours.put(id, null); // our own Feature is broken: it stays as it stands
		}
	}

	/** @param index from 0, in the other program's file */
	void take(RawFeature feature, int index) throws JsonException {
		findings.at(index);
		added.findings().at(index);
		take(feature, null, "outside " + index);
	}

	private void take(RawFeature feature, UUID parent, String place) throws JsonException {
		RawFeature alone = feature.withoutChildren();
		UUID id = feature.id().orElse(null);
		if (id != null && places.containsKey(id) && theirs.putIfAbsent(id, alone) == null) {
			for (RawFeature child : feature.children())
				take(child, id, place);
			return;
		}
		try {
			added.add(alone, parent, place);
		} catch (JsonException e) {
			findings.add("it could not be read and was left out: " + e.getMessage().replaceFirst("\\.$", ""));
		}
		List<RawFeature> children = feature.children();
		for (int i = 0; i < children.size(); i++)
			take(children.get(i), id, place + "/" + i);
	}

	OutsideMerge finish(boolean keepMissing) throws IOException {
		Map<UUID, byte[]> lines = new TreeMap<>(FeatureIds.ORDER);
		List<UUID> missing = new ArrayList<>();
		Map<UUID, AnnotationObject> changed = new TreeMap<>(FeatureIds.ORDER);
		for (Map.Entry<UUID, Integer> place : places.entrySet()) {
			UUID id = place.getKey();
			RawFeature outside = theirs.get(id);
			if (outside == null) missing.add(id);
			if (outside == null && !keepMissing) continue;
			lines.put(id, line(place.getValue()));
			AnnotationObject merged = outside == null || ours.get(id) == null ? null : merged(id, outside, place.getValue());
			if (merged != null) changed.put(id, merged);
		}
		List<AnnotationObject> fresh = fresh();
		List<JsonObject> unplaced = write(changed, fresh, lines);
		missing.sort(FeatureIds.ORDER);
		findings.addAll(added.findings());
		return new OutsideMerge(assemble(lines, unplaced), new ArrayList<>(changed.keySet()),
				fresh.stream().map(AnnotationObject::id).toList(), missing, findings.sentences());
	}

	/** Null if the outside Feature says nothing new. */
	private AnnotationObject merged(UUID id, RawFeature outside, int place) throws IOException {
		findings.at(place);
		try {
			return new ObjectMerge(ours.get(id), OutsideEdit.feature(base, slices, place), classes, findings).with(outside);
		} catch (JsonException | IllegalArgumentException e) {
			findings.add("what the other program made of it cannot be read; ours was kept");
			return null;
		}
	}

	private List<AnnotationObject> fresh() {
		Set<UUID> used = new HashSet<>(places.keySet());
		List<AnnotationObject> fresh = new ArrayList<>();
		for (AnnotationObject object : added.objects()) {
			UUID id = object.id();
			for (int i = 1; !used.add(id); i++)
				id = FeatureIds.derived(object.id(), i);
			fresh.add(id.equals(object.id()) ? object : FeatureIds.renamed(object, id));
		}
		return fresh;
	}

	/** Writes what is new into the lines. @return what cannot be placed */
	private List<JsonObject> write(Map<UUID, AnnotationObject> changed, List<AnnotationObject> fresh, Map<UUID, byte[]> lines)
			throws IOException {
		classes.addAll(added.classes());
		FeatureEncoder encoder = new FeatureEncoder(new Protocol(Protocol.NONE.stamp(), "", "", classes.toClasses(), List.of(),
				List.of(), List.of(), List.of()));
		List<JsonObject> unplaced = new ArrayList<>();
		for (AnnotationObject object : new ArrayList<>(changed.values())) {
			FeatureChunk line = FeatureChunk.encode(List.of(object), encoder);
			if (line.features() == 1) lines.put(object.id(), line.bytes());
			else changed.remove(object.id());
		}
		for (AnnotationObject object : fresh) {
			FeatureChunk line = FeatureChunk.encode(List.of(object), encoder);
			if (line.features() == 1) lines.put(object.id(), line.bytes());
			else unplaced.add(encoder.encode(object));
		}
		unplaced.addAll(added.kept());
		return unplaced;
	}

	private byte[] line(int place) {
		return Arrays.copyOfRange(base, slices.start(place), slices.end(place));
	}

	private byte[] assemble(Map<UUID, byte[]> lines, List<JsonObject> unplaced) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream(base.length);
		if (unplaced.isEmpty()) file.write(base, 0, slices.open() + 1);
		else writeTopWith(unplaced, file);
		file.write('\n');
		boolean first = true;
		for (byte[] line : lines.values()) {
			if (!first) file.write(",\n".getBytes(StandardCharsets.UTF_8));
			file.write(line);
			first = false;
		}
		if (!first) file.write('\n');
		file.write(base, slices.close(), base.length - slices.close());
		return file.toByteArray();
	}

	private void writeTopWith(List<JsonObject> unplaced, ByteArrayOutputStream file) throws IOException {
		JsonSlices.Slice where = slices.members().get("annotomy");
		String text = new String(base, where.from(), where.to() - where.from(), StandardCharsets.UTF_8);
		JsonObject annotomy = Json.parse(text).asObject();
		List<JsonValue> all = new ArrayList<>(annotomy.list("unplaced"));
		all.addAll(unplaced);
		JsonObject more = Members.join(JsonObject.builder().put("unplaced", JsonArray.of(all)).build(), annotomy);
		file.write(base, 0, where.from());
		file.write(Json.write(more).getBytes(StandardCharsets.UTF_8));
		file.write(base, where.to(), slices.open() + 1 - where.to());
	}
}
