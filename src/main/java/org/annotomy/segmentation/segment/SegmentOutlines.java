package org.annotomy.segmentation.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.outline.MaskTracing;
import org.annotomy.segmentation.outline.PixelMask;
import org.annotomy.segmentation.volume.Mask;

/** Segments as outlines in slices across z, along the edges of their voxels: filling them gives the voxels back. */
public final class SegmentOutlines {

	private final AnnotationDocument document;
	private final VolumeSize size;
	private final int timePoint;

	/** @param size of the image */
	public SegmentOutlines(AnnotationDocument document, VolumeSize size, int timePoint) {
		this.document = document;
		this.size = size;
		this.timePoint = timePoint;
	}

	/** The outline of a segment in a slice; empty if it has no voxel there. */
	public Optional<PolygonShape> outline(Segment segment, int z) {
		Mask mask = new SegmentVoxels(document, timePoint).mask(segment, new VoxelBox(0, 0, z, size.nx(), size.ny(), 1));
		Mask cut = mask.on(mask.bounds());
		if (cut.box().isEmpty()) return Optional.empty();
		return MaskTracing.outline(new PixelMask(cut.box().x(), cut.box().y(), cut.box().nx(), cut.box().ny(), cut.voxels()));
	}

	/** Outlines of all visible segments in a slice, as objects of their classes and colours that are not in the document. */
	public List<AnnotationObject> visible(int z) {
		List<AnnotationObject> objects = new ArrayList<>();
		for (Segment segment : document.segments())
			if (segment.visible()) outline(segment, z).ifPresent(shape -> objects.add(object(segment, shape, z)));
		return objects;
	}

	/** An object that looks like the segment. */
	public AnnotationObject object(Segment segment, PolygonShape shape, int z) {
		Appearance look = new Appearance(0, segment.opacity(), true, true, segment.rgb(), segment.rgb(), 0, 0);
		return AnnotationObject.builder(shape, new Plane(-1, z, timePoint)).classKey(segment.classKey()).coding(segment.coding())
				.name(segment.name()).attributes(segment.attributes()).appearance(look).build();
	}
}
