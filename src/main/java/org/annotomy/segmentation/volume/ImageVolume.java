package org.annotomy.segmentation.volume;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.image.MedicalImage;
import org.annotomy.segmentation.measure.ImageValues;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** The modality values of one channel and time point of an image, as a volume. Of colour images the mean of red, green and blue. */
public final class ImageVolume {

	private static final String READING = "Reading values";

	private final MedicalImage image;
	private final ImageValues values;
	private final int channel;
	private final int timePoint;

	/** @param channel from 0; likewise {@code timePoint} */
	public ImageVolume(MedicalImage image, int channel, int timePoint) {
		this.image = image;
		this.values = ImageValues.of(image);
		this.channel = channel;
		this.timePoint = timePoint;
	}

	/** The same channel at another time point, from 0. */
	public ImageVolume at(int otherTime) {
		return new ImageVolume(image, channel, otherTime);
	}

	public VolumeSize size() {
		return new VolumeSize(image.width(), image.height(), image.slices());
	}

	/** Distances between voxels; 1 along an axis of which the file says nothing. */
	public VoxelSpacing spacing() {
		double[] known = image.pixelSpacing();
		return new VoxelSpacing(orOne(known, 0), orOne(known, 1), orOne(known, 2));
	}

	/** Such as {@code HU}; empty if the values have no unit. */
	public String unit() {
		return values.unit();
	}

	/**
	 * The values of a box, x fastest.
	 *
	 * @throws IllegalArgumentException if the box reaches beyond the image or is too large for an array
	 */
	public float[] values(VoxelBox box, Progress progress) {
		requireInside(box);
		float[] all = new float[box.size().arrayLength()];
		Workers.forEach(box.nz(), progress, READING, k -> {
			ImageValues.PlaneValues plane = values.plane(channel, box.z() + k, timePoint);
			int at = box.size().index(0, 0, k);
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++)
					all[at++] = (float) plane.at(x, y);
		});
		return all;
	}

	/**
	 * The voxels of a box whose values lie from {@code low} to {@code high}, both included. NaN lies in no range.
	 *
	 * @throws IllegalArgumentException as {@link #values}
	 */
	public Mask range(VoxelBox box, double low, double high, Progress progress) {
		requireInside(box);
		Mask mask = Mask.empty(box);
		byte[] voxels = mask.voxels();
		Workers.forEach(box.nz(), progress, READING, k -> {
			ImageValues.PlaneValues plane = values.plane(channel, box.z() + k, timePoint);
			int at = box.size().index(0, 0, k);
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++, at++) {
					double value = plane.at(x, y);
					if (value >= low && value <= high) voxels[at] = 1;
				}
		});
		return mask;
	}

	/** The value of one voxel inside the image. */
	public double value(int x, int y, int z) {
		return values.plane(channel, z, timePoint).at(x, y);
	}

	private void requireInside(VoxelBox box) {
		if (!box.intersect(size().box()).equals(box) && !box.isEmpty())
			throw new IllegalArgumentException("The box of voxels reaches beyond the image.");
	}

	private static double orOne(double[] spacing, int axis) {
		return axis < spacing.length && spacing[axis] > 0 ? spacing[axis] : 1;
	}
}
