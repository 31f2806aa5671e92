package org.annotomy.command.segment;

import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.macro.PathText;
import org.annotomy.imagej.session.EdgePainting;
import org.annotomy.segmentation.edge.LevelTracing;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Level tracing. */
@Plugin(type = Command.class, visible = false, label = "Trace Level...", description = "Takes what the level line through a place of a slice encloses into a segment: pixels that hang together and are at least, or at most, as bright, and their holes.")
public final class TraceLevelCommand extends SliceCommand {

	@Parameter(label = "Place", persist = false, description = "In pixels of the slice: x,y such as 10.5,20.")
	private String place;

	@Parameter(label = "Side", persist = false, choices = {"smaller", "brighter",
			"darker"}, description = "Which side of the line: the one with fewer pixels, the brighter or the darker one.")
	private String side = "smaller";

	@Parameter(label = "Effect", persist = false, choices = {"add",
			"take away"}, description = "Whether voxels join the segment or leave it.")
	private String effect = "add";

	@Override
	void work() throws Exception {
		Vertices at = PathText.parse(place);
		if (at.size() != 1)
			throw new IllegalArgumentException("A level is traced from one place, but " + at.size() + " were given.");
		new EdgePainting(session()).trace(segment().id(),
				new EdgePainting.Level(axis(), slice(), at.get(0), LevelTracing.Side.of(side), !effect.equals("add")),
				progress());
	}
}
