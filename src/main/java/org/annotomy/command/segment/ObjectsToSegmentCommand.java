package org.annotomy.command.segment;

import java.util.List;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.segmentation.segment.SegmentObjects;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Outlines to segments. */
@Plugin(type = Command.class, visible = false, label = "Objects To Segment...", description = "Fills the areas of annotation objects into a segment, on the slices that they lie on; the objects stay.")
public final class ObjectsToSegmentCommand extends SegmentCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Override
	void work() throws Exception {
		List<AnnotationObject> areas = find(objects).stream().flatMap(id -> document().object(id).stream()).toList();
		add("Objects to segment", new SegmentObjects(document(), volume().size(), session().plane().t()).toMask(areas));
	}
}
