package org.annotomy.interchange.sidecar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;

/** Reads a run of features one after the other. For one thread. */
final class FeatureBatch {

	private final List<AnnotationObject> objects = new ArrayList<>();
	private final List<JsonObject> kept = new ArrayList<>();
	private final Findings findings = new Findings();
	private final SeenClasses classes = new SeenClasses();
	private final FeatureDecoder decoder = new FeatureDecoder(findings, classes);

	List<AnnotationObject> objects() {
		return objects;
	}

	/** Features that could not be read, as they stand in the file. */
	List<JsonObject> kept() {
		return kept;
	}

	Findings findings() {
		return findings;
	}

	SeenClasses classes() {
		return classes;
	}

	/**
	 * Reads the features number {@code first} to {@code last} − 1 of the slices.
	 *
	 * @throws IOException if the text is not JSON
	 */
	void read(byte[] text, JsonSlices slices, int first, int last) throws IOException {
		try (JsonParser parser = FeatureParser.TOLERANT
				.createParser(asArray(text, slices.start(first), slices.end(last - 1)))) {
			read(parser, first, i -> tree(text, slices.start(i), slices.end(i)));
		}
	}

	/** Reads the one feature that stands there. @param index from 0 @throws IOException if the text is not JSON */
	void read(byte[] text, int from, int to, int index) throws IOException {
		try (JsonParser parser = FeatureParser.TOLERANT.createParser(asArray(text, from, to))) {
			read(parser, index, i -> tree(text, from, to));
		}
	}

	private interface Texts {

		JsonValue tree(int index) throws IOException;
	}

	private void read(JsonParser parser, int first, Texts texts) throws IOException {
		FeatureParser features = new FeatureParser(parser, findings);
		parser.nextToken();
		JsonStreamContext array = parser.getParsingContext();
		for (int i = first; parser.nextToken() != JsonToken.END_ARRAY; i++) {
			findings.at(i);
			try {
				add(features.read(), i);
			} catch (JsonException e) {
				while (parser.getParsingContext() != array)
					parser.nextToken();
				keep(e, texts.tree(i));
			}
		}
	}

	/** Reads one feature from a value; {@code index} is only for what is told of it. */
	void read(JsonObject feature, int index) {
		findings.at(index);
		try {
			add(RawFeature.of(feature), index);
		} catch (JsonException e) {
			keep(e, feature);
		}
	}

	private void keep(JsonException reason, JsonValue feature) {
		findings.add("it is kept but cannot be shown: " + reason.getMessage().replaceFirst("\\.$", ""));
		if (feature instanceof JsonObject object) kept.add(object);
	}

	private void add(RawFeature feature, int index) throws JsonException {
		add(feature, null, "feature " + index);
	}

	/**
	 * @param parent the object that it was found in, or null
	 * @param place names a Feature without id: always the same for the same file
	 */
	void add(RawFeature feature, UUID parent, String place) throws JsonException {
		List<GeoGeometry> pieces = feature.geometry() == null ? List.of() : feature.geometry().pieces(findings);
		UUID id = feature.id().orElseGet(() -> derivedId(place, pieces));
		RawFeature alone = feature.withoutChildren();
		List<AnnotationObject> made = new ArrayList<>(decoder.decode(id, alone, pieces.isEmpty() ? null : pieces.get(0)));
		if (pieces.size() > 1) made = collected(made, alone, pieces);
		for (AnnotationObject object : made)
			objects.add(parent == null || object.parent() != null || parent.equals(object.id())
					? object
					: object.toBuilder().parent(parent).build());
		List<RawFeature> children = feature.children();
		if (!children.isEmpty()) findings.add("objects within it became objects of their own that name it as \"parent\"");
		for (int i = 0; i < children.size(); i++)
			add(children.get(i), id, place + "/" + i);
	}

	private List<AnnotationObject> collected(List<AnnotationObject> first, RawFeature feature, List<GeoGeometry> pieces)
			throws JsonException {
		findings.add("several geometries in one Feature became one object each, tied by \"instance\"");
		List<Shape> shapes = new ArrayList<>();
		first.forEach(object -> shapes.add(object.shape()));
		for (GeoGeometry piece : pieces.subList(1, pieces.size()))
			decoder.decode(first.get(0).id(), feature, piece).forEach(object -> shapes.add(object.shape()));
		return FeatureDecoder.parts(first.get(0), shapes);
	}

	private UUID derivedId(String place, List<GeoGeometry> pieces) {
		findings.add("it has no UUID; it was given one");
		return FeatureIds.ofText(place + (pieces.isEmpty() ? "" : " " + pieces.get(0).bounds()));
	}

	private static JsonValue tree(byte[] text, int from, int to) throws IOException {
		try (JsonParser parser = FeatureParser.TOLERANT.createParser(text, from, to - from)) {
			parser.nextToken();
			return new FeatureParser(parser, new Findings()).tree();
		}
	}

	private static InputStream asArray(byte[] text, int from, int to) {
		Enumeration<InputStream> parts = Collections.enumeration(List.of(new ByteArrayInputStream(new byte[]{'['}),
				new ByteArrayInputStream(text, from, to - from), new ByteArrayInputStream(new byte[]{']'})));
		return new SequenceInputStream(parts);
	}
}
