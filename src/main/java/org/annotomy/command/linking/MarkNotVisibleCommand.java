package org.annotomy.command.linking;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** An answer about an image without a mark. */
@Plugin(type = Command.class, visible = false, label = "Mark Not Visible...", description = "Says that a thing cannot be seen in an image of the group: an answer, kept in the files of all its images.")
public final class MarkNotVisibleCommand extends GroupCommand {

	@Parameter(label = "Linked object", persist = false, description = "What it is called, its tracking UID, or the name or id of one of its marks; empty: the selected mark.")
	private String linked_object = "";

	@Parameter(label = "In group image", persist = false, description = "Key of the image in List Group; empty: the active image.")
	private String member = "";

	@Parameter(label = "Not visible", persist = false, description = "False takes the answer back.")
	private boolean not_visible = true;

	@Override
	protected void execute() {
		links().notVisible(links().thing(session(), linked_object), member.isBlank() ? key() : member, not_visible);
	}
}
