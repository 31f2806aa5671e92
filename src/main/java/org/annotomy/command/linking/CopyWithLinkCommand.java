package org.annotomy.command.linking;

import org.annotomy.imagej.linking.MarkText;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Copying to another image. */
@Plugin(type = Command.class, visible = false, label = "Copy With Link...", description = "Copies marks to where they must be in another image of the group, as drafts, and links each with its copy.")
public final class CopyWithLinkCommand extends GroupCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects or segments: all, selected, last, class:KEY, slice:N, number:N, segment:NAME, segment:current, a name or an id; several separated by commas.")
	private String objects = "selected";

	@Parameter(label = "To group image", persist = false, description = "Key of the image in List Group.")
	private String member = "";

	@Parameter(label = "Where", persist = false, choices = {"expected place",
			"same coordinates"}, description = "Through frame of reference, registration or offset; or with the same pixel coordinates on the slice shown there.")
	private String where = "expected place";

	@Override
	protected void execute() {
		links().copy(session(), MarkText.find(objects, session()), member, where.startsWith("same"));
	}
}
