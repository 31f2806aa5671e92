package org.annotomy.command.segment;

import org.annotomy.imagej.session.EdgePainting;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** What the push brush does. */
@Plugin(type = Command.class, visible = false, label = "Push Segment Border...", description = "Pushes the border of a segment with a round brush: outwards if the path begins inside it, inwards if it begins outside. The brush is no larger than fits where it begins.")
public final class PushBorderCommand extends StrokeCommand {

	@Override
	void work() throws Exception {
		new EdgePainting(session()).push(segment().id(), stroke(false), progress());
	}
}
