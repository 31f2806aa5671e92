package org.annotomy.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.image.Window;
import org.annotomy.json.JsonException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

public class PresetFileTest {

	private static final String HEAD = "{\"annotomyPresets\":1,\"sets\":[\n{\"id\":\"mine\",\"presets\":[\n";
	private static final String TAIL = "\n]}]}";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void whatIsWrittenReadsBackEqual() throws IOException {
		List<WindowPreset> presets = List.of(
				new WindowPreset("Knochen, weit", new WindowRule.Fixed(Window.linear(500.25, 2000.5, "Knochen, weit")),
						List.of("CT"),
						List.of("SPINE"), List.of("Brüche"), "HU", 4, "Klinik"),
				WindowPreset.of("s", new WindowRule.Fixed(new Window(0.5, 0.25, "s", Window.Function.SIGMOID))),
				WindowPreset.of("p", new WindowRule.Percentile(0.1, 99.9, Window.Function.SIGMOID)),
				WindowPreset.of("f", new WindowRule.OfFile(2)), WindowPreset.of("r", new WindowRule.OfSelection(5, 95)));
		List<PresetSet> sets = List.of(new PresetSet("mine", "Mine", "me", presets),
				new PresetSet("empty", null, null, List.of()));
		Path file = folder.getRoot().toPath().resolve("new/mine.presets.json");
		PresetFile.write(sets, file);
		assertEquals(sets, PresetFile.read(file));
		assertEquals(List.of(file), Files.list(file.getParent()).toList());
		assertEquals(List.of(), violations(PresetFile.toJson(sets)));
	}

	@Test
	public void theResourceIsSuchAFile() throws IOException {
		try (InputStream in = PresetTable.class.getResourceAsStream("presets.json")) {
			assertEquals(List.of(), violations(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
		}
		List<PresetSet> sets = PresetTable.builtIn().sets();
		assertEquals(sets, PresetFile.parse(PresetFile.toJson(sets)));
	}

	@Test
	public void refusalsNameTheLineAndTheReason() throws IOException {
		refuse("{\"name\":\"a\",\n\"kind\":\"fixed\",\"center\":1,\"widht\":2}",
				"line 4: unknown member \"widht\"; known: bodyParts, center, function, key, kind, modalities, name, source, tasks, unit, width.");
		refuse("{\"name\":\"a\",\"kind\":\"fixed\",\"center\":1}", "line 3: the member \"width\" is missing.");
		refuse("{\"name\":\"a\",\"kind\":\"fixed\",\"center\":\"1\",\"width\":2}",
				"line 3: expected a number but found the string \"1\".");
		refuse("{\"name\":\"a\",\"kind\":\"fixed\",\"center\":1,\"width\":0}",
				"line 3: a display window needs a finite center and a width of at least 1, not 1.0, 0.0.");
		refuse("{\"name\":\"a\",\"kind\":\"fixed\",\"center\":1,\"width\":0.5}",
				"line 3: a display window needs a finite center and a width of at least 1, not 1.0, 0.5.");
		refuse("{\"name\":\"a\",\n\"kind\":\"auto\"}",
				"line 4: the kind of a preset is fixed, percentile, file or selection, not \"auto\".");
		refuse("{\"name\":\"a\",\"kind\":\"percentile\",\"low\":1,\"high\":101}",
				"line 3: percentiles must rise from 0 to 100, not from 1.0 to 101.0.");
		refuse("{\"name\":\"a\",\"kind\":\"percentile\",\"low\":1,\"high\":9,\"function\":\"LOG\"}",
				"line 3: the function of a window is LINEAR, LINEAR_EXACT or SIGMOID, not \"LOG\".");
		refuse("{\"name\":\"a\",\"kind\":\"file\",\"window\":0}", "line 3: the file's windows are counted from 1, not 0.");
		refuse("{\"name\":\" \",\"kind\":\"selection\"}", "line 3: a preset needs a name of 1 to 80 characters.");
		refuse("{\"name\":\"a\",\"kind\":\"selection\",\"key\":10}",
				"line 3: the key of a preset is a digit from 1 to 9, not 10.");
		refuse("{\"name\":\"a\",\"kind\":\"selection\",\"modalities\":[\"ct\"]}",
				"line 3: a modality is written in capitals, not as \"ct\".");
	}

	/** Rules across rows, which a schema cannot say. */
	@Test
	public void namesAndKeysAreUnique() {
		assertEquals("line 2: two presets are called \"A\".", messageOf(
				HEAD + "{\"name\":\"a\",\"kind\":\"selection\"},{\"name\":\"A\",\"kind\":\"selection\"}" + TAIL));
		assertEquals("line 2: two presets for CT are on the key 3.", messageOf(HEAD
				+ "{\"name\":\"a\",\"kind\":\"selection\",\"modalities\":[\"CT\",\"MR\"],\"key\":3},"
				+ "{\"name\":\"b\",\"kind\":\"selection\",\"modalities\":[\"CT\"],\"key\":3}" + TAIL));
	}

	@Test
	public void brokenFilesAreRefusedAsAWhole() {
		assertTrue(messageOf("{\"annotomyPresets\":1,\n\"sets\":[").startsWith("line 2: "));
		assertEquals("line 1: this version reads preset files of version 1, not 2.",
				messageOf("{\"annotomyPresets\":2,\"sets\":[]}"));
		assertEquals("line 1: the id of a preset set has 1 to 40 small letters, digits and hyphens, not \"../x\".",
				messageOf("{\"annotomyPresets\":1,\"sets\":[{\"id\":\"../x\",\"presets\":[]}]}"));
		assertEquals("the file is not text in UTF-8.", assertThrows(JsonException.class,
				() -> PresetFile.read(new ByteArrayInputStream(new byte[]{'"', (byte) 0xff, '"'}))).getMessage());
		assertEquals("a file of presets has at most 1 MB; this one is larger.", assertThrows(JsonException.class,
				() -> PresetFile.read(new ByteArrayInputStream(new byte[(1 << 20) + 1]))).getMessage());
		assertTrue(messageOf("[".repeat(5000)).contains("nesting depth"));
	}

	private static void refuse(String preset, String message) throws IOException {
		String json = HEAD + preset + TAIL;
		assertEquals(message, messageOf(json));
		boolean acrossMembers = message.contains("must rise");
		if (!acrossMembers || preset.contains("101")) assertFalse("the schema admits " + preset, violations(json).isEmpty());
	}

	private static String messageOf(String json) {
		return assertThrows(JsonException.class, () -> PresetFile.parse(json)).getMessage();
	}

	private static List<String> violations(String json) throws IOException {
		try (InputStream in = PresetTable.class.getResourceAsStream("presets.schema.json")) {
			JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
			return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
		}
	}
}
