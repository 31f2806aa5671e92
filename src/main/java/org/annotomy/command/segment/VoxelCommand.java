package org.annotomy.command.segment;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.command.SessionCommand;
import org.annotomy.segmentation.segment.EditNews;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** A command that may change voxels of segments: what it takes from others, and shows, is said. */
abstract class VoxelCommand extends SessionCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	/** To a user the desk says it; a macro reads it in the log. */
	@Override
	protected final void execute() throws Exception {
		List<String> news = new ArrayList<>();
		DocumentListener listener = (edit, cause) -> news.add(EditNews.of(edit, document()));
		document().addListener(listener);
		try {
			work();
		} finally {
			document().removeListener(listener);
		}
		if (!isCalledByUser()) news.forEach(this::note);
	}

	/** The command itself; as {@link #execute}. */
	abstract void work() throws Exception;

	/** What the user should know of the outcome. */
	final void note(String words) {
		if (!words.isEmpty()) notes = notes == null ? words : notes + " " + words;
	}
}
