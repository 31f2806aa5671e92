package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.Set;

import org.annotomy.dicom.codec.htj2k.Codestream;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/**
 * High-Throughput JPEG 2000 (PS3.5 A.4.9). Sign and precision for decoding are those of the codestream; the low {@link PixelFormat#bitsStored}
 * bits of the result are read as the dataset says, because the two may differ.
 */
final class HtJpeg2000Decoder implements FrameDecoder {

	/** An image of one value takes some hundred bytes, whatever its size; one larger than this must have more. */
	private static final long FREE_SAMPLES = 1 << 24;
	private static final long MAX_RATIO = 4000;

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.HTJ2K_LOSSLESS, TransferSyntax.HTJ2K_RPCL_LOSSLESS, TransferSyntax.HTJ2K);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws IOException {
		try {
			Codestream codestream = Codestream.read(encoded);
			requireSame(codestream, format, encoded.length);
			boolean color = codestream.hasColorTransform();
			return new FrameSamples(samples(codestream.decode(), format), color ? "RGB" : format.photometric());
		} catch (RuntimeException e) {
			throw new ImageFormatException("The High-Throughput JPEG 2000 codestream is broken.", e);
		}
	}

	private static void requireSame(Codestream codestream, PixelFormat format, int length) throws ImageFormatException {
		if (codestream.height() != format.rows() || codestream.width() != format.columns()
				|| codestream.components() != format.samples())
			throw new ImageFormatException("The JPEG 2000 codestream has " + codestream.width() + " × " + codestream.height()
					+ " pixels of " + codestream.components() + " samples, but the file states " + format.columns() + " × "
					+ format.rows() + " of " + format.samples() + ".");
		for (int c = 0; c < codestream.components(); c++)
			if (codestream.precision(c) > format.bitsAllocated() || format.real())
				throw new ImageFormatException("JPEG 2000 samples of " + codestream.precision(c) + " bits do not fit those of "
						+ format.bitsAllocated() + " bits that the file states.");
		if (format.sampleCount() > FREE_SAMPLES + MAX_RATIO * length)
			throw new ImageFormatException("The JPEG 2000 codestream is too short for the size of the image.");
	}

	private static Object samples(int[][] planes, PixelFormat format) {
		Object samples = format.newFrame();
		int up = 32 - format.bitsStored();
		for (int c = 0; c < planes.length; c++)
			interleave(planes[c], samples, c, planes.length, up, format.signed());
		return samples;
	}

	private static void interleave(int[] plane, Object samples, int first, int step, int up, boolean signed) {
		if (samples instanceof byte[] bytes)
			for (int i = 0, to = first; i < plane.length; i++, to += step)
				bytes[to] = (byte) (signed ? plane[i] << up >> up : plane[i] << up >>> up);
		else
			if (samples instanceof short[] shorts)
				for (int i = 0, to = first; i < plane.length; i++, to += step)
					shorts[to] = (short) (signed ? plane[i] << up >> up : plane[i] << up >>> up);
			else
				for (int i = 0, to = first; i < plane.length; i++, to += step)
					((int[]) samples)[to] = signed ? plane[i] << up >> up : plane[i] << up >>> up;
	}
}
