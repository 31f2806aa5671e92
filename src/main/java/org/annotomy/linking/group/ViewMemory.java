package org.annotomy.linking.group;

import java.util.Objects;

/**
 * How a window of a group looked when the group was saved.
 *
 * @param member key
 * @param plane {@code own}, {@code mirrored}, {@code axial}, {@code coronal} or {@code sagittal}; {@code fused} before one of them if another
 *            image lies over it, as the layout says
 * @param x of the window on the screen, in pixels; likewise {@code y}, {@code width}, {@code height}
 * @param slice from 0
 * @param zoom pixels of the screen for a pixel of the image
 * @param left first pixel of the image shown; likewise {@code top}
 * @param center of the display window in modality values; NaN for colours; likewise {@code range}
 */
public record ViewMemory(String member, String plane, int x, int y, int width, int height, int slice, double zoom, int left,
		int top, double center, double range) {

	public ViewMemory {
		Objects.requireNonNull(member, "member");
		if (!isPlane(plane))
			throw new IllegalArgumentException(
					"A view is own, mirrored, axial, coronal or sagittal, or fused before one of these, not \"" + plane + "\".");
		if (width < 1 || height < 1 || width > 100_000 || height > 100_000 || Math.abs((long) x) > 1_000_000
				|| Math.abs((long) y) > 1_000_000 || slice < 0 || !(zoom > 0 && zoom <= 1000))
			throw new IllegalArgumentException("The window of a view has a size, place or zoom that no screen has.");
	}

	/** Whether a view of this name can be remembered: those of images that do not know how the patient lies have none. */
	public static boolean isPlane(String name) {
		return name.matches("mirrored|(fused )?(own|axial|coronal|sagittal)");
	}
}
