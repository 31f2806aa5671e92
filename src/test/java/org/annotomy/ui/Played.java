package org.annotomy.ui;

import static org.junit.Assert.assertNull;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** Runs a play once, in a program of its own on a display, for all tests of a class, which then look at what it has seen. */
final class Played extends ExternalResource {

	private final TemporaryFolder folder = new TemporaryFolder();
	private final Class<?> program;
	private final String[] javaOptions;
	private Seen seen;

	/** @param program is given a folder, and the file of its notes */
	Played(Class<?> program, String... javaOptions) {
		this.program = program;
		this.javaOptions = javaOptions;
	}

	@Override
	protected void before() throws Throwable {
		ChildJvm display = ChildJvm.onDisplay().with(javaOptions);
		folder.create();
		Path root = folder();
		try {
			seen = Seen.by(program, display, root, root.toString());
			assertNull(seen.text("broken"), seen.text("broken"));
		} catch (Throwable e) {
			folder.delete();
			throw e;
		}
	}

	@Override
	protected void after() {
		folder.delete();
	}

	/** The folder that it was given. */
	Path folder() {
		return folder.getRoot().toPath();
	}

	/** Null if nothing was noted under that key. */
	String text(String key) {
		return seen.text(key);
	}

	void assertSeen(String expected, String key) {
		seen.assertSeen(expected, key);
	}

	/** Whether {@code true} was noted under each of these keys. */
	void assertTrueOf(String... keys) {
		for (String key : keys)
			assertSeen("true", key);
	}

	@Override
	public String toString() {
		return seen.toString();
	}
}
