package org.annotomy.bridge;

import java.lang.reflect.Field;

import ij.macro.Interpreter;

/** What is written of a macro that failed where no dialog can say it; the same words as headless Fiji has. */
final class MacroErrors {

	/** How each such line starts. */
	static final String START = "Macro Error: ";

	private MacroErrors() {}

	/** The message of the error and its line. */
	static String text(Interpreter macro) {
		int line = line(macro);
		return START + macro.getErrorMessage() + (line > 0 ? " in line " + line : "");
	}

	/** The line ImageJ names in its dialog (its public method is at the next statement by then); 0 if it cannot be told. */
	static int line(Interpreter macro) {
		try {
			Field line = Interpreter.class.getDeclaredField("lineNumber");
			line.setAccessible(true);
			return line.getInt(macro);
		} catch (ReflectiveOperationException | RuntimeException e) {
			return 0;
		}
	}
}
