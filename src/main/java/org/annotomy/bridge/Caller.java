package org.annotomy.bridge;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.Field;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/** Who called the command: a macro, a script through {@code IJ.run}, or a user at the menu; and how each is told of a failure. */
final class Caller {

	private final Interpreter macro; // null unless a macro called
	private final boolean program;

	private Caller(Interpreter macro, boolean program) {
		this.macro = macro;
		this.program = program;
	}

	/** To be asked first, on the thread of the call: later another macro may have become the running one. */
	static Caller ofThisThread() {
		StackWalker stack = StackWalker.getInstance();
		boolean byMacro = stack.walk(s -> s.anyMatch(f -> f.getClassName().startsWith("ij.macro.")));
		boolean byProgram = stack.walk(s -> s.anyMatch(f -> f.getClassName().equals("ij.IJ") && f.getMethodName().equals("run")));
		return new Caller(byMacro ? callingMacro() : null, byMacro || byProgram);
	}

	/** {@code IJ.run} notes the macro that called it; with several macros at once, the public method may name another one. */
	private static Interpreter callingMacro() {
		try {
			Field calling = IJ.class.getDeclaredField("macroInterpreter");
			calling.setAccessible(true);
			Object interpreter = calling.get(null);
			if (interpreter != null) return (Interpreter) interpreter;
		} catch (ReflectiveOperationException | RuntimeException e) {
			return Interpreter.getInstance();
		}
		return Interpreter.getInstance();
	}

	/** Is there a user who may be asked for the options? A macro or script never opens a dialog: it gets the defaults. */
	boolean isUser() {
		return !program && !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null;
	}

	/** Is it a macro or a script? */
	boolean isProgram() { return program; }

	/** Tells the caller and stops the macro. Always throws what ImageJ takes for a stop that was told of already. */
	RuntimeException failed(String command, String message) {
		if (macro != null) abortMacro(command + ": " + message);
		else if (program) IJ.error(command, message);
		else IJ.showMessage(command, message);
		return new RuntimeException(Macro.MACRO_CANCELED);
	}

	/** Stops the macro without a word. */
	RuntimeException cancelled() {
		if (macro != null) abortMacro(null);
		else if (program) Macro.abort();
		return new RuntimeException(Macro.MACRO_CANCELED);
	}

	/** Marks the macro as done and shows the message; where no dialog can be, writes what the dialog would have said. */
	private void abortMacro(String message) {
		try {
			macro.abort(message);
		} catch (HeadlessException noDialog) {
			if (message != null) System.err.println(MacroErrors.text(macro));
		}
	}
}
