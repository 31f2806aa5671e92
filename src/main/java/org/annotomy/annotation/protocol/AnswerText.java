package org.annotomy.annotation.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.protocol.AttributeDefinition.Choice;
import org.annotomy.json.JsonNumbers;

/** Answers as a person or a macro types them: choices by value or label, numbers, {@code true}/{@code false}, several separated by {@code ;}. */
public final class AnswerText {

	private AnswerText() {}

	/**
	 * @return null for a blank text: no answer
	 * @throws IllegalArgumentException if the text is no answer to the question; the message says what is
	 */
	public static AttributeValue parse(AttributeDefinition question, String text) {
		if (text.isBlank()) return null;
		String typed = text.trim();
		return switch (question.type()) {
			case CHOICE -> AttributeValue.of(choice(question, typed).value());
			case CHOICES -> several(question, typed);
			case CODE -> AttributeValue.of(choice(question, typed).code());
			case NUMBER -> number(question, typed);
			case FLAG -> flag(question, typed);
			case TEXT -> AttributeValue.of(typed);
		};
	}

	/**
	 * Several answers, as {@code key=value; key=value}. A semicolon that no known key follows belongs to the answer before it.
	 *
	 * @throws IllegalArgumentException if a key is unknown, or a text is no answer to its question
	 */
	public static Map<String, AttributeValue> parseAll(List<AttributeDefinition> questions, String text) {
		Map<String, AttributeValue> answers = new LinkedHashMap<>();
		Map<String, String> typed = new LinkedHashMap<>();
		String last = null;
		for (String part : text.isBlank() ? new String[0] : text.split(";")) {
			int equals = part.indexOf('=');
			if (equals < 0 && last != null) typed.merge(last, part, (before, more) -> before + ";" + more);
			else typed.put(last = equals < 0 ? part.trim() : part.substring(0, equals).trim(), part.substring(equals + 1));
		}
		typed.forEach((key, value) -> answers.put(key, parse(question(questions, key), value)));
		answers.values().removeIf(Objects::isNull);
		return answers;
	}

	/** How an answer is typed; empty for none. */
	public static String of(AttributeValue answer) {
		if (answer instanceof AttributeValue.Text text) return text.text();
		if (answer instanceof AttributeValue.Number number) return JsonNumbers.shortest(number.number());
		if (answer instanceof AttributeValue.Flag flag) return Boolean.toString(flag.value());
		if (answer instanceof AttributeValue.Coded coded) return coded.code().meaning();
		if (answer instanceof AttributeValue.Several several)
			return several.values().stream().map(AnswerText::of).collect(Collectors.joining("; "));
		return "";
	}

	/** How an answer is typed so that {@link #parse} gives the same one, whatever the words of its code; empty for none. */
	public static String of(AttributeDefinition question, AttributeValue answer) {
		if (answer instanceof AttributeValue.Coded coded)
			for (Choice choice : question.choices())
				if (coded.code().equals(choice.code())) return choice.value();
		return of(answer);
	}

	private static AttributeDefinition question(List<AttributeDefinition> questions, String key) {
		return questions.stream().filter(q -> q.key().equals(key)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("The class has no attribute \""
						+ key + "\". It has: "
						+ questions.stream().map(AttributeDefinition::key).collect(Collectors.joining(", ")) + "."));
	}

	private static AttributeValue several(AttributeDefinition question, String typed) {
		List<AttributeValue> answers = new ArrayList<>();
		for (String part : typed.split(";"))
			answers.add(AttributeValue.of(choice(question, part.trim()).value()));
		return new AttributeValue.Several(answers);
	}

	private static Choice choice(AttributeDefinition question, String typed) {
		for (Choice choice : question.choices())
			if (choice.value().equalsIgnoreCase(typed) || choice.label().equalsIgnoreCase(typed)) return choice;
		throw refusal(question, "one of " + question.choices().stream().map(Choice::value).collect(Collectors.joining(", ")),
				typed);
	}

	private static AttributeValue number(AttributeDefinition question, String typed) {
		try {
			double number = Double.parseDouble(typed);
			if (number >= question.min() && number <= question.max()) return AttributeValue.of(number);
		} catch (NumberFormatException e) {
			throw refusal(question, "a number", typed);
		}
		throw refusal(question, "from " + bound(question.min()) + " to " + bound(question.max()), typed);
	}

	private static AttributeValue flag(AttributeDefinition question, String typed) {
		if (typed.equalsIgnoreCase("true") || typed.equalsIgnoreCase("yes")) return AttributeValue.of(true);
		if (typed.equalsIgnoreCase("false") || typed.equalsIgnoreCase("no")) return AttributeValue.of(false);
		throw refusal(question, "true or false", typed);
	}

	private static String bound(double bound) {
		return Double.isInfinite(bound) ? "any number" : JsonNumbers.shortest(bound);
	}

	private static IllegalArgumentException refusal(AttributeDefinition question, String needed, String typed) {
		return new IllegalArgumentException(question.label() + " must be " + needed + ", not \"" + typed + "\".");
	}
}
