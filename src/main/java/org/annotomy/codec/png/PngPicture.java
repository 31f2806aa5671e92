package org.annotomy.codec.png;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

import org.annotomy.image.ImageFormatException;

/** A small PNG picture as a whole. */
public final class PngPicture {

	private PngPicture() {}

	/**
	 * Its colours as 0xRRGGBB, row by row.
	 *
	 * @param width that it must have
	 * @param height that it must have
	 * @throws ImageFormatException if it is broken or has another size
	 */
	public static int[] rgb(byte[] stream, int width, int height) throws IOException {
		try (PngStream png = new PngStream(new ByteArrayInputStream(stream))) {
			PngHeader header = png.header();
			if (header.width() != width || header.height() != height)
				throw new ImageFormatException("A picture of the slide has " + header.width() + " × " + header.height()
						+ " pixels instead of " + width + " × " + height + ".");
			int[] rgb = new int[width * height];
			PngPixels pixels = png.pixels();
			for (PngPass pass : PngPass.of(header)) {
				byte[] row = new byte[header.rowBytes(pass.width(header))];
				byte[] above = new byte[row.length];
				for (int y = pass.top(); y < height; y += pass.down()) {
					png.next(row, above);
					pixels.colours(row, rgb, pass.left() + y * width, pass.across(), pass.width(header));
					byte[] done = above;
					above = row;
					row = done;
				}
			}
			return rgb;
		} catch (EOFException | ZipException e) {
			throw new ImageFormatException("A picture of the slide is cut off or broken.", e);
		}
	}
}
