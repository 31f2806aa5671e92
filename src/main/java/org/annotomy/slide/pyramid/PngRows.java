package org.annotomy.slide.pyramid;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.codec.png.PngHeader;
import org.annotomy.codec.png.PngPass;
import org.annotomy.codec.png.PngPixels;
import org.annotomy.codec.png.PngStream;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.task.Progress;

/**
 * A PNG file row by row, without holding it in memory. Of an interlaced one all passes but the last, which are half of its pixels, go into a
 * temporary file first.
 */
final class PngRows implements RowSource {

	/** Which part of the work the earlier passes are. */
	static final double INTERLACED = 0.4;

	private final PngStream png;
	private final PngHeader header;
	private final PngPixels pixels;
	private final List<PngPass> passes;
	/** Null if there is only one pass. */
	private final PngPassFile earlier;
	/** The last row of the last pass, and the one before it. */
	private byte[] current;
	private byte[] above;
	private final Object row;
	private int next;

	/**
	 * @param progress of the earlier passes
	 * @throws ImageFormatException if the file is no PNG file, or of a kind that is not supported
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	static PngRows open(Path path, Progress progress) throws IOException {
		InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
		try {
			return new PngRows(file, progress);
		} catch (IOException | RuntimeException e) {
			file.close();
			throw e;
		}
	}

	private PngRows(InputStream file, Progress progress) throws IOException {
		png = new PngStream(file);
		header = png.header();
		pixels = png.pixels();
		passes = PngPass.of(header);
		PngPass last = passes.get(passes.size() - 1);
		current = new byte[header.rowBytes(last.width(header))];
		above = new byte[current.length];
		row = kind().allocate(header.width());
		earlier = passes.size() == 1 ? null : PngPassFile.write(png, passes.subList(0, passes.size() - 1), progress);
	}

	@Override
	public int width() {
		return header.width();
	}

	@Override
	public int height() {
		return header.height();
	}

	@Override
	public PixelKind kind() {
		if (!header.isGrey()) return PixelKind.RGB;
		return header.bits() == 16 ? PixelKind.GREY_16 : PixelKind.GREY_8;
	}

	@Override
	public double begun() {
		return earlier == null ? 0 : INTERLACED;
	}

	@Override
	public Object next() throws IOException {
		for (int i = 0; i < passes.size(); i++) {
			if (!passes.get(i).isIn(next)) continue;
			if (i < passes.size() - 1) put(earlier.row(i, next), passes.get(i));
			else {
				byte[] done = above;
				above = current;
				current = done;
				png.next(current, above);
				put(current, passes.get(i));
			}
		}
		next++;
		return row;
	}

	private void put(byte[] stored, PngPass pass) {
		int count = pass.width(header);
		if (row instanceof int[] rgb) pixels.colours(stored, rgb, pass.left(), pass.across(), count);
		else if (row instanceof short[] grey) pixels.wideGreys(stored, grey, pass.left(), pass.across(), count);
		else pixels.greys(stored, (byte[]) row, pass.left(), pass.across(), count);
	}

	@Override
	public void close() throws IOException {
		try (png) {
			if (earlier != null) earlier.close();
		}
	}
}
