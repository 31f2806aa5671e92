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
 * @param rules what must hold among several marks
 * @param counts what is to be counted
 */
public record Protocol(ProtocolStamp stamp, String title, String instructions, List<AnnotationClass> classes,
		List<AttributeDefinition> attributes,
		List<AttributeDefinition> imageQuestions, List<AttributeDefinition> studyQuestions, List<NamedWindow> windows,
		List<ProtocolRule> rules, List<CountTask> counts) {

	/**
	 * A display window: either fixed, in modality values, or by percentiles of the image's own values where those have no scale (MR).
	 *
	 * @param center NaN if the window goes by percentiles
	 * @param width NaN if the window goes by percentiles
	 * @param lowPercentile 0 to 100, what is shown black; NaN if the window is fixed
	 * @param highPercentile 0 to 100, what is shown white; NaN if the window is fixed
	 */
	public record NamedWindow(String name, double center, double width, double lowPercentile, double highPercentile) {

		public NamedWindow(String name, double center, double width) {
			this(name, center, width, Double.NaN, Double.NaN);
		}

		public static NamedWindow ofPercentiles(String name, double low, double high) {
			return new NamedWindow(name, Double.NaN, Double.NaN, low, high);
		}

		public boolean isByPercentiles() { return !Double.isNaN(lowPercentile); }
	}

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
		rules = List.copyOf(rules);
		counts = List.copyOf(counts);
	}

	/** A protocol that counts nothing. */
	public Protocol(ProtocolStamp stamp, String title, String instructions, List<AnnotationClass> classes,
			List<AttributeDefinition> attributes, List<AttributeDefinition> imageQuestions,
			List<AttributeDefinition> studyQuestions,
			List<NamedWindow> windows, List<ProtocolRule> rules) {
		this(stamp, title, instructions, classes, attributes, imageQuestions, studyQuestions, windows, rules, List.of());
	}

	/** A protocol without rules among marks. */
	public Protocol(ProtocolStamp stamp, String title, String instructions, List<AnnotationClass> classes,
			List<AttributeDefinition> attributes,
			List<AttributeDefinition> imageQuestions, List<AttributeDefinition> studyQuestions, List<NamedWindow> windows) {
		this(stamp, title, instructions, classes, attributes, imageQuestions, studyQuestions, windows, List.of());
	}

	/** The same with other classes. */
	public Protocol withClasses(List<AnnotationClass> others) {
		return new Protocol(stamp, title, instructions, others, attributes, imageQuestions, studyQuestions, windows, rules,
				counts);
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

	/** The questions asked about each mark of a class, in the order shown. */
	public List<AttributeDefinition> attributesOf(AnnotationClass annotationClass) {
		return annotationClass.attributes().stream().flatMap(key -> findAttribute(key).stream()).toList();
	}

	public Optional<NamedWindow> findWindow(String name) {
		return windows.stream().filter(w -> w.name().equals(name)).findFirst();
	}
}
