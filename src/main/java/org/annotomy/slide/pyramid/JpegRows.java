package org.annotomy.slide.pyramid;

import java.awt.geom.Rectangle2D;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegPicture;
import org.annotomy.codec.jpeg.RuntimeJpeg;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;

/**
 * A JPEG file row by row. The reader of the Java runtime gives it in bands; for each it decodes what lies above anew, so bands are as large
 * as memory allows.
 */
final class JpegRows implements RowSource {

	private static final int HEADER = 1 << 20;
	private static final int BAND_BYTES = 192 << 20;

	private final JpegHeader header;
	private final ImageInputStream in;
	private final ImageReader reader;
	private final int bandRows;
	private final int bands;
	private final Object row;
	private Raster band;
	private int next;

	JpegRows(Path path) throws IOException {
		header = header(path);
		bands = header.components().size();
		if (!RuntimeJpeg.suits(header) || bands != 1 && bands != 3)
			throw new ImageFormatException("JPEG pictures of this size are supported with 8 bits, in grey or in colour.");
		long budget = Math.min(BAND_BYTES, Runtime.getRuntime().maxMemory() / 8);
		bandRows = (int) Math.max(1, Math.min(header.rows(), budget / ((long) header.columns() * bands)));
		row = kind().allocate(header.columns());
		in = new FileImageInputStream(path.toFile());
		reader = RuntimeJpeg.newReader();
		reader.setInput(in, false, true);
	}

	/** The header of a file, which stands in its first megabyte. */
	static JpegHeader header(Path path) throws IOException {
		try (InputStream start = Files.newInputStream(path)) {
			return JpegHeader.of(start.readNBytes(HEADER));
		}
	}

	@Override
	public int width() {
		return header.columns();
	}

	@Override
	public int height() {
		return header.rows();
	}

	@Override
	public PixelKind kind() {
		return bands == 1 ? PixelKind.GREY_8 : PixelKind.RGB;
	}

	@Override
	public Object next() throws IOException {
		int y = next % bandRows;
		if (y == 0) {
			band = null;
			ImageReadParam part = reader.getDefaultReadParam();
			part.setSourceRegion(new Rectangle2D.Double(0, next, width(), Math.min(bandRows, height() - next)).getBounds());
			try {
				band = reader.readRaster(0, part);
			} catch (RuntimeException e) {
				throw new ImageFormatException("The JPEG picture is broken.", e);
			}
		}
		next++;
		byte[] bytes = (byte[]) band.getDataElements(band.getMinX(), band.getMinY() + y, width(), 1, null);
		if (row instanceof byte[]) return bytes;
		JpegPicture.colours(bytes, header, (int[]) row, width());
		return row;
	}

	@Override
	public void close() throws IOException {
		reader.dispose();
		in.close();
	}
}
