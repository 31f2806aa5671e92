package org.annotomy.segmentation.segment;

import java.time.Instant;
import java.util.Collection;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Span;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Segments to annotation objects and back. The outlines run along the edges of voxels, so that a segment that becomes objects and then a
 * segment again has the same voxels.
 */
public final class SegmentObjects {

	private final AnnotationDocument document;
	private final VolumeSize size;
	private final int timePoint;

	/** @param size of the image */
	public SegmentObjects(AnnotationDocument document, VolumeSize size, int timePoint) {
		this.document = document;
		this.size = size;
		this.timePoint = timePoint;
	}

	/**
	 * Adds an object for each slice across z that the segment reaches, with its name, class, codes, answers and colour. One edit.
	 *
	 * @param rater pseudonym noted with the objects
	 * @throws IllegalArgumentException if the segment has no voxel
	 */
	public Edit toObjects(Segment segment, String rater, Instant now, Progress progress) {
		VoxelBox bounds = new SegmentVoxels(document, timePoint).bounds(segment);
		if (bounds.isEmpty()) throw new IllegalArgumentException("The segment has no voxels; there is nothing to outline.");
		SegmentOutlines outlines = new SegmentOutlines(document, size, timePoint);
		EditBuilder edit = document.edit("Segment to objects");
		for (int k = 0; k < bounds.nz(); k++) {
			progress.checkCancelled();
			progress.update((double) k / bounds.nz(), "Outlining");
			int z = bounds.z() + k;
			outlines.outline(segment, z).ifPresent(shape -> edit.put(outlines.object(segment, shape, z).toBuilder()
					.provenance(Provenance.drawn("segment", rater, now)).build()));
		}
		return edit.apply();
	}

	/**
	 * The voxels whose centres lie inside any of the objects, on all slices that each reaches.
	 *
	 * @throws IllegalArgumentException if an object encloses no area, or none lies at the time point
	 */
	public Mask toMask(Collection<AnnotationObject> objects) {
		Mask all = Mask.empty(VoxelBox.EMPTY);
		boolean any = false;
		for (AnnotationObject object : objects) {
			if (!object.shape().isArea())
				throw new IllegalArgumentException("The " + object.shape().kind().key()
						+ " encloses no area; only areas can be filled into a segment.");
			Span span = object.span();
			int first = span == null ? object.plane().z() : span.firstZ();
			int last = span == null ? object.plane().z() : span.lastZ();
			if (!object.reaches(first, timePoint)) continue;
			any = true;
			all = or(all, Slices.filled(object.shape(), false, Axis.Z, Math.max(0, first), Math.min(size.nz() - 1, last), size));
		}
		if (!any) throw new IllegalArgumentException("None of the objects lies at the time point on screen.");
		return all;
	}

	private static Mask or(Mask a, Mask b) {
		Mask both = a.on(a.box().union(b.box()));
		VoxelBox box = b.box();
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++)
					both.voxels()[both.index(x, y, z)] |= b.voxels()[b.index(x, y, z)];
		return both;
	}
}
