package org.annotomy.annotation.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.annotomy.annotation.protocol.Protocol.NamedWindow;
import org.annotomy.digest.Sha256;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/**
 * Reads protocol files ({@code *.protocol.json}, described by {@code protocol.schema.json} and docs/protocols.md). Strict: what is not
 * understood or cannot be kept is refused with its line, because a rule that is silently ignored is worse than none.
 */
public final class ProtocolReader {

	/** How the names of protocol files end. */
	public static final String SUFFIX = ".protocol.json";

	private static final Set<String> MEMBERS = Set.of("$schema", "id", "version", "title", "instructions", "windows",
			"attributes",
			"classes", "imageQuestions", "studyQuestions", "rules", "counts");
	private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
	private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,31}");
	private static final int MOST_WINDOWS = 100;

	private final Language language;

	private ProtocolReader(Locale locale) {
		language = new Language(locale);
	}

	/** As {@link #read(String, Locale)} in the language of this computer. */
	public static Protocol read(String text) throws JsonException {
		return read(text, Locale.getDefault(Locale.Category.DISPLAY));
	}

	/**
	 * @param locale which language to take where a text has several; else English, else the first
	 * @throws JsonException if it is no protocol; the message begins with the line
	 */
	public static Protocol read(String text, Locale locale) throws JsonException {
		return read(text.getBytes(StandardCharsets.UTF_8), locale);
	}

	/** As {@link #read(Path, Locale)} in the language of this computer. */
	public static Protocol read(Path file) throws IOException {
		return read(file, Locale.getDefault(Locale.Category.DISPLAY));
	}

	/**
	 * @throws JsonException if it is no protocol; the message begins with the line and does not name the file
	 * @throws IOException if it cannot be read
	 */
	public static Protocol read(Path file, Locale locale) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return read(in.readNBytes(ProtocolText.MOST_BYTES + 1), locale);
		}
	}

	/** The stamp's digest is that of these bytes. @throws JsonException if it is no protocol; the message begins with the line */
	public static Protocol read(byte[] bytes, Locale locale) throws JsonException {
		JsonObject json = ProtocolText.parse(bytes).asObject();
		return new ProtocolReader(locale).protocol(json, Sha256.hex(bytes));
	}

	private Protocol protocol(JsonObject json, String sha256) throws JsonException {
		json.requireOnly(MEMBERS);
		ProtocolStamp stamp = new ProtocolStamp(
				matching(json.require("id"), ID, "lower-case letters, digits, dots and hyphens, at most 64"),
				matching(json.require("version"), VERSION, "letters, digits, dots, plus signs and hyphens, at most 32"), sha256);
		if (json.has("$schema")) json.require("$schema").asString();
		String title = language.choose(json.require("title"));
		List<NamedWindow> windows = windows(json);
		QuestionReader questions = new QuestionReader(language);
		List<AttributeDefinition> ofStudy = questions.read(json, "studyQuestions", List.of());
		List<AttributeDefinition> ofImage = questions.read(json, "imageQuestions", ofStudy);
		List<AttributeDefinition> ofAll = Stream.concat(ofImage.stream(), ofStudy.stream()).toList();
		List<AttributeDefinition> attributes = questions.read(json, "attributes", ofAll);
		List<AnnotationClass> classes = new ClassReader(language, attributes, windows).read(json);
		List<ProtocolRule> rules = new RuleReader(language, attributes, ofAll, classes).read(json);
		return new Protocol(stamp, title, language.choose(json, "instructions", ""), classes, attributes, ofImage, ofStudy,
				windows,
				rules, new CountReader(language, attributes, classes).read(json));
	}

	private static String matching(JsonValue value, Pattern pattern, String words) throws JsonException {
		String text = value.asString();
		if (!pattern.matcher(text).matches())
			throw new JsonException(value.line(), "\"" + text + "\" must consist of " + words + ".");
		return text;
	}

	private static List<NamedWindow> windows(JsonObject json) throws JsonException {
		List<NamedWindow> windows = new ArrayList<>();
		Keys names = new Keys();
		for (JsonValue value : QuestionReader.limited(json, "windows", MOST_WINDOWS)) {
			NamedWindow window = window(value.asObject());
			names.add(window.name(), value, "the window \"" + window.name() + "\"");
			windows.add(window);
		}
		return windows;
	}

	private static NamedWindow window(JsonObject json) throws JsonException {
		json.requireOnly(Set.of("name", "center", "width", "low", "high"));
		JsonValue name = json.require("name");
		if (name.asString().isBlank()) throw new JsonException(name.line(), "a window needs a name.");
		boolean fixed = json.has("center") && json.has("width") && !json.has("low") && !json.has("high");
		boolean byPercentiles = json.has("low") && json.has("high") && !json.has("center") && !json.has("width");
		if (!fixed && !byPercentiles)
			throw new JsonException(json.line(), "the window \"" + name.asString()
					+ "\" needs either center and width, or low and high (percentiles).");
		return fixed ? fixed(json, name.asString()) : byPercentiles(json, name.asString());
	}

	private static NamedWindow fixed(JsonObject json, String name) throws JsonException {
		double center = json.require("center").asDouble();
		double width = json.require("width").asDouble();
		if (!Double.isFinite(center) || !(width >= 1) || Double.isInfinite(width))
			throw new JsonException(json.require("width").line(), "a window is at least 1 wide (DICOM PS3.3 C.11.2.1.2).");
		return new NamedWindow(name, center, width);
	}

	private static NamedWindow byPercentiles(JsonObject json, String name) throws JsonException {
		double low = json.require("low").asDouble();
		double high = json.require("high").asDouble();
		if (!(low >= 0 && low < high && high <= 100))
			throw new JsonException(json.require("low").line(), "percentiles go from 0 to 100, low below high.");
		return NamedWindow.ofPercentiles(name, low, high);
	}
}
