package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Test;

/** The reference of macro commands is generated; this keeps it true. */
public class MacroReferenceTest {

	@Test
	public void theReferenceIsUpToDate() throws IOException {
		assertEquals("docs/macro-reference.md is out of date. Regenerate it:\n"
				+ "mvn -q compile exec:java -Dexec.args=\"--headless --write-macro-reference docs/macro-reference.md\"\n",
				MacroReference.text(), Files.readString(Path.of("docs/macro-reference.md")).replace("\r\n", "\n"));
	}
}
