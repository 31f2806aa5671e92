package org.annotomy.annotation.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One vocabulary and set of rules for all raters of a study.
 *
 * @param stamp id, version and digest
 * @param title as shown
 * @param instructions for the rater, plain text with line breaks; empty if none
 * @param classes in the order shown
 * @param attributes questions that classes refer to by key
 * @param imageQuestions asked once per image
 * @param studyQuestions asked once per study
 * @param windows display presets of its own
 */
public record Protocol(ProtocolStamp stamp, String title, String instructions, List<AnnotationClass> classes,
		List<AttributeDefinition> attributes,
		List<AttributeDefinition> imageQuestions, List<AttributeDefinition> studyQuestions, List<NamedWindow> windows) {

	/** A display window in modality values. */
	public record NamedWindow(String name, double center, double width) {}

	/** No classes and no rules. */
	public static final Protocol NONE = new Protocol(new ProtocolStamp("none", "1", null), "No protocol", "", List.of(),
			List.of(), List.of(), List.of(),
			List.of());

	public Protocol {
		Objects.requireNonNull(stamp, "stamp");
		Objects.requireNonNull(title, "title");
		classes = List.copyOf(classes);
		attributes = List.copyOf(attributes);
		imageQuestions = List.copyOf(imageQuestions);
		studyQuestions = List.copyOf(studyQuestions);
		windows = List.copyOf(windows);
	}

	public Optional<AnnotationClass> findClass(String key) {
		return classes.stream().filter(c -> c.key().equals(key)).findFirst();
	}

	public Optional<AnnotationClass> classOfShortcut(char shortcut) {
		return classes.stream()
				.filter(c -> c.shortcut() != 0 && Character.toLowerCase(c.shortcut()) == Character.toLowerCase(shortcut))
				.findFirst();
	}

	public Optional<AttributeDefinition> findAttribute(String key) {
		return attributes.stream().filter(a -> a.key().equals(key)).findFirst();
	}
}
