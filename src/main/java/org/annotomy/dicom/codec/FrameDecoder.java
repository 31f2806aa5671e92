package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.Set;

/**
 * Decodes the compressed frames of some transfer syntaxes. Others than the built-in ones are found through
 * {@link java.util.ServiceLoader}. Must be safe for use by several threads.
 */
public interface FrameDecoder {

	/** The UIDs of the transfer syntaxes. */
	Set<String> transferSyntaxes();

	/**
	 * Decodes one frame, without any conversion of colour.
	 *
	 * @param encoded the fragments of the frame in a row, possibly with a byte of padding
	 * @param format what the dataset says; the result must have its size
	 * @throws org.annotomy.image.ImageFormatException if the data is broken or the variant is not supported; in words for the user
	 */
	FrameSamples decode(byte[] encoded, PixelFormat format) throws IOException;

	/**
	 * Decodes one frame at a smaller size, where that is less work; else as it is.
	 *
	 * @param halvings how often width and height may be halved (rounded up) at most
	 */
	default ReducedFrame decodeReduced(byte[] encoded, PixelFormat format, int halvings) throws IOException {
		return new ReducedFrame(decode(encoded, format), format);
	}
}
