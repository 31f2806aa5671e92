package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.annotomy.display.detection.DetectionMode;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** How masses of detections are shown. */
@Plugin(type = Command.class, visible = false, label = "Show Detections...", description = "Shows masses of detections as outlines, as dots in their middle, or as a map of how many there are.")
public final class ShowDetectionsCommand extends SessionCommand {

	@Parameter(label = "As", persist = false, choices = {"outlines", "centroids",
			"heat map"}, description = "Outlines become dots where they are smaller than a few screen pixels.")
	private String shown_as = "outlines";

	@Override
	protected void execute() throws Exception {
		session().overlay().setDetectionMode(DetectionMode.of(shown_as));
	}
}
