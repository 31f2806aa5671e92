package org.annotomy.imagej.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.imagej.segment.EffectPreview;
import org.annotomy.imagej.segment.SegmentStyle;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.volume.Mask;

/** Masks that segments would get, in the colours of the segments. */
public final class MasksPreview implements EffectPreview {

	private final VolumeSize size;
	private final List<Mask> masks = new ArrayList<>();
	private final List<Integer> colours = new ArrayList<>();

	/** @param wanted up to 255 masks by the ids of their segments; where they overlap, the later one is seen */
	public MasksPreview(AnnotationSession session, Map<UUID, Mask> wanted) {
		size = session.segments().volume().size();
		wanted.forEach((id, mask) -> session.document().segment(id).ifPresent(segment -> {
			masks.add(mask);
			colours.add(SegmentStyle.rgb(segment, session.document().protocol()));
		}));
	}

	@Override
	public byte[] slice(Axis across, int slice) {
		VoxelBox whole = Slices.box(across, slice, slice, size);
		byte[] labels = null;
		for (int i = 0; i < masks.size(); i++) {
			Mask mask = masks.get(i);
			if (mask.box().intersect(whole).isEmpty()) continue;
			byte[] part = mask.on(whole).voxels();
			if (labels == null) labels = new byte[part.length];
			for (int k = 0; k < part.length; k++)
				if (part[k] != 0) labels[k] = (byte) (i + 1);
		}
		return labels;
	}

	@Override
	public int rgb(int label) {
		return colours.get(label - 1);
	}
}
