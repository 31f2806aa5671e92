package org.annotomy.bridge;

import java.util.Map;
import java.util.Optional;

import org.annotomy.command.spec.Option;
import org.annotomy.command.spec.OptionType;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;

/** Writes a call into the macro recorder, if it is open, so that the line does the same again. */
final class Recording {

	private final ImagePlus activeAtStart;

	/** @param activeAtStart the active image before the command ran, which a macro need not name; null if none */
	Recording(ImagePlus activeAtStart) {
		this.activeAtStart = activeAtStart;
	}

	private static boolean isOn() { return IJ.recording() && Recorder.getCommand() != null; }

	/** Every option with its value, as {@code key=value}; a boolean as {@code key=true} or {@code key=false}. */
	void succeeded(OptionValues values) {
		if (!isOn()) return;
		for (Map.Entry<Option, Object> pair : values.asMap().entrySet())
			record(pair.getKey(), pair.getValue());
	}

	/** A call that did nothing leaves no line. */
	void cameToNothing() {
		if (isOn()) Recorder.disableCommandRecording();
	}

	private void record(Option option, Object value) {
		boolean implied = option.type() == OptionType.IMAGE && value == activeAtStart;
		if (value == null || implied || option.isPassword()) return;
		Optional<String> quoted = MacroOptions.quote(option.format(value));
		if (quoted.isPresent() && isWrittenAsQuoted(quoted.get()))
			Recorder.recordOption(option.key(), Recorder.fixString(unbracketed(quoted.get())));
		else
			Recorder.recordString(
					"// option " + option.key() + " of \"" + Recorder.getCommand() + "\" cannot be written in a macro\n");
	}

	/** The recorder puts a value with a space into brackets by itself, and only that. */
	private static boolean isWrittenAsQuoted(String quoted) {
		return quoted.indexOf(' ') < 0 || quoted.startsWith("[");
	}

	private static String unbracketed(String quoted) {
		return quoted.indexOf(' ') < 0 ? quoted : quoted.substring(1, quoted.length() - 1);
	}
}
