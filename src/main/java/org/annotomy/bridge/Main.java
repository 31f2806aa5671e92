package org.annotomy.bridge;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.annotomy.benchmark.BenchmarkLine;
import org.annotomy.benchmark.BenchmarkRun;
import org.annotomy.dicom.conformance.ConformanceRun;
import org.annotomy.dicom.conformance.ConformanceStatement;
import org.annotomy.dicom.conformance.Verdict.Outcome;
import org.annotomy.task.Progress;

import org.annotomy.imagej.macro.OptionQuotes;
import org.annotomy.ui.drop.DropTargets;

import ij.IJ;
import ij.ImageJ;

/**
 * Starts plain ImageJ with the Annotomy commands, from a checkout or from the jar: with windows, or without them to run a
 * macro and end with an exit code that says whether it failed (ImageJ itself always ends with 0).
 */
public final class Main {

	/** The commands of which a newcomer sees the work. */
	static final String SAMPLE = "Open Sample Chest CT...";
	static final String PANEL = "Annotation Panel";

	private static final int DONE = 0;
	private static final int FAILED = 1;
	private static final int MISUSED = 2;
	private static final int STAYS_OPEN = -1;

	private Main() {}

	public static void main(String[] args) {
		int exitCode = start(args);
		System.out.flush();
		if (exitCode != STAYS_OPEN) System.exit(exitCode);
	}

	private static int start(String[] args) {
		Arguments arguments;
		try {
			arguments = Arguments.parse(args);
		} catch (IllegalArgumentException e) {
			System.err.println(e.getMessage() + "\n\n" + Arguments.USAGE);
			return MISUSED;
		}
		if (arguments.help()) {
			System.out.println(Arguments.USAGE);
			return DONE;
		}
		if (arguments.headless()) System.setProperty("java.awt.headless", "true");
		try {
			return run(arguments);
		} catch (IOException e) {
			System.err.println(e.getMessage());
			return FAILED;
		}
	}

	private static int run(Arguments arguments) throws IOException {
		if (arguments.reference() != null) {
			Files.writeString(arguments.reference().toPath(), MacroReference.text());
			return DONE;
		}
		if (arguments.statement() != null) {
			Files.writeString(arguments.statement().toPath(), ConformanceStatement.text());
			return DONE;
		}
		if (arguments.conformance() != null) return compare(arguments.conformance().toPath());
		if (arguments.benchmark() != null) return time(arguments);
		if (!GraphicsEnvironment.isHeadless()) return open(arguments);
		if (arguments.images().isEmpty()) return headless(arguments);
		System.err.println("Images cannot be shown without a display. Give a --macro that opens them.");
		return MISUSED;
	}

	private static int compare(Path folder) throws IOException {
		Map<Outcome, Integer> counts = ConformanceRun.of(folder, Progress.NONE, verdict -> System.out.println(verdict.line()));
		System.out.println(ConformanceRun.summary(counts));
		return counts.get(Outcome.WRONG) == 0 ? DONE : FAILED;
	}

	private static int time(Arguments arguments) throws IOException {
		try {
			int runs = BenchmarkRun.runs(System.getenv("RUNS"));
			System.out.println(BenchmarkLine.HEADING);
			boolean allRan = BenchmarkRun.of(arguments.benchmark().toPath(), arguments.operations(), runs, Progress.NONE,
					line -> System.out.println(line.text()));
			return allRan ? DONE : FAILED;
		} catch (IllegalArgumentException e) {
			System.err.println(e.getMessage());
			return MISUSED;
		}
	}

	private static int headless(Arguments arguments) throws IOException {
		HeadlessMenus.install();
		if (arguments.macro() != null)
			return new HeadlessMacro(read(arguments.macro().toPath()), arguments.macroArgument()).run() ? DONE : FAILED;
		Path results = DevelopmentPlugins.target().map(t -> t.resolve("quick-start")).orElse(Path.of("annotomy-quick-start"));
		Files.createDirectories(results);
		boolean done = new HeadlessMacro(resource("macros/Quick_Start.ijm"), results.toAbsolutePath().toString()).run();
		if (done) System.out.println("The results are in " + results.toAbsolutePath());
		return done ? DONE : FAILED;
	}

	private static int open(Arguments arguments) throws IOException {
		DevelopmentPlugins.install();
		ImageJ imageJ = new ImageJ(ImageJ.EMBEDDED);
		imageJ.exitWhenQuitting(true);
		DropTargets.install();
		if (arguments.macro() != null) IJ.runMacro(read(arguments.macro().toPath()), arguments.macroArgument());
		else if (arguments.images().isEmpty()) welcome();
		for (File image : arguments.images())
			openStudy(image);
		return STAYS_OPEN;
	}

	private static void welcome() {
		IJ.run(SAMPLE, "protocol=onco-chest-ct");
		IJ.run(PANEL, "");
	}

	/** Through the command, as the menu does it. */
	private static void openStudy(File image) throws IOException {
		String path = OptionQuotes.quote(image.getAbsolutePath()).orElseThrow(
				() -> new IOException(
						"A path with spaces, apostrophes and single brackets cannot be given here. Open it in the menu."));
		IJ.run("Open Study...", "path=" + path);
	}

	/** Macros of ours are UTF-8, on every machine. */
	private static String read(Path macro) throws IOException {
		return Files.readString(macro, StandardCharsets.UTF_8);
	}

	private static String resource(String name) throws IOException {
		try (InputStream in = Main.class.getClassLoader().getResourceAsStream(name)) {
			if (in == null) throw new IOException("The program lacks its file " + name + ".");
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
