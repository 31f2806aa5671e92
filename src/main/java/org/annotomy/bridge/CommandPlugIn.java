package org.annotomy.bridge;

import java.awt.GraphicsEnvironment;
import java.util.Map;

import org.annotomy.command.KeepsActiveImage;
import org.annotomy.command.AnnotationCommand;
import org.annotomy.command.CommandFailure;
import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.OptionException;
import org.annotomy.task.CancelledException;
import org.annotomy.ui.drop.DropTargets;
import org.scijava.command.Command;

import ij.Macro;
import ij.plugin.PlugIn;

/**
 * Runs a command from the menu or from a macro, alike in plain ImageJ and in Fiji: options from the macro or from a dialog,
 * checked before anything runs; omitted ones get their declared defaults; a failure stops the macro with the reason; a
 * success is recorded. {@code plugins.config} names the class of the command as the argument.
 */
public final class CommandPlugIn implements PlugIn {

	@Override
	public void run(String className) {
		String options = Macro.getOptions();
		Caller caller = Caller.ofThisThread();
		Recording recording = new Recording();
		String title = "Annotomy";
		try {
			CommandSpec spec = CommandSpec.of(className);
			title = spec.title();
			OptionValues values = caller.isUser() ? ask(spec) : OptionValues.of(spec, MacroOptions.parse(options));
			Command command = spec.newCommand();
			values.putInto(command);
			if (caller.isUser() && command instanceof AnnotationCommand ours) ours.calledByUser();
			if (!GraphicsEnvironment.isHeadless()) DropTargets.install();
			command.run();
			new Outputs(caller.isProgram(), command instanceof KeepsActiveImage).show(spec.outputsOf(command));
			recording.succeeded(spec, values);
		} catch (CancelledException e) {
			throw caller.cancelled();
		} catch (OptionException e) {
			throw caller.failed(title, e.getMessage());
		} catch (RuntimeException | Error e) {
			throw caller.failed(title, CommandFailure.of(e).getMessage());
		}
	}

	/** The dialog is reached through its own class only: a class that knows dialogs cannot be loaded in headless Fiji. */
	private static OptionValues ask(CommandSpec spec) throws OptionException {
		return GraphicsEnvironment.isHeadless() ? OptionValues.of(spec, Map.of()) : OptionsDialog.ask(spec);
	}
}
