package org.annotomy.command.spec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command class as its annotations describe it. Cheap to make: reads one class, starts no SciJava context. */
public final class CommandSpec {

	private final Class<? extends Command> type;
	private final Plugin annotation;
	private final List<Option> options = new ArrayList<>();
	private final List<Field> outputs = new ArrayList<>();
	private final List<String> remarks = new ArrayList<>();

	private CommandSpec(Class<? extends Command> type) {
		this.type = type;
		annotation = type.getAnnotation(Plugin.class);
		if (annotation == null) throw new IllegalArgumentException(type.getName() + " has no @Plugin annotation.");
		Command fresh = newCommand();
		for (Field field : fields(type))
			add(field, fresh);
	}

	/** @throws IllegalArgumentException if the class is not an annotated command */
	public static CommandSpec of(Class<?> type) {
		return new CommandSpec(type.asSubclass(Command.class));
	}

	/** @throws IllegalArgumentException if there is no such class, or it is not an annotated command */
	public static CommandSpec of(String className) {
		try {
			return of(Class.forName(className, true, CommandSpec.class.getClassLoader()));
		} catch (ClassNotFoundException e) {
			throw new IllegalArgumentException("There is no command " + className + ".", e);
		}
	}

	/** Fields of the most general class first, but of those that are {@link AskedLast} last; each class in its own order. */
	private static List<Field> fields(Class<?> type) {
		List<Field> fields = new ArrayList<>();
		Arrays.stream(type.getDeclaredFields()).filter(f -> f.isAnnotationPresent(Parameter.class)).forEach(fields::add);
		Class<?> general = type.getSuperclass();
		if (general == null) return fields;
		fields.addAll(general.isAnnotationPresent(AskedLast.class) ? fields.size() : 0, fields(general));
		return fields;
	}

	private void add(Field field, Command fresh) {
		Parameter parameter = field.getAnnotation(Parameter.class);
		field.setAccessible(true);
		if (parameter.type() == ItemIO.OUTPUT) outputs.add(field);
		else if (parameter.visibility() == ItemVisibility.MESSAGE) remarks.add(valueOf(field, fresh).toString());
		else options.add(new Option(field, fresh));
	}

	public Class<? extends Command> type() {
		return type;
	}

	/** The name of the menu entry and of the macro command. */
	public String label() {
		return annotation.label();
	}

	/** The label without the dots that announce a dialog: for the titles of windows and for messages. */
	public String title() {
		return label().endsWith("...") ? label().substring(0, label().length() - 3) : label();
	}

	/** What the command does, in a sentence or two. */
	public String description() {
		return annotation.description();
	}

	/** The annotation as it is written, for tests of the rules of the house. */
	public Plugin annotation() {
		return annotation;
	}

	/** In the order in which they are asked for. */
	public List<Option> options() {
		return List.copyOf(options);
	}

	public Optional<Option> option(String key) {
		return options.stream().filter(o -> o.key().equals(key)).findFirst();
	}

	/** Sentences for the dialog that are no options. */
	public List<String> remarks() {
		return List.copyOf(remarks);
	}

	/** A command with the defaults in its fields. */
	public Command newCommand() {
		try {
			Constructor<? extends Command> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		} catch (ReflectiveOperationException e) {
			throw new IllegalArgumentException(type.getName() + " cannot be made.", e);
		}
	}

	/** What the command left in its output fields, in their order; those left null are left out. */
	public List<Output> outputsOf(Command command) {
		return outputs.stream().filter(f -> valueOf(f, command) != null)
				.map(f -> new Output(f.getAnnotation(Parameter.class).label(), valueOf(f, command))).toList();
	}

	/** The types of the output fields. */
	public List<Class<?>> outputTypes() {
		return outputs.stream().<Class<?>>map(Field::getType).toList();
	}

	private static Object valueOf(Field field, Command command) {
		try {
			return field.get(command);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException("Field " + field.getName() + " cannot be read.", e);
		}
	}

	/** A result of a command. */
	public record Output(String label, Object value) {}
}
