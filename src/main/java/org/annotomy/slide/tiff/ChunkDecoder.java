package org.annotomy.slide.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegRowDecoder;
import org.annotomy.codec.jpeg.JpegSamples;
import org.annotomy.codec.jpeg.JpegTiles;
import org.annotomy.codec.jpeg2000.Codestream;
import org.annotomy.image.ImageFormatException;

/** Decompresses the chunks of one image. */
final class ChunkDecoder {

	private static final int MAX_TABLES = 1 << 16;
	/** A chunk of JPEG may be this much larger than its tile, not more. */
	private static final long SPARE = 4;

	private final TiffFormat format;
	private final ByteOrder order;
	private final byte[] jpegTables;
	private final JpegTiles jpegTiles;
	/** Whether three components of JPEG 2000 are Y, Cb and Cr: a transform inside the stream says nothing of that. */
	private final boolean yccIn2000;

	ChunkDecoder(TiffDirectory directory, TiffFormat format) throws IOException {
		this.format = format;
		this.order = directory.bytes().order();
		this.jpegTables = directory.raw(TiffTag.JPEG_TABLES, MAX_TABLES);
		this.jpegTiles = new JpegTiles(jpegTables);
		this.yccIn2000 = format.compression() == TiffCompression.APERIO_YCC
				|| format.compression() == TiffCompression.JPEG_2000_LOSSY && !OmeXml.isOme(directory.first());
	}

	/**
	 * @param stored the bytes of the file
	 * @param width of the chunk
	 * @param height of the chunk, or what is left of the image in a strip
	 */
	Chunk decode(byte[] stored, int width, int height) throws IOException {
		if (format.lowBitFirst() && format.compression() != TiffCompression.JPEG) reverse(stored);
		if (format.compression() == TiffCompression.JPEG) return jpeg(stored, width, height);
		if (TiffCompression.isJpeg2000(format.compression())) return jpeg2000(stored, width, height);
		int rowBytes = (int) format.rowBytes(width);
		byte[] bytes = TiffCompression.expand(format.compression(), stored, rowBytes * height);
		Chunk chunk = new Chunk(bytes, height, rowBytes, format.together(), format.bits(), false, order);
		if (format.predictor() == 2) Predictor.addUp(chunk);
		return format.predictor() == 3 ? Predictor.joinFloats(chunk) : chunk;
	}

	/**
	 * Decodes a chunk of JPEG in colours without a detour; grey ones are faster by {@link #decode}.
	 *
	 * @param stored as for {@link #decode}
	 * @param pixels of the tile; colours are filled in from {@code at} on
	 * @return false if it is of another kind, or broken: then {@link #decode} tells
	 */
	boolean decodeInto(byte[] stored, Object pixels, int at, int width, int height) {
		return decodeInto(stored, pixels, at, width, height, 0, height);
	}

	/**
	 * Likewise of some rows, which takes less time than all.
	 *
	 * @param height of the chunk
	 * @param from the first row
	 * @param count of rows
	 */
	boolean decodeInto(byte[] stored, Object pixels, int at, int width, int height, int from, int count) {
		boolean ycc = format.photometric() == TiffFormat.YCBCR;
		boolean colours = format.together() == 3 && format.bits() == 8 && (ycc || format.photometric() == TiffFormat.RGB);
		if (format.compression() != TiffCompression.JPEG || !colours || !(pixels instanceof int[] rgb)) return false;
		try {
			JpegHeader header = JpegHeader.of(stored).withRows(height);
			requireSize(header.columns(), header.rows(), header.components().size(), width, height);
			if (!jpegTiles.suits(header)) return false;
			JpegRowDecoder rows = jpegTiles.open(stored, header);
			rows.skip(from);
			for (int y = 0; y < count; y++)
				rows.next(ycc, rgb, at + y * width, width);
			return true;
		} catch (IOException | RuntimeException e) {
			return false;
		}
	}

	private static void reverse(byte[] bytes) {
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
	}

	private Chunk jpeg(byte[] stored, int width, int height) throws IOException {
		byte[] stream = withTables(stored);
		JpegHeader header = JpegHeader.of(stream).withRows(height);
		int samples = header.components().size();
		requireSize(header.columns(), header.rows(), samples, width, height);
		if (header.precision() != 8 || format.bits() != 8)
			throw new ImageFormatException("JPEG tiles of " + header.precision() + " bits are not supported; 8 bits are.");
		boolean ycc = format.photometric() == TiffFormat.YCBCR && samples == 3;
		return new Chunk(JpegSamples.decode(stream, header), header.rows(), header.columns() * samples, samples, 8, ycc, order);
	}

	/** The chunk is held to its place: the part of the tile that lies in the image must be there. */
	private void requireSize(int columns, int rows, int samples, int width, int height) throws ImageFormatException {
		boolean fits = columns >= width && rows >= height && (long) columns * rows <= SPARE * width * height + (1 << 20);
		if (!fits || samples != format.together())
			throw new ImageFormatException(
					"A tile of the slide is broken: it holds " + columns + " × " + rows + " pixels of " + samples
							+ " samples instead of " + width + " × " + height + " of " + format.together() + ".");
	}

	/** Tables that all tiles share stand once in the file: they go before what follows the tile's first marker. */
	private byte[] withTables(byte[] stored) {
		if (jpegTables.length < 4 || stored.length < 2) return stored;
		boolean ends = jpegTables[jpegTables.length - 2] == -1 && (jpegTables[jpegTables.length - 1] & 0xff) == 0xd9;
		int length = ends ? jpegTables.length - 2 : jpegTables.length;
		byte[] joined = Arrays.copyOf(jpegTables, length + stored.length - 2);
		System.arraycopy(stored, 2, joined, length, stored.length - 2);
		return joined;
	}

	private Chunk jpeg2000(byte[] stored, int width, int height) throws IOException {
		Codestream stream = Codestream.read(stored);
		int samples = stream.components();
		requireSize(stream.width(), stream.height(), samples, width, height);
		int columns = stream.width();
		int bytes = stream.precision(0) <= 8 ? 1 : 2;
		if (stream.precision(0) > 16 || 8 * bytes != format.bits() || stream.isSigned(0))
			throw new ImageFormatException("A JPEG 2000 tile of the slide has other samples than the file states.");
		int[][] planes = stream.decode();
		byte[] joined = new byte[columns * stream.height() * samples * bytes];
		for (int c = 0; c < samples; c++)
			for (int i = 0, at = c * bytes; i < planes[c].length; i++, at += samples * bytes) {
				joined[at] = (byte) planes[c][i];
				if (bytes == 2) joined[at + 1] = (byte) (planes[c][i] >> 8);
			}
		boolean ycc = samples == 3
				&& (yccIn2000 || format.photometric() == TiffFormat.YCBCR && !stream.hasColorTransform());
		return new Chunk(joined, stream.height(), columns * samples * bytes, samples, 8 * bytes, ycc, ByteOrder.LITTLE_ENDIAN);
	}
}
