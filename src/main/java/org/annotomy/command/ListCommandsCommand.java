package org.annotomy.command;

import java.util.Locale;

import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.MenuConfig;
import org.annotomy.command.spec.MenuEntry;
import org.annotomy.command.spec.Option;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** The menu as a table. */
@Plugin(type = Command.class, visible = false, label = "List Annotomy Commands...", description = "Lists every Annotomy command with its menu and its options, one row for each option.")
public final class ListCommandsCommand extends AnnotationCommand {

	@Parameter(label = "Name contains", persist = false, description = "Only commands whose name contains this text, upper and lower case alike; empty for all.")
	private String name_contains = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Annotomy Commands")
	private ResultsTable commands;

	@Override
	protected void execute() {
		ResultsTable table = new ResultsTable();
		for (MenuEntry entry : MenuConfig.commands())
			if (entry.label().toLowerCase(Locale.ROOT).contains(name_contains.toLowerCase(Locale.ROOT))) add(entry, table);
		if (table.size() == 0) throw new CommandFailure("No command has \"" + name_contains + "\" in its name.");
		commands = table;
	}

	private static void add(MenuEntry entry, ResultsTable table) {
		CommandSpec command = CommandSpec.of(entry.argument());
		if (command.options().isEmpty()) addRow(entry, "", "", table);
		for (Option option : command.options())
			addRow(entry, option.key(), option.description(), table);
	}

	private static void addRow(MenuEntry entry, String key, String meaning, ResultsTable table) {
		table.addRow();
		table.addValue("Command", entry.label());
		table.addValue("Menu", entry.path());
		table.addValue("Option", key);
		table.addValue("Meaning", meaning);
	}
}
