package org.annotomy.annotation.protocol;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.protocol.AnnotationClass.Overlap;
import org.annotomy.annotation.protocol.AttributeDefinition.Choice;
import org.annotomy.annotation.protocol.AttributeDefinition.Condition;
import org.annotomy.annotation.protocol.Protocol.NamedWindow;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.json.Json;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/**
 * Writes protocols as files that {@link ProtocolReader} reads back equal (but for the stamp's digest, which is that of the file read). Of
 * texts in several languages the one that was chosen is written.
 */
public final class ProtocolWriter {

	private ProtocolWriter() {}

	/** Indented JSON; what has its default is left out. */
	public static String write(Protocol protocol) {
		return Json.writeIndented(JsonObject.builder()
				.put("id", protocol.stamp().id())
				.put("version", protocol.stamp().version())
				.put("title", protocol.title())
				.put("instructions", protocol.instructions().isEmpty() ? null : protocol.instructions())
				.putUnlessEmpty("windows", array(protocol.windows(), ProtocolWriter::window))
				.putUnlessEmpty("attributes", array(protocol.attributes(), ProtocolWriter::question))
				.put("classes", array(protocol.classes(), ProtocolWriter::annotationClass))
				.putUnlessEmpty("imageQuestions", array(protocol.imageQuestions(), ProtocolWriter::question))
				.putUnlessEmpty("studyQuestions", array(protocol.studyQuestions(), ProtocolWriter::question))
				.putUnlessEmpty("rules", array(protocol.rules(), ProtocolWriter::rule))
				.putUnlessEmpty("counts", array(protocol.counts(), ProtocolWriter::count)).build());
	}

	private static JsonObject window(NamedWindow window) {
		JsonObject.Builder json = JsonObject.builder().put("name", window.name());
		if (window.isByPercentiles()) json.put("low", window.lowPercentile()).put("high", window.highPercentile());
		else json.put("center", window.center()).put("width", window.width());
		return json.build();
	}

	private static JsonObject question(AttributeDefinition question) {
		JsonObject.Builder json = JsonObject.builder().put("key", question.key()).put("label", question.label())
				.put("type", question.type().key()).put("code", code(question.code()));
		if (question.required()) json.put("required", true);
		if (question.shared()) json.put("shared", true);
		json.put("unit", question.unit());
		if (question.min() > Double.NEGATIVE_INFINITY) json.put("min", question.min());
		if (question.max() < Double.POSITIVE_INFINITY) json.put("max", question.max());
		return json.put("when", condition(question.condition())).put("help", question.help())
				.putUnlessEmpty("choices", array(question.choices(), ProtocolWriter::choice)).build();
	}

	private static JsonValue choice(Choice choice) {
		boolean plain = choice.code() == null && choice.label().equals(choice.value());
		if (plain) return JsonScalar.of(choice.value());
		return JsonObject.builder().put("value", choice.value()).put("label", choice.label()).put("code", code(choice.code()))
				.build();
	}

	private static JsonObject annotationClass(AnnotationClass of) {
		Coding coding = of.coding();
		JsonObject.Builder json = JsonObject.builder().put("key", of.key()).put("name", of.name())
				.put("color", String.format(Locale.ROOT, "#%06X", of.rgb()))
				.put("shortcut", of.shortcut() == 0 ? null : String.valueOf(of.shortcut()))
				.putUnlessEmpty("kinds", texts(of.kinds().stream().sorted().map(ShapeKind::key).toList()))
				.put("code", code(coding.type())).put("category", code(coding.category()))
				.put("modifier", code(coding.typeModifier())).put("region", code(coding.region()))
				.put("regionModifier", code(coding.regionModifier()));
		if (of.labelValue() != 0) json.put("value", of.labelValue());
		if (!of.instances()) json.put("mode", "semantic");
		if (of.overlap() != Overlap.ALLOWED) json.put("overlap", of.overlap().key());
		json.put("inside", of.mustLieInside());
		if (of.minSizeMm() > 0) json.put("minSizeMm", of.minSizeMm());
		if (of.minAreaPx() > 0) json.put("minAreaPx", of.minAreaPx());
		if (of.minCount() > 0) json.put("min", of.minCount());
		if (of.maxCount() < Integer.MAX_VALUE) json.put("max", of.maxCount());
		return json.putUnlessEmpty("attributes", texts(of.attributes())).put("preset", of.preset()).put("help", of.help())
				.put("role", of.role() == null ? null : of.role().key()).build();
	}

	private static JsonObject rule(ProtocolRule rule) {
		JsonObject.Builder json = JsonObject.builder().put("rule", rule.kind().key()).put("classes", texts(rule.classes()))
				.put("when", condition(rule.when()));
		String unit = rule.kind() == ProtocolRule.Kind.SIZE ? "Mm" : "";
		if (rule.measure() != null) json.put("measure", rule.measure().key());
		json.put(rule.kind() == ProtocolRule.Kind.COUNT ? "per" : "attribute", rule.attribute());
		if (rule.min() > 0) json.put("min" + unit, rule.min());
		if (rule.max() < Double.POSITIVE_INFINITY) json.put("max" + unit, rule.max());
		if (rule.warning()) json.put("severity", "warning");
		return json.put("message", rule.message()).build();
	}

	private static JsonObject count(CountTask task) {
		JsonObject.Builder json = JsonObject.builder().put("key", task.key()).put("title", task.title())
				.put("count", task.kind().key()).put("classes", texts(task.counted()))
				.putUnlessEmpty("among", texts(task.among()))
				.put("unless", condition(task.unless())).put("within", task.within());
		if (task.areaMm2() > 0) json.put("areaMm2", task.areaMm2());
		if (task.least() > 0) json.put("least", task.least());
		return json.put("help", task.help()).build();
	}

	private static JsonObject condition(Condition condition) {
		if (condition == null) return null;
		return JsonObject.builder().put("attribute", condition.attribute()).put("values", texts(condition.values())).build();
	}

	private static JsonArray code(Code code) {
		if (code == null) return null;
		return texts(code.version() == null
				? List.of(code.scheme(), code.value(), code.meaning())
				: List.of(code.scheme(), code.value(), code.meaning(), code.version()));
	}

	private static JsonArray texts(List<String> texts) {
		return array(texts, JsonScalar::of);
	}

	private static <T> JsonArray array(List<T> list, Function<T, JsonValue> write) {
		return JsonArray.of(list.stream().map(write).toList());
	}
}
