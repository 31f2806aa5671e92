package org.annotomy.imagej.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.Edit;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Several segments as masks, for an effect that changes them all at once. */
public final class SeveralMasks {

	private final SegmentDesk desk;
	private final List<Segment> segments;

	/**
	 * @param ids of segments
	 * @throws IllegalArgumentException if none of them has a voxel
	 */
	public SeveralMasks(AnnotationSession session, Collection<UUID> ids) {
		desk = session.segments();
		segments = session.document().segments().stream()
				.filter(s -> ids.contains(s.id()) && !desk.voxels().bounds(s).isEmpty()).toList();
		if (segments.isEmpty()) throw new IllegalArgumentException("None of the segments has voxels yet.");
	}

	/** Of those that have voxels, in the order of the document. */
	public List<Mask> masks() {
		return segments.stream().map(desk.voxels()::mask).toList();
	}

	public VoxelSpacing spacing() {
		return desk.volume().spacing();
	}

	/** All voxels of the image. */
	public VoxelBox image() {
		return desk.volume().size().box();
	}

	/** Gives the segments these voxels and no others, in the order of {@link #masks}; one step of undo. */
	public Edit replace(String name, List<Mask> masks, Progress progress) {
		return desk.edits().replace(name, named(masks), progress);
	}

	/** Masks by segment. @param masks in the order of {@link #masks} */
	Map<UUID, Mask> named(List<Mask> masks) {
		Map<UUID, Mask> named = new LinkedHashMap<>();
		for (int i = 0; i < segments.size(); i++)
			named.put(segments.get(i).id(), masks.get(i));
		return named;
	}
}
