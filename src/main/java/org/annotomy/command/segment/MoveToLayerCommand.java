package org.annotomy.command.segment;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Layers. */
@Plugin(type = Command.class, visible = false, label = "Move Segment To Layer...", description = "Moves a segment with all its voxels to another layer. Segments of one layer share no voxel; those of different layers may.")
public final class MoveToLayerCommand extends SegmentCommand {

	@Parameter(label = "Layer", persist = false, min = "0", max = "1000", description = "Number of the layer as the list of segments shows it, from 0.")
	private int layer = 1;

	@Override
	void work() throws Exception {
		desk().edits().moveToLayer(segment().id(), layer);
	}
}
