package org.annotomy.command.segment;

import org.annotomy.imagej.macro.PathText;
import org.annotomy.imagej.session.EdgePainting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The live wire. */
@Plugin(type = Command.class, visible = false, label = "Live Wire...", description = "Joins places on a slice by lines that follow the edges of the image, and fills what they enclose into a segment, or takes it away.")
public final class LiveWireCommand extends SliceCommand {

	@Parameter(label = "Path", persist = false, description = "The places in their order, in pixels of the slice: x,y pairs separated by spaces, such as 10,20 30.5,40. The last is joined to the first.")
	private String points;

	@Parameter(label = "Effect", persist = false, choices = {"add",
			"take away"}, description = "Whether voxels join the segment or leave it.")
	private String effect = "add";

	@Override
	void work() throws Exception {
		new EdgePainting(session()).wire(segment().id(),
				new EdgePainting.Wire(axis(), slice(), PathText.parse(points), !effect.equals("add")), progress());
	}
}
