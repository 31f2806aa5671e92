package org.annotomy.bridge;

import java.awt.HeadlessException;
import java.io.PrintStream;
import java.lang.reflect.Field;
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

	/** @return whether the macro ended well; if not, the reason was written to the console */
	boolean run() {
		Interpreter interpreter = new Interpreter();
		PrintStream console = System.out;
		System.setOut(new StoppingConsole(console));
		try {
			interpreter.run(text, argument);
			return !interpreter.wasError() || told(interpreter);
		} catch (HeadlessException dialogOfTheError) {
			return told(interpreter);
		} catch (RuntimeException e) {
			if (interpreter.wasError()) return told(interpreter);
			boolean exit = Macro.MACRO_CANCELED.equals(e.getMessage());
			if (!exit) System.err.println("The macro failed" + where(interpreter) + ": " + e.getMessage());
			return exit && !EXIT_WITH_REASON.matcher(line(interpreter)).find();
		} finally {
			System.setOut(console);
		}
	}

	/** @return false */
	private static boolean told(Interpreter interpreter) {
		String message = interpreter.getErrorMessage();
		if (message == null) System.err.println("The macro was cancelled" + where(interpreter) + ".");
		else System.err.println("The macro failed" + where(interpreter) + ": " + message);
		return false;
	}

	private static String where(Interpreter interpreter) {
		int line = errorLine(interpreter);
		return line > 0 ? " in line " + line : "";
	}

	/** The line ImageJ would name in its dialog: the public method is already at the next statement. */
	private static int errorLine(Interpreter interpreter) {
		try {
			Field line = Interpreter.class.getDeclaredField("lineNumber");
			line.setAccessible(true);
			return line.getInt(interpreter);
		} catch (ReflectiveOperationException | RuntimeException e) {
			return 0;
		}
	}

	private String line(Interpreter interpreter) {
		try {
			return text.lines().skip(interpreter.getLineNumber() - 1L).findFirst().orElse("");
		} catch (RuntimeException notStarted) {
			return "";
		}
	}

	/**
	 * Where there is no window, ImageJ prints the stack trace of a plug-in that failed and goes on with the macro. Here that
	 * ends the macro; a trace that comes only of the dialog ImageJ wanted to show the error in is not printed.
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
			if (!line.contains("ij.macro.Interpreter.showError")) System.err.println(line);
			throw new IllegalStateException(line.substring(0, line.indexOf('\n')));
		}
	}
}
