package org.annotomy.codec.jpeg;

import org.annotomy.image.ImageFormatException;

/** Samples of 8 bits by the fastest decoder that gives those of libjpeg. */
public final class JpegSamples {

	/** A block of 64 equal samples takes a few bits; what claims much less is not believed. */
	private static final long MAX_RATIO = 4000;

	private JpegSamples() {}

	/**
	 * The samples row by row, those of one pixel side by side, without any conversion of colour.
	 *
	 * @param header of the stream, of 8 bits and with rows; the caller has seen that its size is as expected
	 * @throws ImageFormatException if the stream is broken or of a kind that is not supported
	 */
	public static byte[] decode(byte[] stream, JpegHeader header) throws ImageFormatException {
		if (header.sampleCount() > MAX_RATIO * stream.length)
			throw new ImageFormatException("The JPEG stream is too short for the size of the image.");
		if (RuntimeJpeg.suits(header)) {
			try {
				return RuntimeJpeg.decode(stream, header);
			} catch (ImageFormatException e) {
				// Broken for us, too, or one of the streams that are in order but that reader does not like.
			}
		}
		short[] samples = JpegImage.decode(stream, header);
		byte[] bytes = new byte[samples.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) samples[i];
		return bytes;
	}
}
