package org.annotomy.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.MenuConfig;
import org.annotomy.command.spec.MenuEntry;
import org.annotomy.command.spec.Option;
import org.annotomy.command.spec.OptionType;
import org.junit.Test;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** What every command must keep to, so that macros and dialogs are alike everywhere. See docs/architecture-commands.md. */
public class CommandRulesTest {

	/** The unit that a key ends in, and how its label writes it. */
	private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("mm", "mm"), Map.entry("mm2", "mm\u00b2"),
			Map.entry("ml", "ml"), Map.entry("um", "\u00b5m"), Map.entry("px", "pixels"), Map.entry("voxels", "voxels"),
			Map.entry("hu", "HU"), Map.entry("percent", "%"), Map.entry("degrees", "\u00b0"), Map.entry("s", "s"),
			Map.entry("ms", "ms"), Map.entry("mb", "MB"), Map.entry("bytes", "bytes"), Map.entry("fps", "frames/s"));

	private static List<CommandSpec> commands() {
		return MenuConfig.commands().stream().map(entry -> CommandSpec.of(entry.argument())).toList();
	}

	@Test
	public void theMenuHasEveryCommandAndNoOther() throws IOException {
		Set<String> inMenu = new TreeSet<>();
		MenuConfig.commands().forEach(entry -> inMenu.add(entry.argument()));
		assertEquals(commandClasses(), inMenu);
	}

	private static Set<String> commandClasses() throws IOException {
		Path root = Path.of("target/classes");
		Set<String> names = new TreeSet<>();
		try (Stream<Path> files = Files.walk(root.resolve("org/annotomy"))) {
			files.filter(f -> f.toString().endsWith("Command.class"))
					.map(f -> root.relativize(f).toString().replace(".class", "").replace(java.io.File.separatorChar, '.'))
					.filter(CommandRulesTest::isCommand).forEach(names::add);
		}
		assertTrue("no commands found", !names.isEmpty());
		return names;
	}

	private static boolean isCommand(String name) {
		try {
			Class<?> type = Class.forName(name);
			return Command.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
		} catch (ClassNotFoundException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	public void everyCommandIsInTheIndexOfSciJava() throws IOException {
		String index = Files.readString(Path.of("target/classes/META-INF/json/org.scijava.plugin.Plugin"));
		check(command -> index.contains('"' + command.type().getName() + '"'), "is not in the index of plug-ins");
	}

	@Test
	public void menuLinesAreUnderstood() throws IOException {
		long lines = Files.readAllLines(Path.of("plugins.config")).stream().filter(l -> !l.isBlank() && !l.startsWith("#"))
				.count();
		assertEquals(lines, MenuConfig.entries().size());
	}

	@Test
	public void labelsAreUniqueAndThoseOfTheMenu() {
		Set<String> seen = new HashSet<>();
		List<String> wrong = new ArrayList<>();
		for (MenuEntry entry : MenuConfig.entries())
			if (!seen.add(entry.label())) wrong.add(entry.label() + " is there twice");
		for (MenuEntry entry : MenuConfig.commands())
			if (!CommandSpec.of(entry.argument()).label().equals(entry.label()))
				wrong.add(entry.label() + " has another label in its class");
		assertEquals(List.of(), wrong);
	}

	@Test
	public void commandsAreDescribedAndHaveNoMenuOfTheirOwn() {
		check(command -> AnnotationCommand.class.isAssignableFrom(command.type()), "is no AnnotationCommand");
		check(command -> isSentence(command.description()), "has no sentence as description");
		check(command -> hasNoMenu(command.annotation()), "has a menu path: Fiji would run it behind the bridge's back");
		check(command -> !command.annotation().visible(), "needs visible = false: the search bar of Fiji would offer it twice");
		check(command -> command.outputTypes().stream().filter(ResultsTable.class::equals).count() <= 1, "gives two tables");
	}

	@Test
	public void aDialogIsAnnouncedByDots() {
		check(command -> command.label().endsWith("...") == command.options().stream().anyMatch(CommandRulesTest::isAlwaysAsked),
				"must have dots in its label if, and only if, it asks for something");
	}

	private static boolean isAlwaysAsked(Option option) {
		return option.isAsked() && option.type() != OptionType.IMAGE;
	}

	private static boolean hasNoMenu(Plugin annotation) {
		return annotation.menuPath().isEmpty() && annotation.menu().length == 0;
	}

	@Test
	public void keysAreSnakeCaseAndNoneEndsAnother() {
		checkOptions((command, option) -> option.key().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"), "is not lower-case snake_case");
		checkOptions(
				(command, option) -> command.options().stream()
						.noneMatch(other -> other != option && other.key().endsWith(option.key())),
				"is the end of another key: the recorder and Macro.getValue confuse them");
	}

	/** One word for one thing: a file is {@code file} (one that maps places: {@code transform}), a folder {@code folder}, what may be either {@code path}. */
	@Test
	public void filesAndFoldersAreCalledAlikeEverywhere() {
		checkOptions((command, option) -> option.type() == OptionType.FILE
				? names(option.annotation().style()).contains(option.key())
				: !Set.of("file", "folder", "path", "transform").contains(option.key()),
				"has another name than files and folders have in other commands, or their name without being one");
	}

	private static Set<String> names(String style) {
		List<String> words = List.of(style.split(","));
		return words.contains("directory")
				? Set.of("folder")
				: words.contains("both") ? Set.of("path") : Set.of("file", "transform");
	}

	/** The same key asks for the same kind of value in every command. */
	@Test
	public void aKeyHasOneType() {
		Map<String, Set<OptionType>> types = new TreeMap<>();
		for (CommandSpec command : commands())
			for (Option option : command.options())
				types.computeIfAbsent(option.key(), key -> new TreeSet<>())
						.add(option.type() == OptionType.CHOICE ? OptionType.TEXT : option.type());
		types.values().removeIf(some -> some.size() == 1);
		assertEquals(Map.of(), types);
	}

	@Test
	public void optionsAreDescribedAndNeverRemembered() {
		checkOptions((command, option) -> !option.label().isBlank(), "has no label");
		checkOptions((command, option) -> isSentence(option.description()), "has no sentence as description");
		checkOptions((command, option) -> !option.annotation().persist(), "needs persist = false");
		checkOptions((command, option) -> option.annotation().callback().isEmpty() && option.annotation().initializer().isEmpty()
				&& option.annotation().validater().isEmpty(), "uses a callback: only Fiji would call it");
	}

	@Test
	public void unitsStandInTheKeyAndInTheLabel() {
		checkOptions((command, option) -> {
			boolean number = option.type() == OptionType.NUMBER || option.type() == OptionType.INTEGER;
			String suffix = option.key().substring(option.key().lastIndexOf('_') + 1);
			return !number || option.unit().equals(option.key().contains("_") ? UNITS.getOrDefault(suffix, "") : "");
		}, "has a unit in the key and another, or none, in its label; units are " + UNITS);
	}

	@Test
	public void defaultsAreAllowedValues() {
		checkOptions((command, option) -> {
			boolean checked = option.defaultValue() != null && option.type() != OptionType.FILE;
			try {
				return !checked || option.defaultValue().equals(option.parse(option.format(option.defaultValue())));
			} catch (org.annotomy.command.spec.OptionException e) {
				return false;
			}
		}, "has a default that would be refused");
	}

	private static boolean isSentence(String text) {
		return text.matches("(?s)[A-Z\u00c0-\u00de0-9].*\\.") && !text.contains("\n");
	}

	private static void check(Predicate<CommandSpec> rule, String problem) {
		assertEquals(List.of(), commands().stream().filter(rule.negate()).map(c -> c.label() + " " + problem).toList());
	}

	private static void checkOptions(java.util.function.BiPredicate<CommandSpec, Option> rule, String problem) {
		List<String> wrong = new ArrayList<>();
		for (CommandSpec command : commands())
			for (Option option : command.options())
				if (!rule.test(command, option)) wrong.add(command.label() + ": option " + option.key() + " " + problem);
		assertEquals(List.of(), wrong);
	}
}
