package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What a program that plays a user has noted: texts by key, a blank in a key being a hyphen in the file. */
public final class Seen {

	private final Properties notes = new Properties();

	private Seen() {}

	/**
	 * Runs such a program to its end, which must be a good one.
	 *
	 * @param folder for its notes
	 * @param argument its first one; the second is the file of its notes
	 */
	public static Seen by(Class<?> program, ChildJvm child, Path folder, String argument) throws Exception {
		Path file = folder.resolve("seen.properties");
		ChildJvm.Result result = child.run(program.getName(), argument, file.toString());
		assertEquals(result.output(), 0, result.exitCode());
		Seen seen = new Seen();
		try (InputStream in = Files.newInputStream(file)) {
			seen.notes.load(in);
		}
		return seen;
	}

	/** Null if nothing was noted under that key. */
	public String text(String key) {
		return notes.getProperty(key.replace(' ', '-'));
	}

	public void assertSeen(String expected, String key) {
		assertEquals(key, expected, text(key));
	}

	@Override
	public String toString() {
		return notes.toString();
	}
}
