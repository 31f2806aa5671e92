package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;

/** How other programs are to show a class: name and colour from the protocol, made such that QuPath accepts them. Safe for many threads. */
final class ClassLook {

	/** What QuPath puts between the names of a derived class. */
	static final String NAME_SEPARATOR = ": ";

	private static final int[] FALLBACK_COLOURS = {0xE6194B, 0x3CB44B, 0x4363D8, 0xF58231, 0x911EB4, 0x42D4F4, 0xF032E6, 0x9A6324,
			0x808000, 0x469990};

	private final Protocol protocol;
	private final Map<String, JsonObject> known = new ConcurrentHashMap<>();

	ClassLook(Protocol protocol) {
		this.protocol = protocol;
	}

	/** QuPath's {@code classification} of a class; null for no class. */
	JsonObject classification(String classKey) {
		return classKey == null ? null : known.computeIfAbsent(classKey, this::describe);
	}

	/** {@code scheme^value^meaning} of what an object of the class is, its own codes first; null if nobody coded it. */
	String codeText(String classKey, Coding own) {
		Code code = own.type();
		if (code == null && classKey != null) code = protocol.findClass(classKey).map(c -> c.coding().type()).orElse(null);
		return code == null ? null : plain(code.scheme()) + '^' + plain(code.value()) + '^' + plain(code.meaning());
	}

	/** The colour of a class that no protocol describes: always the same for the same key. */
	static int fallbackRgb(String classKey) {
		return FALLBACK_COLOURS[Math.floorMod(classKey.hashCode(), FALLBACK_COLOURS.length)];
	}

	static JsonArray rgb(int rgb) {
		return JsonArray.of(JsonScalar.of((long) (rgb >> 16 & 0xff)), JsonScalar.of((long) (rgb >> 8 & 0xff)),
				JsonScalar.of((long) (rgb & 0xff)));
	}

	private JsonObject describe(String classKey) {
		AnnotationClass found = protocol.findClass(classKey)
				.orElseGet(() -> AnnotationClass.plain(classKey, classKey, fallbackRgb(classKey)));
		List<JsonScalar> names = new ArrayList<>();
		for (String name : found.name().split(NAME_SEPARATOR))
			names.add(JsonScalar.of(safeName(name)));
		JsonObject.Builder to = JsonObject.builder();
		if (names.size() == 1) to.put("name", names.get(0));
		else to.put("names", JsonArray.of(names));
		return to.put("color", rgb(found.rgb())).build();
	}

	/** QuPath forbids colons and line ends in class names, and blank ones. */
	private static String safeName(String name) {
		String safe = name.replace(":", " -").replaceAll("[\\r\\n]+", " ").strip();
		return safe.isEmpty() ? "unnamed" : safe;
	}

	private static String plain(String text) {
		return text.replace('^', ' ');
	}
}
