package org.annotomy.bridge;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the programs that our jars are for, in a folder of its own with only our jar among the plug-ins. Fiji is the one that the
 * environment variable {@code FIJI_APP} names; without it, its tests are skipped.
 */
final class HostProgram {

	private static final Path PLAIN_JAR = Path.of(System.getProperty("annotomy.jar.plain", "-"));
	private static final Path FIJI_JAR = Path.of(System.getProperty("annotomy.jar.fiji", "-"));

	private final Kind kind;
	private final Path home;
	private final Path driver;

	/** Which program, with a display or without. */
	enum Kind {
		PLAIN_ON_DISPLAY, PLAIN_HEADLESS, FIJI_ON_DISPLAY, FIJI_HEADLESS,
		/** Plain ImageJ with our jar on the class path, for drivers that look at what is in it. */
		PLAIN_JAR_ON_DISPLAY;

		boolean isFiji() { return this == FIJI_ON_DISPLAY || this == FIJI_HEADLESS; }

		boolean isOnDisplay() { return this != PLAIN_HEADLESS && this != FIJI_HEADLESS; }
	}

	/** @param base an empty folder */
	HostProgram(Kind kind, Path base) throws IOException {
		this.kind = kind;
		home = base.resolve("home");
		driver = base.resolve("driver");
		Files.createDirectories(plugins());
		Files.createDirectories(driver);
		SampleMenu.writeJar(plugins().resolve("Annotomy_Sample.jar"));
		copyClasses("bridge", "HostSession");
	}

	Path home() {
		return home;
	}

	Path plugins() {
		return home.resolve("plugins");
	}

	/** Only what a class of the tests needs of the tests: the rest must come out of the jar. */
	void copyClasses(String packageName, String... names) throws IOException {
		Path from = Path.of("target/test-classes/org/annotomy", packageName);
		Path target = Files.createDirectories(driver.resolve("org/annotomy").resolve(packageName));
		for (String name : names)
			try (Stream<Path> files = Files.list(from)) {
				for (Path file : files.filter(f -> f.getFileName().toString().matches(name + "(\\$.*)?\\.class")).toList())
					Files.copy(file, target.resolve(file.getFileName()));
			}
	}

	/** The program, ready to be started with some main class. */
	ChildJvm child() throws IOException {
		ChildJvm child = kind.isOnDisplay() ? ChildJvm.onDisplay() : ChildJvm.headless();
		if (kind.isFiji()) {
			copy(FIJI_JAR);
			return FijiApp.find().prepare(child, home, driver);
		}
		if (kind == Kind.PLAIN_HEADLESS || kind == Kind.PLAIN_JAR_ON_DISPLAY)
			return child.classPath(imageJ(), PLAIN_JAR, plugins().resolve("Annotomy_Sample.jar"), driver);
		copy(PLAIN_JAR);
		return child.classPath(imageJ(), driver);
	}

	private void copy(Path jar) throws IOException {
		Path there = plugins().resolve(jar.getFileName());
		if (!Files.exists(there)) Files.copy(jar, there);
	}

	/**
	 * Runs the macros {@code *.ijm} of a folder, in the order of their names, in one process.
	 *
	 * @return for each its name, a tab, and what the user was told
	 */
	List<String> run(Path macros) throws IOException, InterruptedException {
		Path told = home.resolve("told.txt");
		ChildJvm.Result result = child().with("-Dplugins.dir=" + home).run(HostSession.class.getName(),
				kind.isFiji() ? "fiji" : "plain", macros.toString(), told.toString());
		assertTrue(result.output(), Files.exists(told));
		return Files.readAllLines(told);
	}

	private static Path imageJ() {
		return Path.of(ij.IJ.class.getProtectionDomain().getCodeSource().getLocation().getPath());
	}
}
