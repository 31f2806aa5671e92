package org.annotomy.segmentation.edge;

import java.util.Locale;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.component.FillHoles;
import org.annotomy.segmentation.component.RegionGrowing;
import org.annotomy.task.Progress;

/**
 * What the level line through a pixel encloses, as the level tracing effect of 3D Slicer shows it: of the pixels that are at least as
 * bright as the one pointed at, those that hang together with it edge to edge, and the holes in them. Slicer finds the line by walking to
 * the left until values fall below the level; here the pixels at most as bright are looked at too, and the smaller of the two regions is
 * the one that is meant, so that dark structures are traced like bright ones.
 */
public final class LevelTracing {

	/** Which side of the line is meant. */
	public enum Side {
		/** The one with fewer pixels; the brighter one if both have as many. */
		SMALLER,
		/** Pixels at least as bright as the level. */
		BRIGHTER,
		/** Pixels at most as bright. */
		DARKER;

		/** As macros say it. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** @throws IllegalArgumentException if there is none such */
		public static Side of(String key) {
			return valueOf(key.toUpperCase(Locale.ROOT));
		}
	}

	private LevelTracing() {}

	/**
	 * @param x place in columns and rows of the slice, pixel-corner frame; likewise {@code y}
	 * @return one byte for each pixel of the slice, 1 inside
	 * @throws IllegalArgumentException if the place lies outside the slice, or its pixel has no value
	 */
	public static byte[] at(SliceValues slice, double x, double y, Side side, Progress progress) {
		int pixel = slice.requirePixel(x, y);
		float level = slice.values()[pixel];
		if (Float.isNaN(level)) throw new IllegalArgumentException("The pixel has no value to trace.");
		if (side == Side.BRIGHTER) return region(slice, pixel, level, Double.POSITIVE_INFINITY, progress);
		if (side == Side.DARKER) return region(slice, pixel, Double.NEGATIVE_INFINITY, level, progress);
		byte[] brighter = region(slice, pixel, level, Double.POSITIVE_INFINITY, progress.part(0, 0.5));
		byte[] darker = region(slice, pixel, Double.NEGATIVE_INFINITY, level, progress.part(0.5, 1));
		return count(brighter) <= count(darker) ? brighter : darker;
	}

	private static byte[] region(SliceValues slice, int pixel, double low, double high, Progress progress) {
		VolumeSize size = slice.size();
		byte[] region = RegionGrowing.from(new int[]{pixel}, size, Connectivity.FACES).connectedThreshold(slice.values(), low,
				high, progress.part(0, 0.5));
		return FillHoles.of(region, size, progress.part(0.5, 1));
	}

	private static int count(byte[] region) {
		int count = 0;
		for (byte pixel : region)
			count += pixel;
		return count;
	}
}
