package org.annotomy.codec.png;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the passes of Adam7 (W3C PNG section 8.2): pixels at equal distances. A picture that is not interlaced is one pass of all.
 *
 * @param left column of its first pixel
 * @param top row of its first pixel
 * @param across from one pixel to the next
 * @param down from one row to the next
 */
public record PngPass(int left, int top, int across, int down) {

	private static final List<PngPass> ADAM7 = List.of(new PngPass(0, 0, 8, 8), new PngPass(4, 0, 8, 8), new PngPass(0, 4, 4, 8),
			new PngPass(2, 0, 4, 4), new PngPass(0, 2, 2, 4), new PngPass(1, 0, 2, 2), new PngPass(0, 1, 1, 2));

	/** Those of a picture that have pixels, in the order of the file. */
	public static List<PngPass> of(PngHeader header) {
		if (!header.interlaced()) return List.of(new PngPass(0, 0, 1, 1));
		List<PngPass> passes = new ArrayList<>(ADAM7);
		passes.removeIf(pass -> pass.width(header) == 0 || pass.height(header) == 0);
		return passes;
	}

	/** Pixels of a row; 0 if the picture is too narrow. */
	public int width(PngHeader header) {
		return (header.width() - left + across - 1) / across;
	}

	/** Rows; 0 if the picture is too low. */
	public int height(PngHeader header) {
		return (header.height() - top + down - 1) / down;
	}

	/** Whether it holds pixels of a row of the picture. */
	public boolean isIn(int row) {
		return row >= top && (row - top) % down == 0;
	}
}
