package org.annotomy.dicom.codec;

import org.annotomy.image.ImageFormatException;

/** Samples of three components, or palette indices, as opaque ARGB with 8 bits each. */
public final class ColorConversion {

	private static final int OPAQUE = 0xff000000;

	private ColorConversion() {}

	/** Whether such samples are colours. */
	public static boolean isColor(PixelFormat format) {
		return format.samples() == 3 || format.photometric().equals("PALETTE COLOR");
	}

	/**
	 * One colour for each pixel.
	 *
	 * @param palette for {@code PALETTE COLOR}, else null
	 */
	public static int[] toArgb(FrameSamples frame, PixelFormat format, Palette palette) throws ImageFormatException {
		if (format.samples() == 1) return palette.toArgb(frame.samples());
		byte[] bytes = eightBits(frame.samples(), format.bitsStored());
		return switch (frame.photometric()) {
			case "YBR_FULL", "YBR_FULL_422", "YBR_PARTIAL_420", "YBR_PARTIAL_422" ->
				ybrToArgb(bytes, frame.photometric().contains("PARTIAL"));
			case "RGB", "YBR_RCT", "YBR_ICT" -> rgbToArgb(bytes);
			default ->
				throw new ImageFormatException("Colours of an unknown kind (Photometric Interpretation) are not supported.");
		};
	}

	private static byte[] eightBits(Object samples, int bitsStored) {
		if (samples instanceof byte[] bytes) return bitsStored < 8 ? widened(bytes, bitsStored) : bytes;
		int shift = Math.max(0, bitsStored - 8);
		if (samples instanceof short[] shorts) {
			byte[] bytes = new byte[shorts.length];
			for (int i = 0; i < bytes.length; i++)
				bytes[i] = (byte) ((shorts[i] & 0xffff) >>> shift);
			return bytes;
		}
		int[] ints = (int[]) samples;
		byte[] bytes = new byte[ints.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) (ints[i] >>> shift);
		return bytes;
	}

	/** Fewer than eight bits over the whole range: the highest value is full intensity. */
	private static byte[] widened(byte[] samples, int bits) {
		int highest = (1 << bits) - 1;
		byte[] wide = new byte[samples.length];
		for (int i = 0; i < wide.length; i++)
			wide[i] = (byte) (((samples[i] & highest) * 255 + highest / 2) / highest);
		return wide;
	}

	private static int[] rgbToArgb(byte[] rgb) {
		int[] argb = new int[rgb.length / 3];
		for (int i = 0, from = 0; i < argb.length; i++, from += 3)
			argb[i] = OPAQUE | (rgb[from] & 0xff) << 16 | (rgb[from + 1] & 0xff) << 8 | rgb[from + 2] & 0xff;
		return argb;
	}

	/** PS3.3 C.7.6.3.1.2, in 16-bit fixed point. */
	private static int[] ybrToArgb(byte[] ybr, boolean partial) {
		int luma = partial ? fixed(255 / 219d) : 1 << 16;
		int black = partial ? 16 : 0;
		double chroma = partial ? 255 / 224d : 1;
		int redCr = fixed(1.402 * chroma);
		int greenCb = fixed(0.344136 * chroma);
		int greenCr = fixed(0.714136 * chroma);
		int blueCb = fixed(1.772 * chroma);
		int[] argb = new int[ybr.length / 3];
		for (int i = 0, from = 0; i < argb.length; i++, from += 3) {
			int y = ((ybr[from] & 0xff) - black) * luma + (1 << 15);
			int cb = (ybr[from + 1] & 0xff) - 128;
			int cr = (ybr[from + 2] & 0xff) - 128;
			argb[i] = OPAQUE | clamp(y + redCr * cr) << 16 | clamp(y - greenCb * cb - greenCr * cr) << 8 | clamp(y + blueCb * cb);
		}
		return argb;
	}

	private static int fixed(double factor) {
		return (int) Math.round(factor * (1 << 16));
	}

	private static int clamp(int fixed) {
		int value = fixed >> 16;
		return value < 0 ? 0 : Math.min(value, 255);
	}
}
