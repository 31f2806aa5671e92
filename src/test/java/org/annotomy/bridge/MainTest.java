package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.MenuConfig;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.plugin.PlugIn;

/** The program as it is started, in JVMs of its own: what it prints and its exit code. */
public class MainTest {

	private static final String MAIN = "org.annotomy.bridge.Main";

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Path macro(String text) throws IOException {
		Path file = folder.getRoot().toPath().resolve("test.ijm");
		Files.writeString(file, text);
		return file;
	}

	private void check(int exitCode, String output, String text) throws IOException, InterruptedException {
		ChildJvm.Result result = ChildJvm.headless().run(MAIN, "--headless", "--macro", macro(text).toString(), "an argument");
		assertEquals(result.output(), exitCode, result.exitCode());
		assertEquals(output, result.output().trim().replace(System.lineSeparator(), "\n"));
	}

	@Test
	public void aMacroThatEndsWellGivesZero() throws Exception {
		check(0, "an argument \u00b5\n1 image, mean 7.0", """
				print(getArgument() + " \u00b5");
				newImage("a", "8-bit black", 20, 20, 1);
				setColor(7);
				fill();
				run("Select None");
				run("32-bit");
				run("8-bit");
				List.setMeasurements;
				print(nImages + " image, mean " + List.getValue("Mean"));
				exit;
				""");
	}

	@Test
	public void aMacroThatFailsGivesOne() throws Exception {
		check(1, "Macro Error: List Annotomy Commands: Unknown option nmae_contains. Did you mean name_contains? Known: name_contains."
				+ " in line 1", "run('List Annotomy Commands...', 'nmae_contains=x'); print('not stopped');");
		check(1, "started\nMacro Error: Unrecognized command: \"No Such Command\" in line 2",
				"print('started');\nrun('No Such Command'); print('not stopped');");
		check(1, "Macro Error: Undefined variable in line 2", "a = 1;\nprint(b);");
		check(1, "no image", "exit('no image');");
	}

	@Test
	public void aFailureInsideAnotherMacroIsNotLost() throws Exception {
		check(1, "Macro Error: List Annotomy Commands: No command has \"nonsense\" in its name. in line 1",
				"eval('run(\"List Annotomy Commands...\", \"name_contains=nonsense\"); print(\"not stopped\");');");
	}

	/** A plug-in of somebody else. */
	public static final class Crash implements PlugIn {

		@Override
		public void run(String argument) {
			throw new IllegalStateException("crashed on purpose");
		}
	}

	@Test
	public void aPlugInThatCrashesEndsTheMacro() throws Exception {
		Path config = folder.getRoot().toPath().resolve("plugins.config");
		Files.writeString(config, "Plugins>Test, \"Crash\", " + Crash.class.getName() + "\n");
		ChildJvm.Result result = ChildJvm.headless().alsoOnClassPath(config.getParent()).run(MAIN, "--macro",
				macro("print('started');\nrun('Crash');\nprint('not stopped');").toString());
		assertEquals(result.output(), 1, result.exitCode());
		assertTrue(result.output(), result.output().startsWith("started") && !result.output().contains("not stopped"));
		assertTrue(result.output(),
				result.output().contains("Macro Error: java.lang.IllegalStateException: crashed on purpose in line "));
		assertTrue(result.output(), result.output().contains("at org.annotomy.bridge.MainTest$Crash.run"));
	}

	@Test
	public void whatNeedsADisplayIsRefusedNotRunWithOtherValues() throws Exception {
		check(1, "Macro Error: This command of ImageJ needs a display. Run the macro in Fiji, or with a virtual display (xvfb-run). in line 1",
				"run('Record...'); print('not stopped');");
		check(1, "Macro Error: \"Add...\" of ImageJ needs a display. Run the macro in Fiji, or with a virtual display (xvfb-run). in line 1",
				"newImage('a', '8-bit', 9, 9, 2); run('Add...', 'value=7'); print('not stopped');");
	}

	@Test
	public void withoutADisplayTheQuickStartRuns() throws Exception {
		ChildJvm.Result result = ChildJvm.headless().run(MAIN);
		assertEquals(result.output(), 0, result.exitCode());
		String results = Path.of("target", "quick-start").toAbsolutePath().toString();
		assertTrue(result.output(), result.output().contains("The results are in " + results));
	}

	@Test
	public void theCommandsOfTheWelcomeAreThere() {
		assertTrue(MenuConfig.labelled(Main.PANEL).isPresent());
		CommandSpec sample = CommandSpec.of(MenuConfig.labelled(Main.SAMPLE).orElseThrow().argument());
		assertTrue(sample.option("protocol").isPresent());
		CommandSpec forFiles = CommandSpec.of(MenuConfig.labelled("Open Study...").orElseThrow().argument());
		assertTrue(forFiles.option("path").isPresent());
	}

	@Test
	public void wrongArgumentsGiveTwo() throws Exception {
		ChildJvm.Result result = ChildJvm.headless().run(MAIN, "--frob");
		assertEquals(2, result.exitCode());
		assertTrue(result.output(), result.output().startsWith("Unknown option --frob.") && result.output().contains("Usage:"));
		assertEquals(2, ChildJvm.headless().run(MAIN, "pom.xml").exitCode());
		assertEquals(0, ChildJvm.headless().run(MAIN, "--help").exitCode());
	}

	@Test
	public void aComparisonEndsWithItsCountsAndFailsIfAFileIsWrong() throws Exception {
		Path manifest = folder.getRoot().toPath().resolve("manifest.json");
		Files.writeString(manifest, "{\"files\": []}");
		ChildJvm.Result none = ChildJvm.headless().run(MAIN, "--headless", "--conformance", folder.getRoot().toString());
		assertEquals("0 agree, 0 refused, 0 wrong", none.output().trim());
		assertEquals(0, none.exitCode());
		Files.writeString(manifest, "{\"files\": [{\"path\": \"a.dcm\", \"facts\": {\"kind\": \"DICOM\"}}]}");
		ChildJvm.Result missing = ChildJvm.headless().run(MAIN, "--headless", "--conformance", folder.getRoot().toString());
		assertEquals("a.dcm\twrong\tThe file is missing.\n0 agree, 0 refused, 1 wrong",
				missing.output().trim().replace(System.lineSeparator(), "\n"));
		assertEquals(1, missing.exitCode());
		assertEquals(2, ChildJvm.headless().run(MAIN, "--conformance", "nowhere").exitCode());
	}

	@Test
	public void withADisplayImageJHasTheMenus() throws Exception {
		Path seen = folder.getRoot().toPath().resolve("seen.txt");
		ChildJvm.Result result = ChildJvm.onDisplay().run(MAIN, "--macro", macro("""
				List.setCommands;
				File.saveString(List.get("Annotomy Version"), getArgument());
				run("Quit");
				""").toString(), seen.toString());
		assertEquals(result.output(), 0, result.exitCode());
		assertEquals("org.annotomy.bridge.CommandPlugIn(\"org.annotomy.command.VersionCommand\")", Files.readString(seen).trim());
	}
}
