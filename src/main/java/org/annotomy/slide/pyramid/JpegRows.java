package org.annotomy.slide.pyramid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegRowDecoder;
import org.annotomy.codec.jpeg.RuntimeJpeg;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;

/** A JPEG file row by row, read once; progressive ones, and from where one is broken, by the reader of the Java runtime. */
final class JpegRows implements RowSource {

	private static final int HEADER = 1 << 20;

	private final Path path;
	private final JpegHeader header;
	private final InputStream in;
	private final boolean ycc;
	private final Object row;
	/** Null when it is the turn of the bands. */
	private JpegRowDecoder rows;
	private JpegBands bands;
	private int next;

	JpegRows(Path path) throws IOException {
		this.path = path;
		header = header(path);
		int components = header.components().size();
		if (!RuntimeJpeg.suits(header) || components != 1 && components != 3)
			throw new ImageFormatException("JPEG pictures of this size are supported with 8 bits, in grey or in colour.");
		ycc = !"RGB".equals(header.photometric());
		row = kind().allocate(header.columns());
		in = Files.newInputStream(path);
		rows = JpegRowDecoder.suits(header) ? open(in, header) : null;
	}

	/** @param in closed if it cannot be read */
	private static JpegRowDecoder open(InputStream in, JpegHeader header) throws IOException {
		try {
			return JpegRowDecoder.of(in.readNBytes(HEADER), in, header);
		} catch (ImageFormatException e) {
			return null;
		} catch (IOException e) {
			in.close();
			throw e;
		}
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
		return header.components().size() == 1 ? PixelKind.GREY_8 : PixelKind.RGB;
	}

	@Override
	public Object next() throws IOException {
		if (rows == null || !decode()) {
			if (bands == null) bands = new JpegBands(path, header);
			bands.read(next, row);
		}
		next++;
		return row;
	}

	private boolean decode() throws IOException {
		try {
			if (row instanceof int[] colours) rows.next(ycc, colours, 0, width());
			else rows.next((byte[]) row, 0, width());
			return true;
		} catch (ImageFormatException e) {
			rows = null;
			return false;
		}
	}

	@Override
	public void close() throws IOException {
		try (in) {
			if (bands != null) bands.close();
		}
	}
}
