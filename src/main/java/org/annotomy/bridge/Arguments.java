package org.annotomy.bridge;

import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param macro the macro to run; null for none
 * @param macroArgument what the macro gets as {@code getArgument()}; empty if none
 * @param reference where to write the reference of macro commands; null for nowhere
 * @param conformance the folder whose DICOM files are compared with its manifest; null for none
 * @param statement where to write the conformance statement; null for nowhere
 * @param benchmark the folder of the inputs on which the program's operations are timed; null for none
 * @param operations parts of the names of those to time; empty for all
 * @param images files and folders to open
 */
record Arguments(boolean help, boolean headless, File macro, String macroArgument, File reference, File conformance,
		File statement, File benchmark, List<String> operations, List<File> images) {

	static final String USAGE = """
			Usage: [--headless] [--macro FILE [ARGUMENT]] [image files or folders]

			  --headless              without windows, also where there is a display
			  --macro FILE [ARGUMENT] run an ImageJ macro; it reads ARGUMENT with getArgument()
			  --write-macro-reference FILE
			                          write the list of all macro commands and their options, as Markdown
			  --conformance FOLDER    compare the DICOM files of a folder with the facts of its manifest.json: a line per file,
			                          the last line with the counts
			  --write-conformance FILE
			                          write the DICOM conformance statement, as Markdown
			  --benchmark FOLDER [OPERATION ...]
			                          time the program's own operations (all, or those whose names contain an OPERATION) on the
			                          inputs in a folder, as often as the environment variable RUNS says: a line each with
			                          seconds, memory and the check value
			  --help                  print this

			Without arguments: opens ImageJ with the Annotomy menus and the sample study; without a display it
			runs macros/Quick_Start.ijm instead.
			Exit code (headless): 0 done, 1 the macro failed, a file of the comparison is wrong or an operation could not be
			timed, 2 the arguments are wrong.""";

	/** @throws IllegalArgumentException if there is an unknown option, or a file is missing; the message says so */
	static Arguments parse(String... args) {
		Deque<String> left = new ArrayDeque<>(List.of(args));
		boolean help = false;
		boolean headless = false;
		File macro = null;
		String macroArgument = "";
		File reference = null;
		File conformance = null;
		File statement = null;
		File benchmark = null;
		List<String> operations = new ArrayList<>();
		List<File> images = new ArrayList<>();
		while (!left.isEmpty()) {
			String arg = left.pop();
			switch (arg) {
				case "--help" -> help = true;
				case "--headless" -> headless = true;
				case "--macro" -> {
					macro = existing(next(left, arg));
					if (!left.isEmpty() && !left.peek().startsWith("--")) macroArgument = left.pop();
				}
				case "--write-macro-reference" -> reference = new File(next(left, arg));
				case "--write-conformance" -> statement = new File(next(left, arg));
				case "--conformance" -> conformance = existing(next(left, arg, "folder"));
				case "--benchmark" -> {
					benchmark = existing(next(left, arg, "folder"));
					while (!left.isEmpty() && !left.peek().startsWith("--"))
						operations.add(left.pop());
				}
				default -> images.add(image(arg));
			}
		}
		return new Arguments(help, headless, macro, macroArgument, reference, conformance, statement, benchmark, operations,
				images);
	}

	private static String next(Deque<String> left, String option) {
		return next(left, option, "file");
	}

	private static String next(Deque<String> left, String option, String what) {
		if (left.isEmpty() || left.peek().startsWith("--"))
			throw new IllegalArgumentException(option + " needs a " + what + " after it.");
		return left.pop();
	}

	private static File image(String arg) {
		if (arg.startsWith("-")) throw new IllegalArgumentException("Unknown option " + arg + ".");
		return existing(arg);
	}

	private static File existing(String path) {
		File file = new File(path);
		if (!file.exists()) throw new IllegalArgumentException("There is no file or folder " + path + ".");
		return file;
	}
}
