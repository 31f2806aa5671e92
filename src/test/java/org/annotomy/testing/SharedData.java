package org.annotomy.testing;

import static org.junit.Assert.assertFalse;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real files that are not part of the project: the folder named by the environment variable {@code ANNOTOMY_DATA}, else
 * {@code ../shared/data} beside the checkout. A test that needs them is skipped with a word where they are absent; if
 * {@code ANNOTOMY_REQUIRE} is set (as CI does) it fails instead.
 */
public final class SharedData {

	private SharedData() {}

	/** The file or folder at {@code relative}; skips the test if it is not there. */
	public static Path require(String relative) {
		String named = System.getenv("ANNOTOMY_DATA");
		Path root = named != null ? Path.of(named) : Path.of("..", "shared", "data");
		Path path = root.resolve(relative);
		need(Files.exists(path), "the real files (set ANNOTOMY_DATA), here " + relative);
		return path;
	}

	/** Skips the test with a word if {@code present} is false; fails it where CI says that nothing may be missing. */
	public static void need(boolean present, String what) {
		if (present) return;
		assertFalse("CI lacks " + what, System.getenv("ANNOTOMY_REQUIRE") != null);
		assumeTrue("skipped: this machine lacks " + what, false);
	}
}
