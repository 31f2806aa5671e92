package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.RandomEdits;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What we write, judged by jsonschema and shapely. */
public class SidecarOracleTest {

	private static final int MISSING = 3;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void schemaAndShapelyAreContent() throws Exception {
		AnnotationDocument document = RandomEdits.emptyDocument();
		EditBuilder edit = document.edit("Add");
		RandomObjects objects = new RandomObjects(77);
		for (int i = 0; i < 400; i++)
			edit.put(objects.next());
		edit.apply();
		Path file = folder.newFile("labels.geojson").toPath();
		SidecarFile written = SidecarWriter.write(document, SidecarHeader.NEW, Progress.NONE);
		Files.write(file, written.toBytes());
		List<String> lines = judge(file);
		assertEquals(written.features(), lines.size());
		assertTrue("most can be placed", lines.size() > 350);
		for (String line : lines) {
			String[] words = line.split("\t");
			AnnotationObject object = document.object(UUID.fromString(words[0])).orElseThrow();
			assertArea(line, object.shape(), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
		}
	}

	/** Rounding to 0.01 px moves the outline by at most that, so the area by at most the outline's length times it. */
	private static void assertArea(String line, Shape shape, double area, double length) {
		if (!shape.isArea()) return;
		assertEquals(shape + " is " + line, ShapeGeometry.area(shape, 0.05).getArea(), area, 1e-6 * area + 0.01 * length);
	}

	private static List<String> judge(Path file) throws Exception {
		List<String> said = new ArrayList<>();
		for (String python : List.of("python3", "/usr/bin/python3")) {
			Process process;
			try {
				process = new ProcessBuilder(python, "src/test/scripts/sidecar_oracle.py",
						"src/main/resources/org/annotomy/interchange/sidecar.schema.json", file.toString())
						.redirectErrorStream(true)
						.start();
			} catch (IOException e) {
				continue;
			}
			String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int code = process.waitFor();
			if (code == MISSING) continue;
			assertEquals(text, 0, code);
			return text.lines().toList();
		}
		SharedData.need(false, "Python 3 with jsonschema and shapely");
		return said;
	}
}
