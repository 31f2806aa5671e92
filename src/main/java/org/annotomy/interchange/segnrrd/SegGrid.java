package org.annotomy.interchange.segnrrd;

import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.image.ImageFormatException;

/** Where the voxels of a {@code .seg.nrrd} lie among those of its image. */
final class SegGrid {

	private static final double PLACE_TOLERANCE_MM = 1e-2;
	private static final double INDEX_TOLERANCE = 1e-2;

	private SegGrid() {}

	/** Voxel centres of the image; axes along the patient's and the first voxel at the origin where it has no place. */
	static Affine place(ImageIdentity image) {
		if (image.voxelToPatient() != null) return image.voxelToPatient();
		double[] spacing = image.spacing();
		double mm = image.unit() == null || image.unit().equals("px") ? Double.NaN : image.unit().equals("um") ? 1e-3 : 1;
		double[] steps = new double[3];
		for (int axis = 0; axis < 3; axis++) {
			double step = spacing[axis] * mm;
			steps[axis] = step > 0 && Double.isFinite(step) ? step : 1;
		}
		return Affine.ofRows(steps[0], 0, 0, 0, 0, steps[1], 0, 0, 0, 0, steps[2], 0);
	}

	/**
	 * The image voxel that the file's first voxel is.
	 *
	 * @param file where the file says that its voxels lie; null if it does not
	 * @param offset what it says of its part of the image
	 * @throws ImageFormatException if its voxels are not voxels of the image
	 */
	static int[] offset(Affine file, ImageIdentity image, int[] offset) throws ImageFormatException {
		if (file == null) return offset;
		Affine grid = place(image);
		for (int axis = 0; axis < 3; axis++)
			if (file.step(axis).distanceTo(grid.step(axis)) > PLACE_TOLERANCE_MM && sizeOf(image, axis) > 1)
				throw other("its voxels have another spacing or direction than those of the image");
		Position at = grid.inverse().apply(file.origin());
		int[] found = {(int) Math.rint(at.x()), (int) Math.rint(at.y()), (int) Math.rint(at.z())};
		double[] exact = {at.x(), at.y(), at.z()};
		for (int axis = 0; axis < 3; axis++)
			if (Math.abs(exact[axis] - found[axis]) > INDEX_TOLERANCE)
				throw other(String.format(Locale.ROOT, "its voxels lie between those of the image, %.2f voxels off along %s",
						exact[axis] - found[axis], "xyz".charAt(axis)));
		return found;
	}

	private static int sizeOf(ImageIdentity image, int axis) {
		return axis == 0 ? image.size().x() : axis == 1 ? image.size().y() : image.size().z();
	}

	private static ImageFormatException other(String what) {
		return new ImageFormatException("The segments lie on another grid: " + what + ". Resample them to the image first.");
	}
}
