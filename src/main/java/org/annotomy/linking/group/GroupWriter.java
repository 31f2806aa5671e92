package org.annotomy.linking.group;

import java.util.List;
import java.util.Locale;

import org.annotomy.interchange.sidecar.IdentityJson;
import org.annotomy.interchange.transform.TransformJson;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;
import org.annotomy.linking.place.Alignment;

/** A group as the JSON of its file. */
final class GroupWriter {

	private GroupWriter() {}

	static JsonObject of(ImageGroup group) {
		return JsonObject.builder().put("format", GroupReader.FORMAT).put("version", GroupReader.VERSION)
				.put("name", group.name())
				.put("members", array(group.members().stream().map(GroupWriter::member).toList()))
				.putUnlessEmpty("alignments", array(group.alignments().stream().map(GroupWriter::alignment).toList()))
				.put("sync", sync(group.sync())).put("layout", group.layout())
				.put("stage", group.layout() == null ? null : JsonScalar.of((long) group.stage()))
				.putUnlessEmpty("views", array(group.views().stream().map(GroupWriter::view).toList())).putAll(group.foreign())
				.build();
	}

	private static JsonObject member(GroupMember member) {
		JsonObject.Builder facts = JsonObject.builder();
		member.facts().values().forEach(facts::put);
		return JsonObject.builder().put("key", member.key()).put("path", member.path())
				.putUnlessEmpty("facts", facts.build()).put("image", IdentityJson.encode(member.identity())).build();
	}

	private static JsonObject alignment(Alignment alignment) {
		return JsonObject.builder().put("from", alignment.from()).put("to", alignment.to())
				.put("transform", TransformJson.write(alignment.map().transform()))
				.put("errorMm", Double.isNaN(alignment.map().errorMm()) ? null : JsonScalar.of(alignment.map().errorMm()))
				.put("how", alignment.words()).build();
	}

	static JsonObject sync(SyncSettings sync) {
		return JsonObject.builder().put("scroll", sync.scroll()).put("pan", sync.pan()).put("zoom", sync.zoom())
				.put("crosshair", sync.crosshair()).put("window", sync.window()).put("referenceLines", sync.referenceLines())
				.put("ghosts", sync.ghosts().name().toLowerCase(Locale.ROOT)).build();
	}

	private static JsonObject view(ViewMemory view) {
		JsonObject.Builder to = JsonObject.builder().put("member", view.member()).put("plane", view.plane())
				.put("bounds", numbers(view.x(), view.y(), view.width(), view.height())).put("slice", view.slice())
				.put("zoom", view.zoom()).put("corner", numbers(view.left(), view.top()));
		if (!Double.isNaN(view.center())) to.put("window", numbers(view.center(), view.range()));
		return to.build();
	}

	private static JsonArray numbers(double... numbers) {
		return JsonArray.of(java.util.Arrays.stream(numbers).mapToObj(GroupWriter::number).toList());
	}

	private static JsonValue number(double number) {
		return number == Math.rint(number) && Math.abs(number) < 1e15 ? JsonScalar.of((long) number) : JsonScalar.of(number);
	}

	private static JsonArray array(List<JsonObject> objects) {
		return JsonArray.of(objects);
	}
}
