package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/**
 * How the samples of an image are stored.
 *
 * @param compression as in the file
 * @param photometric 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 6 YCbCr
 * @param bits of each sample
 * @param format 1 unsigned, 2 signed, 3 float
 * @param samples of a pixel
 * @param planar whether each sample has chunks of its own
 * @param predictor 1 none, 2 differences, 3 differences of floating-point bytes
 * @param lowBitFirst whether bits of a byte are reversed
 */
record TiffFormat(int compression, int photometric, int bits, int format, int samples, boolean planar, int predictor,
		boolean lowBitFirst) {

	static final int WHITE_IS_ZERO = 0;
	static final int RGB = 2;
	static final int PALETTE = 3;
	static final int YCBCR = 6;
	static final int UNSIGNED = 1;
	static final int SIGNED = 2;
	static final int FLOAT = 3;
	private static final int MAX_SAMPLES = 512;

	/** @throws ImageFormatException if the samples are of a kind that is not supported; the message says which */
	static TiffFormat of(TiffDirectory directory) throws IOException {
		int samples = directory.number(TiffTag.SAMPLES, 1);
		if (samples < 1 || samples > MAX_SAMPLES)
			throw new ImageFormatException("The TIFF file states " + samples + " samples for a pixel; that cannot be.");
		TiffFormat format = new TiffFormat(directory.number(TiffTag.COMPRESSION, 1),
				directory.number(TiffTag.PHOTOMETRIC, 1), same(directory, TiffTag.BITS, 1, samples),
				same(directory, TiffTag.SAMPLE_FORMAT, UNSIGNED, samples), samples,
				directory.number(TiffTag.PLANAR, 1) == 2 && samples > 1, directory.number(TiffTag.PREDICTOR, 1),
				directory.number(TiffTag.FILL_ORDER, 1) == 2);
		format.requireSupported();
		return format;
	}

	private static int same(TiffDirectory directory, int tag, int otherwise, int samples) throws IOException {
		long[] numbers = directory.numbers(tag, samples);
		if (numbers.length == 0) return otherwise;
		if (Arrays.stream(numbers).anyMatch(n -> n != numbers[0]))
			throw new ImageFormatException("TIFF files whose samples differ in kind are not supported.");
		return (int) Math.min(numbers[0], Integer.MAX_VALUE);
	}

	private void requireSupported() throws ImageFormatException {
		TiffCompression.require(compression);
		boolean whole = bits == 8 || bits == 16 || bits == 32 || bits == 64 && format == FLOAT;
		boolean few = (bits == 1 || bits == 2 || bits == 4) && samples == 1 && format == UNSIGNED && predictor == 1;
		boolean known = format == UNSIGNED || format == SIGNED || format == FLOAT && bits >= 16;
		if (!known || !whole && !few)
			throw new ImageFormatException("TIFF files with " + bits + " bits per sample of this kind are not supported.");
		if (photometric > RGB && photometric != PALETTE && photometric != YCBCR)
			throw new ImageFormatException(
					"TIFF files with colours of this kind (" + photometric
							+ ": neither RGB, YCbCr, grey nor palette) are not supported.");
		if (isColour() && photometric != PALETTE && (samples < 3 || format != UNSIGNED || bits > 16))
			throw new ImageFormatException("A TIFF file with colours of " + samples + " samples of this kind is not supported.");
		if (photometric == YCBCR && !TiffCompression.isOwnColour(compression))
			throw new ImageFormatException("TIFF files with YCbCr colours are supported with JPEG compression only.");
		if (predictor < 1 || predictor > 3 || predictor == 3 && format != FLOAT)
			throw new ImageFormatException("The TIFF file uses predictor " + predictor + ", which is not supported.");
	}

	/** Whether a pixel is a colour. */
	boolean isColour() {
		return photometric == RGB || photometric == PALETTE || photometric == YCBCR;
	}

	/** Samples that lie together in a chunk. */
	int together() {
		return planar ? 1 : samples;
	}

	/** Bytes of a row in a decompressed chunk. */
	long rowBytes(int width) {
		return ((long) width * together() * bits + 7) / 8;
	}
}
