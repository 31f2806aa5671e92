package org.annotomy.command.spec;

/**
 * One line of a {@code plugins.config}.
 *
 * @param menu the path of the menu, its parts separated by {@code >}
 * @param label the name of the entry, by which macros call it
 * @param className the plug-in it runs
 * @param argument for the plug-in; empty if there is none
 */
public record MenuEntry(String menu, String label, String className, String argument) {

	/** The menu and the label as a user reads them. */
	public String path() {
		return menu.replace(">", " > ") + " > " + label;
	}

	/** What ImageJ runs: {@code className("argument")}. */
	public String call() {
		return argument.isEmpty() ? className : className + "(\"" + argument + "\")";
	}
}
