package org.annotomy.bridge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.MenuConfig;
import org.annotomy.command.spec.MenuEntry;
import org.annotomy.command.spec.Option;

/** The reference of all macro commands as Markdown, made from {@code plugins.config} and the annotations of the commands. */
final class MacroReference {

	private MacroReference() {}

	static String text() {
		StringBuilder text = new StringBuilder("""
				# Macro commands

				Every command of Annotomy with its options. This page is generated from the commands themselves:
				`mvn -q compile exec:java -Dexec.args="--headless --write-macro-reference docs/macro-reference.md"`.
				How options are written, and what happens on errors: [Writing macros](writing-macros.md).
				""");
		Map<String, List<MenuEntry>> menus = MenuConfig.commands().stream()
				.collect(Collectors.groupingBy(MenuEntry::menu, TreeMap::new, Collectors.toList()));
		menus.forEach((menu, entries) -> {
			text.append("\n## ").append(menu.replace(">", " > ")).append('\n');
			entries.forEach(entry -> append(entry, CommandSpec.of(entry.argument()), text));
		});
		return text.toString();
	}

	private static void append(MenuEntry entry, CommandSpec command, StringBuilder text) {
		text.append("\n### ").append(entry.label()).append("\n\n").append(command.description()).append("\n\n");
		if (!command.options().isEmpty()) {
			text.append("| option | meaning | values | unit | default |\n|---|---|---|---|---|\n");
			command.options().forEach(option -> append(command, option, text));
			text.append('\n');
		}
		text.append("```\n").append(OptionText.example(command)).append("\n```\n");
	}

	private static void append(CommandSpec command, Option option, StringBuilder text) {
		List<String> cells = List.of('`' + option.key() + '`', option.description(), OptionText.values(option), option.unit(),
				OptionText.ifOmitted(command, option));
		text.append(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
	}
}
