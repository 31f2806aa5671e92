package org.annotomy.command.segment;

import java.util.List;

import org.annotomy.annotation.model.Segment;
import org.annotomy.segmentation.morphology.MaskLogic;
import org.annotomy.segmentation.segment.RequiredArea;
import org.annotomy.segmentation.volume.Mask;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The rule that a structure lies inside another. */
@Plugin(type = Command.class, visible = false, label = "Keep Segment Inside...", description = "Takes away the voxels of a segment that lie outside of others: those named, or those of the class in which the protocol wants it.")
public final class KeepInsideCommand extends SegmentCommand {

	@Parameter(label = "Area", persist = false, description = "Segments in which it may lie: all, visible, class:KEY, number:N, names or ids, separated by commas; empty: those of the class that the protocol says.")
	private String area = "";

	@Override
	void work() throws Exception {
		Segment segment = segment();
		List<Segment> allowed = area.isBlank()
				? RequiredArea.of(segment, document())
				: desk().find(area).stream().filter(s -> !s.id().equals(segment.id())).toList();
		Mask mask = someVoxels();
		Mask inside = MaskLogic.intersect(mask, desk().voxels().union(allowed, mask.box()));
		if (inside.count() == mask.count()) return;
		replace("Keep segment inside", inside);
	}
}
