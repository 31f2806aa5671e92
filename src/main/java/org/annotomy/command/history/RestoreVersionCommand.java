package org.annotomy.command.history;

import org.annotomy.command.SessionCommand;
import org.annotomy.store.Version;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Going back. */
@Plugin(type = Command.class, visible = false, label = "Restore Version...", description = "Brings an earlier state of the annotations back, as an edit that can be undone.")
public final class RestoreVersionCommand extends SessionCommand {

	@Parameter(label = "Revision", persist = false, min = "1", description = "Number of the version in List Versions.")
	private int revision = 1;

	@Override
	protected void execute() throws Exception {
		Version chosen = session().store().versions().stream().filter(version -> version.revision() == revision).findFirst()
				.orElseThrow(() -> new IllegalArgumentException(
						"No version with revision " + revision + " is kept. See List Versions."));
		session().store().restore(chosen);
	}
}
