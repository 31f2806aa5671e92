package org.annotomy.annotation.protocol;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.junit.Test;

/** What docs/protocols.md says is so. */
public class ProtocolDocsTest {

	private static final Path PAGE = Path.of("docs/protocols.md");
	private static final String BEGIN = "<!-- written by ProtocolTables -->\n\n";

	/** If this fails after a protocol was changed: copy target/protocols.md over the page. */
	@Test
	public void theTablesAreThoseOfTheProtocols() throws IOException {
		String page = Files.readString(PAGE);
		int at = page.indexOf(BEGIN);
		assertTrue("the marker is gone", at > 0);
		String tables = ProtocolCatalog.builtIn(Locale.ENGLISH).protocols().stream().map(ProtocolTables::markdown)
				.collect(Collectors.joining()).stripTrailing() + "\n";
		String expected = page.substring(0, at + BEGIN.length()) + tables;
		Files.createDirectories(Path.of("target"));
		Files.writeString(Path.of("target/protocols.md"), expected);
		assertEquals(expected, page);
	}

	@Test
	public void theExampleIsAProtocol() throws IOException {
		Matcher example = Pattern.compile("```json\n(\\{.*?\n\\})\n```", Pattern.DOTALL).matcher(Files.readString(PAGE));
		assertTrue(example.find());
		Protocol protocol = ProtocolReader.read(example.group(1), Locale.ENGLISH);
		assertEquals("thyroid-us", protocol.stamp().id());
		assertEquals(2, protocol.classes().size());
	}

	@Test
	public void everyMemberIsDescribed() throws Exception {
		String page = Files.readString(PAGE);
		JsonObject schema = Json.parse(GoodProtocol.resource("/org/annotomy/protocol/protocol.schema.json")).asObject();
		Set<String> members = new TreeSet<>();
		collectMembers(schema, members);
		members.removeIf(member -> page.contains("`" + member + "`"));
		assertEquals("members that the page does not name", Set.of(), members);
	}

	@Test
	public void theErrorsAreThoseOfTheReader() throws IOException {
		Set<String> messages = BadProtocols.all().stream().map(BadProtocols.Bad::message).collect(Collectors.toSet());
		Matcher error = Pattern.compile("^    (line \\d+: .*)$", Pattern.MULTILINE).matcher(Files.readString(PAGE));
		int count = 0;
		for (; error.find(); count++)
			assertTrue("no such message: " + error.group(1), messages.contains(error.group(1)));
		assertTrue(count > 5);
	}

	@Test
	public void theFixedKeysAreThoseOfTheCode() throws IOException {
		String page = Files.readString(PAGE);
		for (char key : "0zy +,[?\n\b\t\u001b".toCharArray()) {
			String use = FixedKeys.use(key).orElseThrow();
			assertTrue("the page does not say: " + use, page.contains(use));
		}
	}

	private static void collectMembers(JsonValue value, Set<String> members) {
		if (!(value instanceof JsonObject object)) {
			if (value instanceof Iterable<?> array)
				for (Object element : array)
					collectMembers((JsonValue) element, members);
			return;
		}
		for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
			if (member.getKey().equals("properties") && member.getValue() instanceof JsonObject properties)
				members.addAll(properties.members().keySet());
			collectMembers(member.getValue(), members);
		}
	}
}
