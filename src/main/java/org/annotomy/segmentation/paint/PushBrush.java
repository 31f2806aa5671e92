package org.annotomy.segmentation.paint;

import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;

/**
 * A round brush that pushes the border of a segment before it, as the sculptor of Cornerstone3D: begun inside it pushes the border
 * outwards, begun outside inwards. It only just fits where it begins (its radius is the distance to the border, and at most the one given), so that
 * nothing changes before it moves, and no island comes about.
 *
 * @param swept the voxels that the brush has gone over
 * @param inwards whether they leave the segment; else they join it
 * @param radiusMm of the brush that was taken
 */
public record PushBrush(Mask swept, boolean inwards, double radiusMm) {

	/** A little less than the distance to the centre of the next voxel beyond the border. */
	private static final double JUST_BELOW = 0.999;

	/** The brush where it begins: how large it is, and to which side it pushes. */
	public record Start(boolean inwards, double radiusMm) {}

	/**
	 * @param segment voxels of the segment; those outside its box do not belong to it
	 * @param path in voxels, whole numbers at their centres
	 * @param across for a disc: the axis that its slice lies across; null for a ball
	 * @param slice of a disc, from 0
	 * @param mostMm the greatest radius
	 * @throws IllegalArgumentException if the path is empty or the radius is negative
	 */
	public static PushBrush of(Mask segment, List<Position> path, Axis across, int slice, double mostMm, VolumeSize size,
			VoxelSpacing spacing) {
		if (path.isEmpty()) throw new IllegalArgumentException("A stroke needs at least one point.");
		Start start = begin(segment, path.get(0), across, slice, mostMm, size, spacing);
		return new PushBrush(stroke(path, across, slice, start.radiusMm(), size, spacing), start.inwards(), start.radiusMm());
	}

	/** As {@link #of}, for a brush that has not moved. */
	public static Start begin(Mask segment, Position from, Axis across, int slice, double mostMm, VolumeSize size,
			VoxelSpacing spacing) {
		boolean inside = segment.contains((int) Math.rint(from.x()), (int) Math.rint(from.y()), (int) Math.rint(from.z()));
		Mask reach = stroke(List.of(from), across, slice, mostMm, size, spacing);
		VoxelBox box = reach.box();
		double nearest2 = Double.POSITIVE_INFINITY;
		for (int z = box.z(), i = 0; z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++, i++) {
					if (reach.voxels()[i] == 0 || segment.contains(x, y, z) == inside) continue;
					double dx = across == Axis.X ? 0 : (x - from.x()) * spacing.xMm();
					double dy = across == Axis.Y ? 0 : (y - from.y()) * spacing.yMm();
					double dz = across == Axis.Z ? 0 : (z - from.z()) * spacing.zMm();
					nearest2 = Math.min(nearest2, dx * dx + dy * dy + dz * dz);
				}
		return new Start(!inside, Math.min(mostMm, JUST_BELOW * Math.sqrt(nearest2)));
	}

	private static Mask stroke(List<Position> path, Axis across, int slice, double radiusMm, VolumeSize size,
			VoxelSpacing spacing) {
		return across == null
				? RoundBrush.ball(path, radiusMm, size, spacing)
				: RoundBrush.disc(path, across, slice, radiusMm, size, spacing);
	}
}
