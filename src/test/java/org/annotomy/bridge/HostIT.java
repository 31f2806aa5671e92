package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The jars in the programs they are for, from a plugins folder with nothing else in it: the same macros must do the same. Fiji
 * is tested where the environment variable {@code FIJI_APP} names an unpacked Fiji.app.
 */
public class HostIT {

	private static final Path PLAIN_JAR = Path.of(System.getProperty("annotomy.jar.plain", "-"));
	private static final Path FIJI_JAR = Path.of(System.getProperty("annotomy.jar.fiji", "-"));

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Path home;
	private Path plugins;
	private Path driver;
	private Path macros;
	private MacroCases cases;

	@Before
	public void makeHome() throws IOException {
		home = folder.newFolder("home").toPath();
		plugins = Files.createDirectory(home.resolve("plugins"));
		SampleMenu.writeJar(plugins.resolve("Annotomy_Sample.jar"));
		driver = folder.newFolder("driver").toPath();
		copyClasses("HostSession", driver);
		macros = folder.newFolder("macros").toPath();
		cases = new MacroCases(macros);
	}

	/** Only what a class of the tests needs of the tests: the rest must come out of the jar. */
	private static void copyClasses(String name, Path to) throws IOException {
		Path from = Path.of("target/test-classes/org/annotomy/bridge");
		Path target = Files.createDirectories(to.resolve("org/annotomy/bridge"));
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : files.filter(f -> f.getFileName().toString().matches(name + "(\\$.*)?\\.class")).toList())
				Files.copy(file, target.resolve(file.getFileName()));
		}
	}

	@Test
	public void plainImageJWithADisplay() throws Exception {
		Path jar = Files.copy(PLAIN_JAR, plugins.resolve(PLAIN_JAR.getFileName()));
		assertTrue(Files.exists(jar));
		check(ChildJvm.onDisplay().classPath(imageJ(), driver), "plain");
	}

	@Test
	public void plainImageJWithoutADisplay() throws Exception {
		check(ChildJvm.headless().classPath(imageJ(), PLAIN_JAR, plugins.resolve("Annotomy_Sample.jar"), driver), "plain");
	}

	@Test
	public void aUserStartsPlainImageJWithAMacro() throws Exception {
		Files.copy(PLAIN_JAR, plugins.resolve(PLAIN_JAR.getFileName()));
		ChildJvm.Result result = ChildJvm.onDisplay().classPath(imageJ()).run("ij.ImageJ", "-ijpath", home.toString(), "-port0",
				"-batch",
				listMacro().toString(), home.toString());
		checkList(result);
	}

	@Test
	public void theJarRunsAMacroWithoutADisplay() throws Exception {
		ChildJvm.Result result = ChildJvm.headless().classPath(imageJ(), PLAIN_JAR).run("org.annotomy.bridge.Main", "--macro",
				listMacro().toString(), home.toString());
		assertEquals(result.output(), 0, result.exitCode());
		checkList(result);
	}

	@Test
	public void fijiWithADisplay() throws Exception {
		check(fiji(ChildJvm.onDisplay()), "fiji");
	}

	@Test
	public void fijiWithoutADisplay() throws Exception {
		check(fiji(ChildJvm.headless()), "fiji");
	}

	@Test
	public void aUserStartsFijiWithoutADisplayAndWithAMacro() throws Exception {
		ChildJvm.Result result = fiji(ChildJvm.headless()).run("net.imagej.Main", "--headless", "-macro", listMacro().toString(),
				home.toString());
		checkList(result);
	}

	@Test
	public void aUserAtTheMenuOfFijiRecordsTheSame() throws Exception {
		copyClasses("DialogSession", driver);
		Path file = home.resolve("seen.properties");
		ChildJvm.Result result = fiji(ChildJvm.onDisplay()).run("org.annotomy.bridge.DialogSession", "fiji", file.toString());
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
		copyClasses("ScriptSession", driver);
		ChildJvm.Result result = fiji(ChildJvm.headless()).run("org.annotomy.bridge.ScriptSession");
		assertTrue(result.output(), result.output().contains("rows: 1"));
		assertTrue(result.output(), result.output().contains("refused: No command has \"nonsense\" in its name."));
	}

	private ChildJvm fiji(ChildJvm child) throws IOException {
		Files.copy(FIJI_JAR, plugins.resolve(FIJI_JAR.getFileName()));
		return FijiApp.find().prepare(child, home, driver);
	}

	private void check(ChildJvm child, String host) throws IOException, InterruptedException {
		Path told = home.resolve("told.txt");
		ChildJvm.Result result = child.with("-Dplugins.dir=" + home).run(HostSession.class.getName(), host, macros.toString(),
				told.toString());
		assertTrue(result.output(), Files.exists(told));
		cases.check(Files.readAllLines(told));
	}

	private static Path imageJ() throws Exception {
		return Path.of(ij.IJ.class.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	private Path listMacro() throws IOException {
		return Files.writeString(folder.getRoot().toPath().resolve("list.ijm"), """
				run("Annotomy Version");
				run("List Annotomy Commands...", "name_contains=annotomy");
				saveAs("Results", getArgument() + "/commands.csv");
				""");
	}

	private void checkList(ChildJvm.Result result) throws IOException {
		Path table = home.resolve("commands.csv");
		assertTrue(result.output(), Files.exists(table));
		List<String> rows = Files.readAllLines(table);
		assertTrue(rows.toString(), rows.stream().anyMatch(row -> row.contains("Annotomy Version")));
	}
}
