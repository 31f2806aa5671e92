package org.annotomy.imagej.session;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.imagej.segment.EffectPreview;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Voxels of a range of values, as far as the editing rules leave them open; made slice by slice as they are looked at. */
public final class RangePreview implements EffectPreview {

	private final ImageVolume volume;
	private final SegmentEdits edits;
	private final double lowest;
	private final double highest;
	private final int rgb;

	/** @param rgb 0xRRGGBB */
	public RangePreview(AnnotationSession session, double lowest, double highest, int rgb) {
		volume = session.segments().volume();
		edits = session.segments().edits();
		this.lowest = lowest;
		this.highest = highest;
		this.rgb = rgb;
	}

	@Override
	public byte[] slice(Axis across, int slice) {
		VoxelBox box = Slices.box(across, slice, slice, volume.size());
		byte[] inRange = volume.range(box, lowest, highest, Progress.NONE).voxels();
		Mask open = edits.editable(box, Progress.NONE);
		for (int i = 0; open != null && i < inRange.length; i++)
			inRange[i] &= open.voxels()[i];
		return inRange;
	}

	@Override
	public int rgb(int label) {
		return rgb;
	}
}
