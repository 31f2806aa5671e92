package org.annotomy.image;

import java.util.Objects;

/**
 * Something that the file wants shown over its pixels, never part of them (DICOM overlays, display shutters, colours of a supplemental
 * palette). The user can switch it off.
 *
 * @param name for the user; free of patient identity
 * @param content its picture on each plane
 */
public record DisplayLayer(String name, Kind kind, Content content) {

	/** What a layer is for. */
	public enum Kind {
		/** Lines, letters and areas that somebody drew. */
		OVERLAY,
		/** Covers what lies outside the picture. */
		SHUTTER,
		/** Shows some values in colour. */
		COLOUR
	}

	/**
	 * Where a picture lies and what it shows.
	 *
	 * @param x of its first column in pixels of the image; may be negative; likewise {@code y}
	 * @param argb row by row, not premultiplied; 0 where nothing is shown
	 */
	public record Picture(int x, int y, int width, int height, int[] argb) {

		public Picture {
			if (width < 1 || height < 1 || argb.length != width * height)
				throw new IllegalArgumentException(
						"A picture of " + width + " × " + height + " cannot have " + argb.length + " pixels.");
		}
	}

	/** Gives the picture of a plane when it is painted. Safe for use by several threads. */
	@FunctionalInterface
	public interface Content {

		/** @param plane index z + slices · t; null if nothing is shown on this plane */
		Picture on(int plane);
	}

	public DisplayLayer {
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(content, "content");
	}
}
