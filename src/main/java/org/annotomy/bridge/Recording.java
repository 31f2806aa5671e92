package org.annotomy.bridge;

import java.util.Map;

import org.annotomy.command.UsesSelection;
import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.Option;
import org.annotomy.command.spec.OptionType;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;

import ij.ImagePlus;
import ij.WindowManager;

/** Writes a call from the menu into the macro recorder, if it is open, so that the line does the same again. */
final class Recording {

	private final ImagePlus activeAtStart = WindowManager.getCurrentImage();
	private final MacroRecorder recorder;

	/** To be made when the command is called: notes whether ImageJ is recording it, and what a macro need not name. */
	Recording() {
		recorder = MacroRecorder.beforeCommand(activeAtStart);
	}

	/**
	 * Every option with its value, as {@code key=value}; a boolean as {@code key=true} or {@code key=false}. A call that did
	 * nothing leaves no line if this is not called.
	 */
	void succeeded(CommandSpec spec, OptionValues values) {
		MacroCall call = MacroCall.of(spec.label()).usingSelection(UsesSelection.class.isAssignableFrom(spec.type()));
		for (Map.Entry<Option, Object> pair : values.asMap().entrySet())
			if (isRecorded(pair.getKey(), pair.getValue()))
				call = call.with(pair.getKey().key(), pair.getKey().format(pair.getValue()));
		recorder.write(call);
	}

	private boolean isRecorded(Option option, Object value) {
		boolean implied = option.type() == OptionType.IMAGE && value == activeAtStart;
		return value != null && !implied && !option.isPassword() && !option.isPrivate();
	}
}
