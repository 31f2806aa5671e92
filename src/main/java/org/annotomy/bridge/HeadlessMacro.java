package org.annotomy.bridge;

import java.awt.HeadlessException;
import java.io.PrintStream;
import java.util.regex.Pattern;

import ij.Macro;
import ij.macro.Interpreter;

/** Runs a macro without a display and tells whether it came to its end. */
final class HeadlessMacro {

	private static final Pattern EXIT_WITH_REASON = Pattern.compile("\\bexit\\s*\\(\\s*[^\\s)]");

	private final String text;
	private final String argument;

	HeadlessMacro(String text, String argument) {
		this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
		this.argument = argument;
	}

	/**
	 * @return whether the macro, and every macro that it ran, ended well; if not, the reason was written to the console
	 */
	boolean run() {
		PrintStream out = System.out;
		PrintStream err = System.err;
		WatchedErrors errors = new WatchedErrors(err);
		System.setOut(new StoppingConsole(out));
		System.setErr(errors);
		try {
			return interpret(errors) && !errors.seen;
		} finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

	private boolean interpret(WatchedErrors errors) {
		Interpreter macro = new Interpreter();
		try {
			macro.run(text, argument);
			if (macro.wasError()) told(macro, errors);
			return !macro.wasError();
		} catch (HeadlessException dialogOfTheError) {
			told(macro, errors);
			return false;
		} catch (RuntimeException e) {
			boolean exit = !macro.wasError() && Macro.MACRO_CANCELED.equals(e.getMessage());
			if (exit) return !EXIT_WITH_REASON.matcher(line(macro)).find();
			if (macro.wasError()) told(macro, errors);
			else System.err.println(MacroErrors.START + e.getMessage() + " in line " + macro.getLineNumber());
			return false;
		}
	}

	private static void told(Interpreter macro, WatchedErrors errors) {
		if (macro.getErrorMessage() == null) System.err.println(MacroErrors.START + "cancelled");
		else if (!errors.seen) System.err.println(MacroErrors.text(macro));
	}

	private String line(Interpreter macro) {
		try {
			return text.lines().skip(macro.getLineNumber() - 1L).findFirst().orElse("");
		} catch (RuntimeException notStarted) {
			return "";
		}
	}

	/** Notes whether a macro error was written. */
	private static final class WatchedErrors extends PrintStream {

		private volatile boolean seen;

		WatchedErrors(PrintStream console) {
			super(console, true);
		}

		@Override
		public void println(String line) {
			seen |= line != null && line.startsWith(MacroErrors.START);
			super.println(line);
		}
	}

	/**
	 * Where there is no window, ImageJ prints the stack trace of a plug-in that failed and goes on with the macro. Here that
	 * ends the macro. A trace is not printed if it comes only of a dialog that cannot be shown.
	 */
	private static final class StoppingConsole extends PrintStream {

		private static final Pattern TRACE = Pattern
				.compile("^[\\w.$]+(?:Exception|Error)\\b.*\\n(?s:.*)\\tat ij\\.Executer\\.run");

		StoppingConsole(PrintStream console) {
			super(console, true);
		}

		@Override
		public void println(String line) {
			boolean trace = line != null && line.indexOf('\n') > 0 && TRACE.matcher(line).find();
			if (!trace) {
				super.println(line);
				return;
			}
			if (line.startsWith("java.awt.HeadlessException"))
				throw new IllegalStateException(
						"This command of ImageJ needs a display. Run the macro in Fiji, or with a virtual display (xvfb-run).");
			System.err.println(line);
			throw new IllegalStateException(line.substring(0, line.indexOf('\n')));
		}
	}
}
