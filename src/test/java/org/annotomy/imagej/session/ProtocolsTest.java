package org.annotomy.imagej.session;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Protocols that are asked for by an id or a path, right and wrong. */
public class ProtocolsTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private static String refusal(Path file) {
		return assertThrows(IOException.class, () -> Protocols.find().require(file.toString())).getMessage();
	}

	@Test
	public void anUnknownIdGetsTheList() {
		String message = assertThrows(IllegalArgumentException.class, () -> Protocols.find().require("chest")).getMessage();
		assertTrue(message, message.startsWith("There is no protocol \"chest\". There are: default, "));
	}

	@Test
	public void aPathIsAFileWhateverItsName() throws Exception {
		Path file = temporary.getRoot().toPath().resolve("protocol.txt");
		Files.writeString(file, "hello");
		String message = refusal(file);
		assertTrue(message, message.startsWith("This is no protocol file: line 1"));
		assertFalse("names no path: " + message, message.contains("protocol.txt"));
	}

	@Test
	public void aMissingFileIsSaidWithoutItsName() {
		assertEquals("There is no such protocol file.", refusal(temporary.getRoot().toPath().resolve("gone.json")));
	}
}
