package org.annotomy.imagej.session;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.imagej.segment.EffectPreview;

/** Where a contour would grow fast, slowly, or not at all. */
public final class SpeedPreview implements EffectPreview {

	private static final float FAST = 0.5f;
	private static final int[] COLOURS = {0x30d060, 0xf0c020, 0xe04030};

	private final VolumeSize size;
	private final float[] speed;
	private final VoxelBox box;

	/** @param speed of the voxels of the box, x fastest: 1 at the most, 0 or less where it does not grow */
	public SpeedPreview(AnnotationSession session, float[] speed, VoxelBox box) {
		size = session.segments().volume().size();
		this.speed = speed;
		this.box = box;
	}

	@Override
	public byte[] slice(Axis across, int slice) {
		int columns = across.columns(size);
		byte[] labels = new byte[columns * across.rows(size)];
		for (int row = 0, i = 0; row < across.rows(size); row++)
			for (int column = 0; column < columns; column++, i++) {
				int x = across.x(column, row, slice);
				int y = across.y(column, row, slice);
				int z = across.z(column, row, slice);
				if (!box.contains(x, y, z)) continue;
				float here = speed[box.size().index(x - box.x(), y - box.y(), z - box.z())];
				labels[i] = (byte) (here >= FAST ? 1 : here > 0 ? 2 : 3);
			}
		return labels;
	}

	@Override
	public int rgb(int label) {
		return COLOURS[label - 1];
	}
}
