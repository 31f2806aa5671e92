package org.annotomy.testing;

import static org.junit.Assert.assertFalse;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real files that are not part of the project: the folder named by the environment variable {@code ANNOTOMY_DATA}, else
 * {@code ../shared/data} beside the checkout. A test that needs them is skipped with a word where they are absent. CI sets
 * {@code ANNOTOMY_REQUIRE}: then it fails instead ({@code tools}: only for a missing tool; {@code 1}: for a missing file too).
 */
public final class SharedData {

	private SharedData() {}

	/** The file or folder at {@code relative}; skips the test if it is not there. */
	public static Path require(String relative) {
		String named = System.getenv("ANNOTOMY_DATA");
		Path root = named != null ? Path.of(named) : Path.of("..", "shared", "data");
		Path path = root.resolve(relative);
		boolean present = Files.exists(path);
		assertFalse("CI lacks the real file " + relative, !present && "1".equals(System.getenv("ANNOTOMY_REQUIRE")));
		assumeTrue("skipped: this machine lacks the real files (set ANNOTOMY_DATA), here " + relative, present);
		return path;
	}

	/** Skips the test with a word if a tool is not {@code present}; fails it where CI says that no tool may be missing. */
	public static void need(boolean present, String what) {
		if (present) return;
		assertFalse("CI lacks " + what, System.getenv("ANNOTOMY_REQUIRE") != null);
		assumeTrue("skipped: this machine lacks " + what, false);
	}
}
