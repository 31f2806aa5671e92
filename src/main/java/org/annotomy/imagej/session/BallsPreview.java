package org.annotomy.imagej.session;

import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.imagej.segment.EffectPreview;
import org.annotomy.segmentation.levelset.StartBall;
import org.annotomy.segmentation.paint.Slices;

/** Balls from which a front is to start, in the colour of a segment; the chosen one in yellow. */
public final class BallsPreview implements EffectPreview {

	private static final byte CHOSEN = 2;
	private static final int CHOSEN_RGB = 0xffe040;

	private final List<StartBall> balls;
	private final int chosen;
	private final int rgb;
	private final VolumeSize size;
	private final VoxelSpacing spacing;

	/** @param chosen from 0; -1 for none */
	public BallsPreview(AnnotationSession session, List<StartBall> balls, int chosen, int rgb) {
		this.balls = List.copyOf(balls);
		this.chosen = chosen;
		this.rgb = rgb;
		size = session.segments().volume().size();
		spacing = session.segments().volume().spacing();
	}

	@Override
	public byte[] slice(Axis across, int slice) {
		VoxelBox whole = Slices.box(across, slice, slice, size);
		byte[] labels = null;
		for (int k = 0; k < balls.size(); k++) {
			VoxelBox box = around(balls.get(k)).intersect(whole);
			if (box.isEmpty()) continue;
			if (labels == null) labels = new byte[across.columns(size) * across.rows(size)];
			fill(labels, balls.get(k), box, across, k == chosen ? CHOSEN : 1);
		}
		return labels;
	}

	private void fill(byte[] labels, StartBall ball, VoxelBox box, Axis across, byte label) {
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++) {
					int i = across.row(y, z) * across.columns(size) + across.column(x, y);
					if (labels[i] != CHOSEN && ball.contains(new Position(x, y, z), spacing)) labels[i] = label;
				}
	}

	private VoxelBox around(StartBall ball) {
		Position c = ball.centre();
		double rx = ball.radiusMm() / spacing.xMm();
		double ry = ball.radiusMm() / spacing.yMm();
		double rz = ball.radiusMm() / spacing.zMm();
		return VoxelBox.between((int) Math.floor(c.x() - rx), (int) Math.floor(c.y() - ry), (int) Math.floor(c.z() - rz),
				(int) Math.ceil(c.x() + rx), (int) Math.ceil(c.y() + ry), (int) Math.ceil(c.z() + rz)).intersect(size.box());
	}

	@Override
	public int rgb(int label) {
		return label == CHOSEN ? CHOSEN_RGB : rgb;
	}
}
