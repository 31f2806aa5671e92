package org.annotomy.bridge;

import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.annotomy.testing.SharedData;

/** A Java program in a JVM of its own, with or without a display. */
public final class ChildJvm {

	private static final int TIME_LIMIT_S = 120;
	private static final int DISPLAY_LIMIT_S = 20;
	private static final int DISPLAY_ATTEMPTS = 3;

	private final List<String> options = new ArrayList<>();
	private final Map<String, String> environment = new HashMap<>();
	private String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	private File folder;
	private boolean display;

	/** What came of it. The output has both streams. */
	public record Result(int exitCode, String output) {}

	/** Without a display. */
	public static ChildJvm headless() {
		ChildJvm child = new ChildJvm();
		child.options.add("-Djava.awt.headless=true");
		return child;
	}

	/** On a virtual display; skips the test where there is none to be had. */
	public static ChildJvm onDisplay() {
		ChildJvm child = new ChildJvm();
		child.display = true;
		SharedData.need(onPath("xvfb-run"), "xvfb-run");
		return child;
	}

	private static boolean onPath(String program) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(p -> new File(p, program).canExecute());
	}

	public ChildJvm with(String... jvmOptions) {
		options.addAll(List.of(jvmOptions));
		return this;
	}

	/** Also sets an environment variable. */
	public ChildJvm withVariable(String name, String value) {
		environment.put(name, value);
		return this;
	}

	ChildJvm classPath(Object... entries) {
		classPath = String.join(File.pathSeparator, Stream.of(entries).map(Object::toString).toList());
		return this;
	}

	ChildJvm alsoOnClassPath(Path entry) {
		classPath += File.pathSeparator + entry;
		return this;
	}

	ChildJvm in(File workingFolder) {
		folder = workingFolder;
		return this;
	}

	/** Runs to its end; settings of ImageJ and of Java go to a folder of their own. */
	public Result run(String mainClass, String... arguments) throws IOException, InterruptedException {
		Path home = Files.createTempDirectory("annotomy-home");
		List<String> command = new ArrayList<>();
		if (display) command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1400x900x24"));
		command.addAll(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
						"-Duser.home=" + home, "-Djava.util.prefs.userRoot=" + home));
		command.addAll(options);
		command.addAll(List.of("-cp", classPath, mainClass));
		command.addAll(List.of(arguments));
		Path output = home.resolve("output.txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder).redirectErrorStream(true)
				.redirectOutput(output.toFile());
		builder.environment().putAll(environment);
		if (!display) builder.environment().remove("DISPLAY");
		Process process = display ? startOnDisplay(builder) : builder.start();
		boolean ended = process.waitFor(TIME_LIMIT_S, TimeUnit.SECONDS);
		if (!ended) process.descendants().forEach(ProcessHandle::destroyForcibly);
		assertTrue(mainClass + " did not end; it wrote: " + Files.readString(output), ended);
		return new Result(process.exitValue(), Files.readString(output));
	}

	/** Now and then xvfb-run misses the signal that its display is ready and waits for ever: then it is started anew. */
	private static Process startOnDisplay(ProcessBuilder builder) throws IOException {
		Process process = builder.start();
		for (int attempt = 1; attempt < DISPLAY_ATTEMPTS && !hasStartedJava(process); attempt++) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
			process = builder.start();
		}
		return process;
	}

	private static boolean hasStartedJava(Process process) {
		long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(DISPLAY_LIMIT_S);
		while (process.isAlive() && System.nanoTime() < limit) {
			if (process.descendants().anyMatch(p -> p.info().command().orElse("").endsWith("java"))) return true;
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
		return !process.isAlive();
	}
}
