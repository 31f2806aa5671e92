package org.annotomy.segmentation.lesion;

import java.util.List;
import java.util.stream.DoubleStream;

import org.annotomy.geometry.Position;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.component.Islands;
import org.annotomy.segmentation.filter.KernelBox;
import org.annotomy.segmentation.filter.MajorityFilter;
import org.annotomy.segmentation.paint.RoundBrush;
import org.annotomy.segmentation.threshold.TissueRange;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * The voxels of a lesion, from its middle and half its longest diameter: those of the {@link TissueRange} of its core and its surroundings,
 * in the ball around the middle; of these the largest part, smoothed.
 */
public final class LesionRegion {

	/** Of the radius: where values are surely the lesion's. */
	private static final double CORE = 0.5;
	/** How far around the lesion values count, of its radius. */
	private static final double AROUND = 1;

	private final ImageVolume volume;
	private final Position middle;
	private final double radiusMm;

	/**
	 * @param middle in voxels, whole numbers at their centres
	 * @param radiusMm half the longest diameter
	 * @throws IllegalArgumentException if the middle lies outside the image, or the radius is not above 0
	 */
	public LesionRegion(ImageVolume volume, Position middle, double radiusMm) {
		if (!volume.size().contains(x(middle), y(middle), z(middle)))
			throw new IllegalArgumentException("The middle of the lesion lies outside the image.");
		if (!(radiusMm > 0) || Double.isInfinite(radiusMm))
			throw new IllegalArgumentException("Half the longest diameter of a lesion must be above 0 mm.");
		this.volume = volume;
		this.middle = middle;
		this.radiusMm = radiusMm;
	}

	private static int x(Position p) {
		return (int) Math.rint(p.x());
	}

	private static int y(Position p) {
		return (int) Math.rint(p.y());
	}

	private static int z(Position p) {
		return (int) Math.rint(p.z());
	}

	/**
	 * The range of values, by those nearer to the middle than half the radius, and those from half a voxel beyond the ball, where tissues do not
	 * mix, to twice the radius.
	 */
	public TissueRange range(Progress progress) {
		VoxelSpacing mm = volume.spacing();
		double gap = Math.max(mm.xMm(), Math.max(mm.yMm(), mm.zMm())) / 2;
		VoxelBox box = new VoxelBox(x(middle), y(middle), z(middle), 1, 1, 1).grow(radiusMm * (1 + AROUND) + 2 * gap, mm,
				volume.size().box());
		float[] values = volume.values(box, progress);
		DoubleStream.Builder within = DoubleStream.builder();
		DoubleStream.Builder around = DoubleStream.builder();
		for (int i = 0; i < values.length; i++) {
			int x = box.x() + i % box.nx();
			int y = box.y() + i / box.nx() % box.ny();
			int z = box.z() + i / box.nx() / box.ny();
			double away = Math.sqrt(square((x - middle.x()) * mm.xMm()) + square((y - middle.y()) * mm.yMm())
					+ square((z - middle.z()) * mm.zMm()));
			if (away <= CORE * radiusMm || x == x(middle) && y == y(middle) && z == z(middle)) within.add(values[i]);
			if (away > radiusMm + gap && away <= (1 + AROUND) * radiusMm + gap) around.add(values[i]);
		}
		return TissueRange.of(within.build().toArray(), around.build().toArray());
	}

	private static double square(double a) {
		return a * a;
	}

	/**
	 * The lesion.
	 *
	 * @param smoothingMm sides of the box whose majority decides; 0 for none
	 * @throws IllegalArgumentException if the values around are those of the core, so that no lesion is seen
	 */
	public Mask voxels(double smoothingMm, Progress progress) {
		TissueRange range = range(progress.part(0, 0.3));
		if (Double.isInfinite(range.low()) && Double.isInfinite(range.high()))
			throw new IllegalArgumentException("The values around the place are like those in its middle: no lesion is seen.");
		Mask ball = RoundBrush.ball(List.of(middle), radiusMm, volume.size(), volume.spacing());
		Mask found = volume.range(ball.box(), range.low(), range.high(), progress.part(0.3, 0.6));
		for (int i = 0; i < found.voxels().length; i++)
			found.voxels()[i] &= ball.voxels()[i];
		Mask largest = Islands.largest(found, Connectivity.FACES, progress.part(0.6, 0.8));
		KernelBox box = smoothingMm > 0 ? KernelBox.ofSizeMm(smoothingMm, volume.spacing()) : new KernelBox(0, 0, 0);
		return box.isSingle() ? largest : MajorityFilter.of(largest, box, volume.size().box(), progress.part(0.8, 1));
	}
}
