package org.annotomy.bridge;

import java.util.Map;
import java.util.Optional;

import org.annotomy.command.spec.Option;
import org.annotomy.command.spec.OptionType;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

/**
 * Writes a call into the macro recorder, if it is open, so that the line does the same again.
 * <p>
 * ImageJ has one static place for the command that is being recorded; any command that ends writes down what is there and
 * empties it, also one that Fiji runs by itself shortly after its start. So the place is filled only when all is done.
 */
final class Recording {

	private final ImagePlus activeAtStart = WindowManager.getCurrentImage();
	private final String command;

	/** To be made when the command is called: notes whether ImageJ is recording it, and what a macro need not name. */
	Recording() {
		command = IJ.recording() ? Recorder.getCommand() : null;
		if (command == null) return;
		Recorder.disableCommandRecording();
		Recorder.saveCommand(); // writes nothing now, but forgets the image it listens to
	}

	/**
	 * Every option with its value, as {@code key=value}; a boolean as {@code key=true} or {@code key=false}. A call that did
	 * nothing leaves no line if this is not called.
	 */
	void succeeded(OptionValues values) {
		if (command == null) return;
		Recorder.setCommand(command);
		for (Map.Entry<Option, Object> pair : values.asMap().entrySet())
			record(pair.getKey(), pair.getValue());
	}

	private void record(Option option, Object value) {
		boolean implied = option.type() == OptionType.IMAGE && value == activeAtStart;
		if (value == null || implied || option.isPassword()) return;
		Optional<String> quoted = MacroOptions.quote(option.format(value));
		if (quoted.isPresent() && isWrittenAsQuoted(quoted.get()))
			Recorder.recordOption(option.key(), Recorder.fixString(unbracketed(quoted.get())));
		else
			Recorder.recordString(
					"// option " + option.key() + " of \"" + command + "\" cannot be written in a macro\n");
	}

	/** The recorder puts a value with a space into brackets by itself, and only that. */
	private static boolean isWrittenAsQuoted(String quoted) {
		return quoted.indexOf(' ') < 0 || quoted.startsWith("[");
	}

	private static String unbracketed(String quoted) {
		return quoted.indexOf(' ') < 0 ? quoted : quoted.substring(1, quoted.length() - 1);
	}
}
