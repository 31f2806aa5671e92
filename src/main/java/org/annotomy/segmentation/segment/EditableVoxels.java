package org.annotomy.segmentation.segment;

import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.segment.EditingRules.Area;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** The voxels that the rules leave open to change. */
final class EditableVoxels {

	private final AnnotationDocument document;
	private final ImageVolume volume;
	private final int timePoint;
	private final EditingRules rules;

	EditableVoxels(AnnotationDocument document, ImageVolume volume, int timePoint, EditingRules rules) {
		this.document = document;
		this.volume = volume;
		this.timePoint = timePoint;
		this.rules = rules;
	}

	/** @param box inside the image @return null if all of them are */
	Mask in(VoxelBox box, Progress progress) {
		Mask range = rules.hasRange() ? volume.range(box, rules.lowest(), rules.highest(), progress) : null;
		Mask area = rules.area() == Area.EVERYWHERE ? null : area(box);
		if (range == null || area == null) return range == null ? area : range;
		for (int i = 0; i < range.voxels().length; i++)
			range.voxels()[i] &= area.voxels()[i];
		return range;
	}

	private Mask area(VoxelBox box) {
		List<Segment> segments = document.segments().stream().filter(s -> rules.areaSegments().contains(s.id())).toList();
		Mask area = new SegmentVoxels(document, timePoint).union(segments, box);
		if (rules.area() == Area.OUTSIDE)
			for (int i = 0; i < area.voxels().length; i++)
				area.voxels()[i] ^= 1;
		return area;
	}
}
