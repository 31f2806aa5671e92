package org.annotomy.command.linking;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.linking.MarkText;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Linking. */
@Plugin(type = Command.class, visible = false, label = "Link Objects...", description = "Makes marks in two images of a group marks of one thing: they share one tracking UID, and each file keeps the link.")
public final class LinkObjectsCommand extends GroupCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects or segments of this image: all, selected, last, class:KEY, slice:N, number:N, segment:NAME, segment:current, a name or an id; several separated by commas.")
	private String objects = "selected";

	@Parameter(label = "Other group image", persist = false, description = "Key of the image in List Group.")
	private String member = "";

	@Parameter(label = "Objects there", persist = false, description = "Likewise, of the other image.")
	private String counterparts = "selected";

	@Parameter(label = "Called", persist = false, description = "What the thing is called, such as L1; empty: what it is called already, or the next number.")
	private String called = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Note")
	private String note;

	@Override
	protected void execute() {
		AnnotationSession other = group().requireSession(member);
		Set<UUID> marks = new LinkedHashSet<>(MarkText.find(objects, session()));
		marks.addAll(MarkText.find(counterparts, other));
		note = links().link(marks, called).orElse(null);
	}
}
