package org.annotomy.slide.pyramid;

import java.awt.geom.Rectangle2D;
import java.awt.image.Raster;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegPicture;
import org.annotomy.codec.jpeg.RuntimeJpeg;
import org.annotomy.image.ImageFormatException;

/**
 * Rows of a JPEG file by the reader of the Java runtime. It gives them in bands; for each it decodes what lies above anew, so bands are as
 * large as memory allows.
 */
final class JpegBands implements Closeable {

	private static final int BAND_BYTES = 192 << 20;

	private final JpegHeader header;
	private final ImageInputStream in;
	private final ImageReader reader;
	private final int bandRows;
	private Raster band;
	private int first;

	JpegBands(Path path, JpegHeader header) throws IOException {
		this.header = header;
		long budget = Math.min(BAND_BYTES, Runtime.getRuntime().maxMemory() / 8);
		long rowBytes = (long) header.columns() * header.components().size();
		bandRows = (int) Math.max(1, Math.min(header.rows(), budget / rowBytes));
		reader = RuntimeJpeg.newReader();
		in = new FileImageInputStream(path.toFile());
		reader.setInput(in, false, true);
	}

	/**
	 * @param y one row after the other
	 * @param row takes colours ({@code int[]}) or grey ({@code byte[]})
	 */
	void read(int y, Object row) throws IOException {
		if (band == null || y >= first + band.getHeight()) readBand(y);
		byte[] bytes = (byte[]) band.getDataElements(band.getMinX(), band.getMinY() + y - first, header.columns(), 1, null);
		if (row instanceof byte[]) System.arraycopy(bytes, 0, row, 0, header.columns());
		else JpegPicture.colours(bytes, header, (int[]) row, header.columns());
	}

	private void readBand(int y) throws IOException {
		band = null;
		first = y;
		ImageReadParam part = reader.getDefaultReadParam();
		int rows = Math.min(bandRows, header.rows() - y);
		part.setSourceRegion(new Rectangle2D.Double(0, y, header.columns(), rows).getBounds());
		try {
			band = reader.readRaster(0, part);
		} catch (RuntimeException e) {
			throw new ImageFormatException("The JPEG picture is broken.", e);
		}
	}

	@Override
	public void close() throws IOException {
		reader.dispose();
		in.close();
	}
}
