package org.annotomy.command.segment;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Locks of segments. */
@Plugin(type = Command.class, visible = false, label = "Lock Segments...", description = "Locks segments so that their voxels cannot be changed and stay when others are painted over them, or unlocks them.")
public final class LockSegmentsCommand extends SegmentsCommand {

	@Parameter(label = "Locked", persist = false, description = "Whether to lock (true) or to unlock (false).")
	private boolean locked = true;

	@Override
	void work() throws Exception {
		change(locked ? "Lock segment" : "Unlock segment", s -> s.locked(locked));
	}
}
