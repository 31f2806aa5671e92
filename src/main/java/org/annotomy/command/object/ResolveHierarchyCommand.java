package org.annotomy.command.object;

import org.annotomy.annotation.RegionTree;
import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link RegionTree#resolve}. */
@Plugin(type = Command.class, visible = false, label = "Resolve Hierarchy", description = "Gives each object the smallest region that it lies in as its parent: annotations wholly, detections with their centre, as QuPath does.")
public final class ResolveHierarchyCommand extends SessionCommand {

	@Override
	protected void execute() throws Exception {
		RegionTree.resolve(document());
	}
}
