package org.annotomy.annotation.protocol;

import java.util.Optional;
import java.util.stream.Collectors;

import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.protocol.AttributeDefinition.Choice;
import org.annotomy.json.JsonNumbers;

/** Whether answers fit their questions. */
final class Answers {

	private Answers() {}

	/** Whether there is no answer, or only white space, or an empty list. */
	static boolean isBlank(AttributeValue answer) {
		if (answer instanceof AttributeValue.Text text) return text.text().isBlank();
		if (answer instanceof AttributeValue.Several several) return several.values().stream().allMatch(Answers::isBlank);
		return answer == null;
	}

	static Optional<String> problem(AttributeDefinition question, AttributeValue answer) {
		if (isBlank(answer)) return Optional.empty();
		return switch (question.type()) {
			case CHOICE -> choice(question, answer);
			case CHOICES -> choices(question, answer);
			case NUMBER -> number(question, answer);
			case TEXT -> answer instanceof AttributeValue.Text ? Optional.empty() : Optional.of("must be a text");
			case FLAG -> answer instanceof AttributeValue.Flag ? Optional.empty() : Optional.of("must be yes or no");
			case CODE -> answer instanceof AttributeValue.Coded ? Optional.empty() : Optional.of("must be a code");
		};
	}

	private static Optional<String> choices(AttributeDefinition question, AttributeValue answer) {
		if (!(answer instanceof AttributeValue.Several several)) return choice(question, answer);
		return several.values().stream().flatMap(one -> choice(question, one).stream()).findFirst();
	}

	private static Optional<String> choice(AttributeDefinition question, AttributeValue answer) {
		boolean offered = answer instanceof AttributeValue.Text text
				&& question.choices().stream().anyMatch(choice -> choice.value().equals(text.text()));
		if (offered) return Optional.empty();
		return Optional.of("must be one of " + question.choices().stream().map(Choice::value).collect(Collectors.joining(", ")));
	}

	private static Optional<String> number(AttributeDefinition question, AttributeValue answer) {
		if (!(answer instanceof AttributeValue.Number number)) return Optional.of("must be a number");
		String unit = question.unit() == null ? "" : " " + question.unit();
		if (number.number() < question.min())
			return Optional.of("must be at least " + JsonNumbers.shortest(question.min()) + unit + ", not "
					+ JsonNumbers.shortest(number.number()));
		if (number.number() > question.max())
			return Optional.of("must be at most " + JsonNumbers.shortest(question.max()) + unit + ", not "
					+ JsonNumbers.shortest(number.number()));
		return Optional.empty();
	}
}
