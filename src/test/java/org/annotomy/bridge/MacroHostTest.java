package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The same macros in plain ImageJ without and with a display, from the classes of the build. {@code HostIT} does it with the jars. */
public class MacroHostTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void plainImageJWithoutADisplay() throws Exception {
		run(ChildJvm.headless());
	}

	@Test
	public void plainImageJWithADisplay() throws Exception {
		run(ChildJvm.onDisplay());
	}

	private void run(ChildJvm child) throws IOException, InterruptedException {
		Path home = folder.newFolder("host").toPath();
		Path sample = home.resolve("plugins").resolve("Annotomy_Sample.jar");
		SampleMenu.writeJar(sample);
		Path macros = folder.newFolder("macros").toPath();
		MacroCases cases = new MacroCases(macros);
		Path told = home.resolve("told.txt");
		ChildJvm.Result result = child.with("-Dplugins.dir=" + home).alsoOnClassPath(sample).run(HostSession.class.getName(),
				"plain",
				macros.toString(), told.toString());
		assertEquals(result.output(), 0, result.exitCode());
		cases.check(Files.readAllLines(told));
	}
}
