package org.annotomy.display;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.Test;

/** Keeps {@code docs/presets.md} true. */
public class PresetDocsTest {

	@Test
	public void thePageShowsTheTableThatShips() throws IOException {
		String page = Files.readString(PresetDocs.PAGE).replace("\r\n", "\n");
		assertEquals("docs/presets.md is out of date. Write its tables anew:\n"
				+ "mvn -q test-compile exec:java -Dexec.classpathScope=test -Dmain-class=org.annotomy.display.PresetDocs\n",
				PresetDocs.withTables(page), page);
	}

	@Test
	public void theExampleIsAFileThatReads() throws IOException {
		String page = Files.readString(PresetDocs.PAGE);
		int begin = page.indexOf("```json") + 7;
		PresetSet set = PresetFile.parse(page.substring(begin, page.indexOf("```", begin))).get(0);
		assertEquals(4, set.presets().size());
	}
}
