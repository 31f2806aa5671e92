package org.annotomy.dicom.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.OutsideTool;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The JSON of real files against that of dcmtk and pydicom. */
public class DicomJsonOracleTest {

	private static final long MAX_BYTES = 100_000;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static List<Path> files() throws IOException {
		List<Path> files = new ArrayList<>();
		for (String path : Manifest.require().paths("", ".dcm")) {
			Path file = SharedData.require(path);
			if (!path.startsWith("malformed/") && Files.size(file) < MAX_BYTES) files.add(file);
		}
		return files;
	}

	private static JsonObject json(DicomDataset dataset) {
		return DicomJsonWriter.toJson(dataset, e -> e.tag() == Tag.PIXEL_DATA ? Optional.of("pixels") : Optional.empty());
	}

	@Test
	public void pydicomReadsWhatWeWrite() throws Exception {
		List<String> lines = new ArrayList<>();
		List<String> arguments = new ArrayList<>(List.of(folder.getRoot().toPath().resolve("lines").toString()));
		for (Path file : files()) {
			lines.add(Json.write(json(DicomFileReader.read(file).dataset())));
			arguments.add(file.toString());
		}
		Files.write(Path.of(arguments.get(0)), lines);
		OutsideTool.Result result = OutsideTool.python("dicom_json_oracle.py", arguments.toArray(new String[0]));
		assertEquals(result.errors(), 0, result.exit());
		assertEquals("", result.text());
		assertTrue("too few files", lines.size() > 60);
	}

	@Test
	public void dcmtkSaysTheSame() throws Exception {
		List<String> different = new ArrayList<>();
		int compared = 0;
		for (Path file : files()) {
			OutsideTool.Result result = OutsideTool.run("dcm2json", "-fc", file.toString());
			// It lacks some character sets and compressed pixel data, and takes that of the file for text in items.
			if (result.exit() != 0 || file.endsWith("chrSQEncoding.dcm")) continue;
			compared++;
			JsonObject theirs = json(DicomJsonReader.read(result.text()));
			JsonObject ours = json(DicomJsonReader.read(json(DicomFileReader.read(file).dataset())));
			compare(file.getFileName().toString(), ours, theirs, different);
		}
		assertEquals(List.of(), different);
		assertTrue("only " + compared + " files compared", compared > 25);
	}

	private static void compare(String where, JsonObject ours, JsonObject theirs, List<String> different) throws IOException {
		TreeSet<String> keys = new TreeSet<>(ours.members().keySet());
		keys.addAll(theirs.members().keySet());
		for (String key : keys) {
			JsonValue mine = ours.members().get(key);
			JsonValue other = theirs.members().get(key);
			if (mine instanceof JsonObject a && other instanceof JsonObject b) {
				if (a.string("vr", "").equals("SQ")) compareItems(where + "/" + key, a, b, different);
				else if (!normal(a).equals(normal(b))) different.add(where + "/" + key + ": " + cut(a) + " instead of " + cut(b));
			} else if (!key.equals("00080005")) {
				different.add(where + "/" + key + ": " + cut(mine) + " instead of " + cut(other));
			}
		}
	}

	/** dcmtk cuts empty components off names and writes exponents in another way. */
	private static String normal(JsonObject attribute) throws IOException {
		String text = attribute.toString().replaceAll("\\^+\"", "\"").replace("[{\"Alphabetic\":\"\"}]", "[]")
				.replace(",\"Value\":[]", "");
		List<String> numbers = new ArrayList<>();
		if (attribute.string("vr", "").matches("DS|FL|FD"))
			for (JsonValue value : attribute.list("Value"))
				numbers.add(value instanceof JsonScalar n && n.type() == JsonScalar.Type.NUMBER
						? "" + Double.parseDouble(n.text())
						: "" + value);
		return numbers.isEmpty() ? text : numbers.toString();
	}

	private static void compareItems(String where, JsonObject ours, JsonObject theirs, List<String> different)
			throws IOException {
		List<JsonValue> a = ours.list("Value");
		List<JsonValue> b = theirs.list("Value");
		if (a.size() != b.size()) different.add(where + ": " + a.size() + " items instead of " + b.size());
		for (int i = 0; i < Math.min(a.size(), b.size()); i++)
			compare(where + "[" + i + "]", a.get(i).asObject(), b.get(i).asObject(), different);
	}

	private static String cut(JsonValue value) {
		String text = String.valueOf(value);
		return text.length() > 80 ? text.substring(0, 80) + "..." : text;
	}
}
