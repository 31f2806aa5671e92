package org.annotomy.image;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Objects;

/**
 * Something that the file wants shown over its pixels, never part of them. The user can switch it off.
 *
 * @param name for the user; free of patient identity
 * @param content its picture on each plane
 */
public record DisplayLayer(String name, Kind kind, Content content) {

	/** What a layer is for. */
	public enum Kind {
		/** Lines, letters and areas that somebody drew (DICOM overlays). */
		OVERLAY,
		/** Covers what lies outside the picture (DICOM display shutter). */
		SHUTTER,
		/** Shows some values in colour (DICOM supplemental palette). */
		COLOUR
	}

	/** What is painted on one plane. */
	public sealed interface Mark permits Picture, Cover, Colours, Drawing {}

	/**
	 * Pixels.
	 *
	 * @param x of its first column in pixels of the image; may be negative; likewise {@code y}
	 * @param bits row by row without gaps, the first pixel in the least significant bit
	 * @param argb of the pixels whose bit is set; the others show nothing
	 */
	public record Picture(int x, int y, int width, int height, byte[] bits, int argb) implements Mark {

		public Picture {
			if (width < 1 || height < 1 || bits.length < ((long) width * height + 7) / 8)
				throw new IllegalArgumentException(
						"A picture of " + width + " × " + height + " needs more than " + bits.length + " bytes.");
		}

		/** The same in another colour. */
		public Picture in(int otherArgb) {
			return new Picture(x, y, width, height, bits, otherArgb);
		}

		public boolean isSet(int column, int row) {
			int bit = row * width + column;
			return (bits[bit >>> 3] >>> (bit & 7) & 1) != 0;
		}
	}

	/**
	 * All but an area.
	 *
	 * @param visible what stays free, in pixels, pixel-corner frame
	 * @param rgb of the cover
	 */
	public record Cover(Area visible, int rgb) implements Mark {}

	/**
	 * Values in colour: the entries stand for modality values at equal steps; values above the last one take its colour, those below the
	 * first stay grey.
	 *
	 * @param step not 0
	 */
	public record Colours(double first, double step, int[] argb) implements Mark {

		/** 0 for values that stay grey. */
		public int colour(double modality) {
			double entry = Math.rint((modality - first) / step);
			return entry < 0 || Double.isNaN(entry) ? 0 : argb[(int) Math.min(argb.length - 1, entry)];
		}
	}

	/** Lines, areas and texts, in pixels, pixel-corner frame (graphics of a DICOM presentation state). */
	public record Drawing(List<Figure> figures, List<Words> words) implements Mark {

		public Drawing {
			figures = List.copyOf(figures);
			words = List.copyOf(words);
		}

		public boolean isEmpty() { return figures.isEmpty() && words.isEmpty(); }
	}

	/** A line, or an area if it is filled. The outline is not to be changed. */
	public record Figure(Path2D outline, boolean filled) {}

	/** A text, as large at any zoom. @param x of its left end @param y of its top; line breaks part its lines */
	public record Words(double x, double y, String text) {}

	/** Gives what is painted on a plane. Safe for use by several threads. */
	@FunctionalInterface
	public interface Content {

		/** @param plane index z + slices · t; null if nothing is shown there */
		Mark on(int plane);
	}

	public DisplayLayer {
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(content, "content");
	}
}
