package org.annotomy.command;

import org.annotomy.imagej.StatusBarProgress;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.scijava.command.Command;

/**
 * One action of the suite: its {@code @Parameter} fields are the options of the macro command, {@link #execute()} is one
 * call of the library. The menu and macros reach it through {@code org.annotomy.bridge.CommandPlugIn}, scripts through
 * SciJava's {@code CommandService}; it never knows which.
 * <p>
 * A subclass is annotated {@code @Plugin(type = Command.class, visible = false, label = "...", description = "...")} without
 * a menu path: what users see stands in {@code plugins.config} only, so that Fiji, its search bar included, does not run it
 * behind the bridge's back.
 */
public abstract class AnnotationCommand implements Command {

	private Progress progress;
	private boolean byUser;

	/** Who watches the next run; by default the status bar of ImageJ. */
	public final void watchedBy(Progress watcher) {
		progress = watcher;
	}

	/** Says that a user at the menu has called, not a macro or a script. */
	public final void calledByUser() {
		byUser = true;
	}

	/** Whether there is a user who can go on in a window that this command opens instead of doing all at once. */
	protected final boolean isCalledByUser() {
		return byUser;
	}

	/** For the library call: tells how far it is and whether the user pressed Esc. */
	protected final Progress progress() {
		if (progress == null) progress = new StatusBarProgress();
		return progress;
	}

	/**
	 * The action itself. May throw what it likes: the message of an exception is what the user reads.
	 *
	 * @throws CancelledException if the user stopped it; nothing is said about that
	 */
	protected abstract void execute() throws Exception;

	/**
	 * @throws CommandFailure if the action failed; the message is for the user
	 * @throws CancelledException if the user stopped it
	 */
	@Override
	public final void run() {
		try {
			execute();
		} catch (CancelledException quiet) {
			throw quiet;
		} catch (Exception | OutOfMemoryError | LinkageError e) {
			throw CommandFailure.of(e);
		} finally {
			if (progress != null) progress.update(1, "");
		}
	}
}
