package org.annotomy.bridge;

import ij.CommandListener;
import ij.IJ;
import ij.Macro;
import ij.Menus;
import ij.macro.Interpreter;
import ij.plugin.filter.ExtendedPlugInFilter;

/**
 * Refuses the filters of plain ImageJ that would open a dialog for their options where there is no display: ImageJ swallows
 * the exception of the dialog and runs them with other values than the macro gives.
 */
final class HeadlessGuard implements CommandListener {

	static final String NEEDS_DISPLAY = " needs a display. Run the macro in Fiji, or with a virtual display (xvfb-run).";

	@Override
	public String commandExecuting(String command) {
		boolean dialog = Macro.getOptions() != null || command.endsWith("...");
		if (!dialog || !isFilter(command)) return command;
		Interpreter macro = Interpreter.getInstance();
		String line = macro == null ? "" : " in line " + macro.getLineNumber();
		System.err.println(MacroErrors.START + "\"" + command + "\" of ImageJ" + NEEDS_DISPLAY + line);
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	private static boolean isFilter(String command) {
		Object call = Menus.getCommands().get(command);
		if (call == null) return false;
		try {
			Class<?> plugIn = IJ.getClassLoader().loadClass(call.toString().replaceAll("\\(.*", ""));
			return ExtendedPlugInFilter.class.isAssignableFrom(plugIn);
		} catch (ClassNotFoundException | LinkageError e) {
			return false;
		}
	}
}
