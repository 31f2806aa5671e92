package org.annotomy.imagej.session;

import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.component.RegionGrowing;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** A region of an image's values that grows from places. Only the part of the image that it may reach is read. */
public final class SeededRegion {

	private static final int ITERATIONS = 4;
	private static final int RADIUS = 1;

	private final ImageVolume volume;
	private final VoxelBox box;
	private final RegionGrowing growing;

	/**
	 * @param places in voxels, whole numbers at their centres
	 * @param farthestMm how far from the nearest place the region may reach; 0 for anywhere
	 * @param inSlices whether it stays in the slices of the places, across z
	 * @throws IllegalArgumentException if a place lies outside the image
	 */
	public SeededRegion(ImageVolume volume, List<Position> places, double farthestMm, Connectivity connectivity,
			boolean inSlices) {
		this.volume = volume;
		VolumeSize size = volume.size();
		VoxelSpacing mm = volume.spacing();
		VoxelBox seeded = VoxelBox.EMPTY;
		for (Position p : places)
			seeded = seeded
					.union(new VoxelBox(index(p.x(), size.nx()), index(p.y(), size.ny()), index(p.z(), size.nz()), 1, 1, 1));
		VoxelBox reach = inSlices ? new VoxelBox(0, 0, seeded.z(), size.nx(), size.ny(), seeded.nz()) : size.box();
		box = farthestMm == 0
				? reach
				: seeded.grow(farthestMm, mm, reach);
		int[] seeds = places.stream().mapToInt(p -> box.size().index((int) Math.rint(p.x()) - box.x(),
				(int) Math.rint(p.y()) - box.y(), (int) Math.rint(p.z()) - box.z())).toArray();
		RegionGrowing free = RegionGrowing.from(seeds, box.size(), connectivity);
		RegionGrowing near = farthestMm == 0 ? free : free.within(farthestMm, mm);
		growing = inSlices ? near.inSlices(Axis.Z) : near;
	}

	private static int index(double place, int n) {
		double index = Math.rint(place);
		if (index >= 0 && index < n) return (int) index;
		throw new IllegalArgumentException("A place lies outside the image.");
	}

	/** Values from {@code low} to {@code high}. */
	public Mask range(double low, double high, Progress progress) {
		return growing.through(volume.range(box, low, high, progress.part(0, 0.5)), progress.part(0.5, 1));
	}

	/** Values that differ from that of the first place by no more than {@code tolerance}. */
	public Mask flood(double tolerance, Progress progress) {
		return new Mask(box, growing.flood(values(progress), tolerance, progress.part(0.5, 1)));
	}

	/** Values within some standard deviations of the region's own mean. */
	public Mask confidence(double deviations, Progress progress) {
		return new Mask(box,
				growing.confidenceConnected(values(progress), deviations, ITERATIONS, RADIUS, progress.part(0.5, 1)));
	}

	/** Values from {@code low} to {@code high} in the voxel and all its 26 neighbours. */
	public Mask neighbourhood(double low, double high, Progress progress) {
		return new Mask(box, growing.neighbourhoodConnected(values(progress), low, high, new int[]{RADIUS, RADIUS, RADIUS},
				progress.part(0.5, 1)));
	}

	private float[] values(Progress progress) {
		return volume.values(box, progress.part(0, 0.5));
	}
}
