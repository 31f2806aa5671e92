package org.annotomy.command.linking;

import java.util.Locale;

import org.annotomy.linking.group.SyncSettings;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What the views of a group do together. */
@Plugin(type = Command.class, visible = false, label = "Synchronise Views...", description = "Says what the views of a group do together. Places are compared in the patient: by frame of reference, by registration, or by an offset that was set.")
public final class SynchroniseViewsCommand extends GroupCommand {

	@Parameter(label = "Slices", persist = false, description = "Whether all show the slice nearest to the place looked at.")
	private boolean scroll = true;

	@Parameter(label = "Pan", persist = false, description = "Whether all have the same place in the middle of their windows.")
	private boolean pan = true;

	@Parameter(label = "Zoom", persist = false, description = "Whether a millimetre is as large in all.")
	private boolean zoom = false;

	@Parameter(label = "Crosshair", persist = false, description = "Whether all mark the place looked at.")
	private boolean crosshair = true;

	@Parameter(label = "Display window", persist = false, description = "Whether images of one modality share window and level.")
	private boolean window_level = false;

	@Parameter(label = "Reference lines", persist = false, description = "Whether all show where the slice of the active view cuts theirs.")
	private boolean reference_lines = true;

	@Parameter(label = "Ghosts", persist = false, choices = {"none", "selected",
			"all"}, description = "Of which marks the other views show where they must be.")
	private String ghosts = "selected";

	@Override
	protected void execute() {
		groupOrNew().set(group().group().withSync(new SyncSettings(scroll, pan, zoom, crosshair, window_level, reference_lines,
				SyncSettings.Ghosts.valueOf(ghosts.toUpperCase(Locale.ROOT)))));
	}
}
