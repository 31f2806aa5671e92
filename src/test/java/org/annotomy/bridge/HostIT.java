package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The jars in the programs they are for, from a plugins folder with nothing else in it: the same macros must do the same. Fiji
 * is tested where the environment variable {@code FIJI_APP} names an unpacked Fiji.app.
 */
public class HostIT {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private HostProgram host(HostProgram.Kind kind) throws IOException {
		return new HostProgram(kind, folder.getRoot().toPath());
	}

	@Test
	public void plainImageJWithADisplay() throws Exception {
		check(HostProgram.Kind.PLAIN_ON_DISPLAY);
	}

	@Test
	public void plainImageJWithoutADisplay() throws Exception {
		check(HostProgram.Kind.PLAIN_HEADLESS);
	}

	@Test
	public void fijiWithADisplay() throws Exception {
		check(HostProgram.Kind.FIJI_ON_DISPLAY);
	}

	@Test
	public void fijiWithoutADisplay() throws Exception {
		check(HostProgram.Kind.FIJI_HEADLESS);
	}

	@Test
	public void aUserStartsPlainImageJWithAMacro() throws Exception {
		HostProgram host = host(HostProgram.Kind.PLAIN_ON_DISPLAY);
		ChildJvm.Result result = host.child().run("ij.ImageJ", "-ijpath", host.home().toString(), "-port0", "-batch",
				listMacro().toString(), host.home().toString());
		checkList(host, result);
	}

	@Test
	public void theJarRunsAMacroWithoutADisplay() throws Exception {
		HostProgram host = host(HostProgram.Kind.PLAIN_HEADLESS);
		ChildJvm.Result result = host.child().run("org.annotomy.bridge.Main", "--macro", listMacro().toString(),
				host.home().toString());
		assertEquals(result.output(), 0, result.exitCode());
		checkList(host, result);
	}

	@Test
	public void aUserStartsFijiWithoutADisplayAndWithAMacro() throws Exception {
		HostProgram host = host(HostProgram.Kind.FIJI_HEADLESS);
		ChildJvm.Result result = host.child().run("net.imagej.Main", "--headless", "-macro", listMacro().toString(),
				host.home().toString());
		checkList(host, result);
	}

	@Test
	public void aUserAtTheMenuOfFijiRecordsTheSame() throws Exception {
		HostProgram host = host(HostProgram.Kind.FIJI_ON_DISPLAY);
		host.copyClasses("bridge", "DialogSession");
		Path file = host.home().resolve("seen.properties");
		ChildJvm.Result result = host.child().run("org.annotomy.bridge.DialogSession", "fiji", file.toString());
		Properties seen = new Properties();
		try (var in = Files.newInputStream(file)) {
			seen.load(in);
		}
		assertEquals(result.output(), null, seen.getProperty("broken"));
		assertTrue("shown after " + seen.getProperty("first.ms") + " ms", Integer.parseInt(seen.getProperty("first.ms")) < 1500);
		assertEquals(OptionsDialogTest.RECORDED, seen.getProperty("accepted.recorded"));
		assertEquals(seen.getProperty("accepted.given"), seen.getProperty("replayed.given"));
		assertEquals("", seen.getProperty("cancelled.recorded") + seen.getProperty("failed.recorded"));
	}

	@Test
	public void aScriptInFijiCallsCommandsThroughSciJava() throws Exception {
		HostProgram host = host(HostProgram.Kind.FIJI_HEADLESS);
		host.copyClasses("bridge", "ScriptSession");
		ChildJvm.Result result = host.child().run("org.annotomy.bridge.ScriptSession");
		assertTrue(result.output(), result.output().contains("rows: 1"));
		assertTrue(result.output(), result.output().contains("refused: No command has \"nonsense\" in its name."));
	}

	private void check(HostProgram.Kind kind) throws IOException, InterruptedException {
		Path macros = folder.newFolder("macros").toPath();
		MacroCases cases = new MacroCases(macros);
		cases.check(host(kind).run(macros));
	}

	private Path listMacro() throws IOException {
		return Files.writeString(folder.getRoot().toPath().resolve("list.ijm"), """
				run("Annotomy Version");
				run("List Annotomy Commands...", "name_contains=annotomy");
				saveAs("Results", getArgument() + "/commands.csv");
				""");
	}

	private static void checkList(HostProgram host, ChildJvm.Result result) throws IOException {
		Path table = host.home().resolve("commands.csv");
		assertTrue(result.output(), Files.exists(table));
		List<String> rows = Files.readAllLines(table);
		assertTrue(rows.toString(), rows.stream().anyMatch(row -> row.contains("Annotomy Version")));
	}
}
