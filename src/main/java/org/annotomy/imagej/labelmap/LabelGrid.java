package org.annotomy.imagej.labelmap;

import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.MedicalImage;

/**
 * Which voxel of a label map is which of the image. Programs store the same volume with axes turned round or swapped (dcm2niix turns the
 * rows): where both files place their voxels in the patient, that decides; else both must have the same size.
 */
final class LabelGrid {

	private static final double TOLERANCE_VOXELS = 0.02;

	/** For each axis of the label map: the axis of the image that it is, and with which sign. */
	private final int[] axis;
	private final int[] sign;
	private final int[] offset;

	private LabelGrid(int[] axis, int[] sign, int[] offset) {
		this.axis = axis;
		this.sign = sign;
		this.offset = offset;
	}

	/** @throws IllegalArgumentException if the voxels of the label map are not voxels of the image */
	static LabelGrid of(MedicalImage labels, MedicalImage image) {
		if (labels.voxelToPatient() == null || image.voxelToPatient() == null) return sameSize(labels, image);
		Affine labelToImage = image.voxelToPatient().inverse().after(labels.voxelToPatient());
		int[] axis = new int[3];
		int[] sign = new int[3];
		boolean[] taken = new boolean[3];
		for (int a = 0; a < 3; a++) {
			double[] step = coordinates(labelToImage.step(a));
			axis[a] = longest(step);
			sign[a] = step[axis[a]] < 0 ? -1 : 1;
			if (taken[axis[a]] || sizeOf(labels, a) > 1 && !isUnit(step, axis[a])) throw other(labels, image);
			taken[axis[a]] = true;
		}
		double[] origin = coordinates(labelToImage.origin());
		int[] offset = new int[3];
		for (int a = 0; a < 3; a++) {
			offset[a] = (int) Math.rint(origin[a]);
			if (Math.abs(origin[a] - offset[a]) > TOLERANCE_VOXELS) throw other(labels, image);
		}
		return new LabelGrid(axis, sign, offset);
	}

	/**
	 * The voxel of the label map that is a voxel of the image.
	 *
	 * @param at x, y, z in the image
	 * @param into x, y, z in the label map, which may lie outside it
	 */
	void toLabels(int[] at, int[] into) {
		for (int a = 0; a < 3; a++)
			into[a] = sign[a] * (at[axis[a]] - offset[axis[a]]);
	}

	/** How many voxels of a label map of this size lie outside an image of that size. */
	boolean reachesBeyond(VolumeSize labels, VolumeSize image) {
		int[] sizes = {labels.nx(), labels.ny(), labels.nz()};
		int[] limits = {image.nx(), image.ny(), image.nz()};
		for (int a = 0; a < 3; a++) {
			int first = offset[axis[a]];
			int last = first + sign[a] * (sizes[a] - 1);
			if (Math.min(first, last) < 0 || Math.max(first, last) >= limits[axis[a]]) return true;
		}
		return false;
	}

	private static LabelGrid sameSize(MedicalImage labels, MedicalImage image) {
		if (labels.width() != image.width() || labels.height() != image.height() || labels.slices() != image.slices())
			throw other(labels, image);
		return new LabelGrid(new int[]{0, 1, 2}, new int[]{1, 1, 1}, new int[3]);
	}

	private static IllegalArgumentException other(MedicalImage labels, MedicalImage image) {
		return new IllegalArgumentException("The label map lies on another grid: it is " + describe(labels) + ", the image "
				+ describe(image) + ". Resample the label map to the image first.");
	}

	private static String describe(MedicalImage image) {
		return image.grid().map(grid -> grid.describe())
				.orElseGet(() -> String.format(Locale.ROOT, "%d × %d × %d", image.width(), image.height(), image.slices()));
	}

	private static boolean isUnit(double[] step, int along) {
		for (int a = 0; a < 3; a++)
			if (Math.abs(Math.abs(step[a]) - (a == along ? 1 : 0)) > TOLERANCE_VOXELS) return false;
		return true;
	}

	private static int longest(double[] step) {
		int longest = 0;
		for (int a = 1; a < 3; a++)
			if (Math.abs(step[a]) > Math.abs(step[longest])) longest = a;
		return longest;
	}

	private static double[] coordinates(Position p) {
		return new double[]{p.x(), p.y(), p.z()};
	}

	private static int sizeOf(MedicalImage image, int axis) {
		return axis == 0 ? image.width() : axis == 1 ? image.height() : image.slices();
	}
}
