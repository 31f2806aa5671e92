package org.annotomy.segmentation.morphology;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.filter.BoxCounts;
import org.annotomy.segmentation.filter.KernelBox;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Dilation, erosion, opening and closing by boxes of voxels. Borders and boxes are as in {@link BallMorphology}. */
public final class BoxMorphology {

	private BoxMorphology() {}

	public static Mask dilate(Mask mask, KernelBox kernel, VoxelBox image, Progress progress) {
		VoxelBox result = kernel.around(mask.bounds(), image);
		return BoxCounts.filter(mask, result, kernel, image, (count, of, inside) -> count > 0, progress);
	}

	public static Mask erode(Mask mask, KernelBox kernel, VoxelBox image, Progress progress) {
		return BoxCounts.filter(mask, mask.bounds().intersect(image), kernel, image, (count, of, inside) -> count == of,
				progress);
	}

	public static Mask open(Mask mask, KernelBox kernel, VoxelBox image, Progress progress) {
		return dilate(erode(mask, kernel, image, progress.part(0, 0.5)), kernel, image, progress.part(0.5, 1));
	}

	public static Mask close(Mask mask, KernelBox kernel, VoxelBox image, Progress progress) {
		return erode(dilate(mask, kernel, image, progress.part(0, 0.5)), kernel, image, progress.part(0.5, 1));
	}
}
