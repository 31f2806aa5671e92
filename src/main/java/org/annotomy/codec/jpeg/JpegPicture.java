package org.annotomy.codec.jpeg;

import org.annotomy.image.ImageFormatException;

/** A JPEG picture of 8 bits as colours. */
public final class JpegPicture {

	private JpegPicture() {}

	/**
	 * Its colours as 0xRRGGBB, row by row. Three components are Y, Cb and Cr unless the stream says that they are red, green and blue.
	 *
	 * @param header of the stream, with rows; the caller has seen that its size is as expected
	 * @throws ImageFormatException if the stream is broken or of a kind that is not supported
	 */
	public static int[] rgb(byte[] stream, JpegHeader header) throws ImageFormatException {
		int samples = header.components().size();
		if (header.precision() != 8 || samples != 1 && samples != 3)
			throw new ImageFormatException("A JPEG picture of " + samples + " components of " + header.precision()
					+ " bits is not supported; grey and colours of 8 bits are.");
		byte[] decoded = JpegSamples.decode(stream, header);
		int[] rgb = new int[header.rows() * header.columns()];
		colours(decoded, header, rgb, rgb.length);
		return rgb;
	}

	/**
	 * Samples of a stream as colours.
	 *
	 * @param samples of 8 bits, those of a pixel side by side
	 * @param rgb takes 0xRRGGBB
	 * @param count of pixels
	 */
	public static void colours(byte[] samples, JpegHeader header, int[] rgb, int count) {
		boolean grey = header.components().size() == 1;
		if (!grey && !"RGB".equals(header.photometric())) {
			JpegColours.toRgb(samples, 0, 3, rgb, 0, count);
			return;
		}
		for (int i = 0; i < count; i++)
			rgb[i] = grey
					? (samples[i] & 0xff) * 0x10101
					: (samples[3 * i] & 0xff) << 16 | (samples[3 * i + 1] & 0xff) << 8 | samples[3 * i + 2] & 0xff;
	}
}
