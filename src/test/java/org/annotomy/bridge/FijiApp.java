package org.annotomy.bridge;

import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Fiji that {@code FIJI_APP} names; its folder is only read. */
final class FijiApp {

	private static final List<String> OPENED = List.of("java.base/java.lang", "java.base/java.util", "java.base/java.net",
			"java.base/java.nio",
			"java.base/java.lang.reflect", "java.base/sun.nio.ch", "java.desktop/sun.awt", "java.desktop/sun.awt.X11",
			"java.desktop/javax.swing",
			"java.desktop/java.awt", "java.desktop/sun.swing");

	private final Path app;

	private FijiApp(Path app) { this.app = app; }

	/** Skips the test if there is none, in CI too: no Fiji is on Maven Central. */
	static FijiApp find() {
		String named = System.getenv("FIJI_APP");
		assumeTrue("skipped: this machine lacks a Fiji (set FIJI_APP to an unpacked Fiji.app)",
				named != null && Files.isDirectory(Path.of(named, "jars")));
		return new FijiApp(Path.of(named));
	}

	/** The child becomes this Fiji with the plug-ins of another folder. */
	ChildJvm prepare(ChildJvm child, Path home, Path driver) throws IOException {
		Files.createDirectories(home.resolve("jars"));
		List<Object> classPath = new ArrayList<>();
		for (Path folder : List.of(app.resolve("jars"), app.resolve("jars/bio-formats"), home.resolve("plugins")))
			if (Files.isDirectory(folder)) classPath.addAll(jars(folder));
		classPath.add(driver);
		for (String opened : OPENED)
			child.with("--add-opens=" + opened + "=ALL-UNNAMED");
		return child.with("-Xmx1g", "-Dplugins.dir=" + home, "-Dij.dir=" + home, "-Dimagej.dir=" + home, "-Dfiji.dir=" + home,
				"-Dscijava.context.strict=false").classPath(classPath.toArray());
	}

	private static List<Path> jars(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
		}
	}
}
