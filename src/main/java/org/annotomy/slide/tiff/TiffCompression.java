package org.annotomy.slide.tiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.annotomy.codec.lz.Lzw;
import org.annotomy.codec.lz.PackBits;
import org.annotomy.codec.zstd.Zstd;
import org.annotomy.image.ImageFormatException;

/** The compressions of TIFF files that are known, and those of them that are plain streams of bytes. */
final class TiffCompression {

	static final int NONE = 1;
	static final int LZW = 5;
	static final int JPEG = 7;
	static final int DEFLATE = 8;
	static final int PACK_BITS = 32773;
	static final int OLD_DEFLATE = 32946;
	/** Aperio: JPEG 2000 of Y, Cb and Cr. */
	static final int APERIO_YCC = 33003;
	/** JPEG 2000 with losses: of RGB as Bio-Formats writes it, of Y, Cb and Cr as libvips does. */
	static final int JPEG_2000_LOSSY = 33004;
	/** Aperio: JPEG 2000 of RGB. */
	static final int APERIO_RGB = 33005;
	static final int JPEG_2000 = 34712;
	static final int ZSTD = 50000;

	private TiffCompression() {}

	static void require(int compression) throws ImageFormatException {
		switch (compression) {
			case NONE, LZW, JPEG, DEFLATE, PACK_BITS, OLD_DEFLATE, APERIO_YCC, JPEG_2000_LOSSY, APERIO_RGB, JPEG_2000, ZSTD -> {
				// known
			}
			default -> throw new ImageFormatException("TIFF files with the compression " + compression + name(compression)
					+ " are not supported. Save it with JPEG, JPEG 2000, deflate, LZW or zstd compression.");
		}
	}

	private static String name(int compression) {
		return switch (compression) {
			case 2, 3, 4 -> " (fax)";
			case 6 -> " (JPEG of the old kind)";
			case 34925 -> " (LZMA)";
			case 34887 -> " (LERC)";
			case 50001 -> " (WebP)";
			case 22610, 34892, 34933, 34934 -> " (JPEG XR)";
			case 50002 -> " (JPEG XL)";
			default -> "";
		};
	}

	/** In words, for the facts of a slide. */
	static String words(int compression) {
		return switch (compression) {
			case NONE -> "none";
			case LZW -> "LZW";
			case JPEG -> "JPEG";
			case DEFLATE, OLD_DEFLATE -> "deflate";
			case PACK_BITS -> "PackBits";
			case ZSTD -> "zstd";
			default -> "JPEG 2000";
		};
	}

	/** Whether the decoder turns the colours into RGB. */
	static boolean isOwnColour(int compression) {
		return compression == JPEG || isJpeg2000(compression);
	}

	static boolean isJpeg2000(int compression) {
		return compression >= APERIO_YCC && compression <= APERIO_RGB || compression == JPEG_2000;
	}

	/**
	 * Undoes a compression of plain bytes.
	 *
	 * @param size of what comes out; a stream that holds more is cut there
	 * @throws ImageFormatException if the stream is broken or holds less
	 */
	static byte[] expand(int compression, byte[] from, int size) throws ImageFormatException {
		byte[] to = new byte[size];
		int count = switch (compression) {
			case NONE -> {
				System.arraycopy(from, 0, to, 0, Math.min(from.length, size));
				yield Math.min(from.length, size);
			}
			case LZW -> Lzw.decode(from, to);
			case PACK_BITS -> PackBits.decode(from, to);
			case ZSTD -> Zstd.decode(from, 0, from.length, to);
			default -> inflate(from, to);
		};
		if (count < size)
			throw new ImageFormatException(
					"A tile of the slide is broken: it holds " + count + " bytes instead of " + size + ".");
		return to;
	}

	private static int inflate(byte[] from, byte[] to) throws ImageFormatException {
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(from);
			int count = 0;
			while (count < to.length) {
				int n = inflater.inflate(to, count, to.length - count);
				if (n == 0 && (inflater.finished() || inflater.needsInput() || inflater.needsDictionary())) break;
				count += n;
			}
			return count;
		} catch (DataFormatException e) {
			throw new ImageFormatException("A tile of the slide is broken: its deflate stream cannot be read.", e);
		} finally {
			inflater.end();
		}
	}
}
