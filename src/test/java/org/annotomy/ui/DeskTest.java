package org.annotomy.ui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.annotomy.bridge.ChildJvm;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A user at annotated images in plain ImageJ, with the panel open. */
public class DeskTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static final Properties SEEN = new Properties();

	@BeforeClass
	public static void play() throws Exception {
		Path root = FOLDER.getRoot().toPath();
		Path file = root.resolve("seen.properties");
		ChildJvm.Result result = ChildJvm.onDisplay().run(DeskSession.class.getName(), root.toString(), file.toString());
		assertEquals(result.output(), 0, result.exitCode());
		try (var in = Files.newInputStream(file)) {
			SEEN.load(in);
		}
	}
	@Test
	public void dump() { SEEN.forEach((a, b) -> System.err.println(a + " = " + b)); }
}
