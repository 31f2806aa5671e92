package org.annotomy.annotation.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.protocol.AnnotationClass.Overlap;
import org.annotomy.annotation.protocol.AttributeDefinition.Choice;
import org.annotomy.annotation.protocol.Protocol.NamedWindow;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.json.JsonNumbers;

/** The part of docs/protocols.md that describes the protocols that come with Annotomy. */
final class ProtocolTables {

	private ProtocolTables() {}

	static String markdown(Protocol protocol) {
		StringBuilder text = new StringBuilder("### " + protocol.title() + "\n\n");
		text.append("`").append(protocol.stamp().id()).append("`, version ").append(protocol.stamp().version()).append(".");
		if (!protocol.windows().isEmpty())
			text.append(" Windows: ")
					.append(protocol.windows().stream().map(ProtocolTables::window).collect(Collectors.joining(", ")))
					.append(".");
		text.append("\n\n| class | key | shortcut | colour | marks | code | value | limits | asks | preset |\n")
				.append("|---|---|---|---|---|---|---|---|---|---|\n");
		for (AnnotationClass c : protocol.classes())
			text.append(row(protocol, c));
		text.append('\n');
		questions(text, "Each image", protocol.imageQuestions());
		questions(text, "Each study", protocol.studyQuestions());
		for (ProtocolRule rule : protocol.rules())
			text.append("- ").append(rule.warning() ? "Warning" : "Rule").append(" (")
					.append(String.join(", ", rule.classes().stream().map(key -> "`" + key + "`").toList())).append("): ")
					.append(rule.message()).append('\n');
		return text.append('\n').toString();
	}

	private static String row(Protocol protocol, AnnotationClass c) {
		String asks = protocol.attributesOf(c).stream().map(a -> a.label() + (a.required() ? "\\*" : ""))
				.collect(Collectors.joining(", "));
		return "| "
				+ String.join(" | ", List.of(c.name(), "`" + c.key() + "`", String.valueOf(c.shortcut()).toUpperCase(Locale.ROOT),
						String.format(Locale.ROOT, "`#%06X`", c.rgb()), kinds(c), code(c.coding().type()),
						c.labelValue() == 0 ? "" : "" + c.labelValue(), limits(c), asks, c.preset() == null ? "" : c.preset()))
				+ " |\n";
	}

	private static String kinds(AnnotationClass c) {
		if (c.kinds().isEmpty()) return "any";
		return c.kinds().stream().sorted().map(ShapeKind::key).collect(Collectors.joining(", "));
	}

	private static String code(Code code) {
		return code == null ? "" : code.scheme() + " " + code.value() + " " + code.meaning();
	}

	private static String limits(AnnotationClass c) {
		List<String> limits = new ArrayList<>();
		if (!c.instances()) limits.add("semantic");
		if (c.overlap() != Overlap.ALLOWED) limits.add("overlap " + c.overlap().key());
		if (c.mustLieInside() != null) limits.add("inside `" + c.mustLieInside() + "`");
		if (c.minSizeMm() > 0) limits.add("≥ " + JsonNumbers.shortest(c.minSizeMm()) + " mm");
		if (c.minAreaPx() > 0) limits.add("≥ " + JsonNumbers.shortest(c.minAreaPx()) + " px");
		if (c.minCount() > 0) limits.add("at least " + c.minCount());
		if (c.maxCount() < Integer.MAX_VALUE) limits.add("at most " + c.maxCount());
		return String.join(", ", limits);
	}

	private static String window(NamedWindow window) {
		String numbers = window.isByPercentiles()
				? JsonNumbers.shortest(window.lowPercentile()) + "–" + JsonNumbers.shortest(window.highPercentile()) + " %"
				: JsonNumbers.shortest(window.width()) + "/" + JsonNumbers.shortest(window.center());
		return window.name() + " (" + numbers + ")";
	}

	private static void questions(StringBuilder text, String about, List<AttributeDefinition> questions) {
		if (questions.isEmpty()) return;
		text.append(about).append(": ").append(questions.stream().map(ProtocolTables::question).collect(Collectors.joining("; ")))
				.append(".\n\n");
	}

	private static String question(AttributeDefinition question) {
		String choices = question.choices().stream().map(Choice::value).collect(Collectors.joining(", "));
		return question.label() + (question.required() ? "\\*" : "") + (choices.isEmpty() ? "" : " (" + choices + ")");
	}
}
