package org.annotomy.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of other people that judge what we write or say what a file holds. */
public final class OutsideTool {

	/**
	 * @param exit 0 if all is well
	 * @param output standard output
	 * @param errors standard error
	 */
	public record Result(int exit, byte[] output, String errors) {

		public String text() {
			return new String(output, StandardCharsets.UTF_8);
		}
	}

	private static final int MISSING = 3;

	private OutsideTool() {}

	/** Whether a program of this name can be started. */
	public static boolean isInstalled(String name) {
		for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator))
			if (Files.isExecutable(Path.of(folder, name))) return true;
		return false;
	}

	/** Runs a program that must be there; skips the test, or fails it in CI, if it is not. */
	public static Result run(String... command) throws IOException, InterruptedException {
		SharedData.need(isInstalled(command[0]), command[0]);
		return start(List.of(command));
	}

	/** As {@link #run}, but the program must succeed. */
	public static Result must(String... command) throws IOException {
		try {
			Result result = run(command);
			if (result.exit() == 0) return result;
			throw new IOException(
					String.join(" ", command) + " ends with " + result.exit() + ": " + result.errors() + result.text());
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}

	/**
	 * Runs a script of {@code src/test/scripts} with a Python that has what it imports; the script ends with 3 if something is missing.
	 */
	public static Result python(String script, String... arguments) throws IOException, InterruptedException {
		for (String python : List.of("/usr/bin/python3", "python3")) {
			List<String> command = new ArrayList<>(List.of(python, "src/test/scripts/" + script));
			command.addAll(List.of(arguments));
			try {
				Result result = start(command);
				if (result.exit() != MISSING) return result;
			} catch (IOException e) {
				continue; // that Python is not there
			}
		}
		SharedData.need(false, "Python 3 with what " + script + " imports");
		throw new IOException("no Python");
	}

	private static Result start(List<String> command) throws IOException, InterruptedException {
		Path errors = Files.createTempFile("annotomy", ".err");
		try {
			Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
			process.getOutputStream().close();
			byte[] output = process.getInputStream().readAllBytes();
			return new Result(process.waitFor(), output, Files.readString(errors, StandardCharsets.ISO_8859_1));
		} finally {
			Files.delete(errors);
		}
	}
}
