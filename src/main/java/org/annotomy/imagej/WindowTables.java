package org.annotomy.imagej;

import java.util.Arrays;

import org.annotomy.display.VoiFunction;
import org.annotomy.image.Window;

import ij.process.LUT;

/** Lookup tables (display range included) that show a window; the pixels are looked up, not changed. */
public final class WindowTables {

	private static final int SIZE = 256;

	private WindowTables() {}

	/**
	 * Narrow windows over integers are looked up value by value: ImageJ's own scaling of 16 bits shows their upper end at 256 · (w − 1) / w
	 * only, which for a stroke window of width 8 is grey.
	 *
	 * @param plain colours from low to high modality values
	 * @param bitDepth 8, 16 or 32
	 */
	public static LUT of(Window window, PixelValues values, LUT plain, int bitDepth) {
		VoiFunction voi = VoiFunction.of(window);
		double start = values.toRaw(voi.start());
		double end = values.toRaw(voi.end());
		double min = Math.min(start, end);
		double max = Math.max(start, end);
		if (bitDepth != 32) {
			min = Math.floor(min);
			max = Math.max(min + 1, Math.ceil(max));
		} else {
			// FloatProcessor keeps floats.
			min = (float) min;
			max = Math.max((float) max, Math.nextUp((float) min));
		}
		boolean bent = window.curve() != null || window.function() == Window.Function.SIGMOID
				|| bitDepth != 32 && max - min < SIZE;
		LUT lut = bent ? bent(voi, values, plain, min, max, bitDepth) : start > end ? reversed(plain) : plain;
		return new LUT(lut.getColorModel(), min, max);
	}

	/** The same range with the colours turned round. */
	public static LUT reversed(LUT lut) {
		LUT turned = lut.createInvertedLut();
		turned.min = lut.min;
		turned.max = lut.max;
		return turned;
	}

	/** Does it begin brighter than it ends? */
	public static boolean isFalling(LUT lut) {
		return brightness(lut, 0) > brightness(lut, lut.getMapSize() - 1);
	}

	/** Whatever their ranges. */
	public static boolean sameColours(LUT a, LUT b) {
		return Arrays.equals(a.getBytes(), b.getBytes());
	}

	private static LUT bent(VoiFunction voi, PixelValues values, LUT plain, double min, double max, int bitDepth) {
		byte[] red = new byte[SIZE];
		byte[] green = new byte[SIZE];
		byte[] blue = new byte[SIZE];
		for (int i = 0; i < SIZE; i++) {
			int grey = (int) Math.round((SIZE - 1) * voi.grey(values.toModality(rawOf(i, min, max, bitDepth))));
			red[i] = (byte) plain.getRed(grey);
			green[i] = (byte) plain.getGreen(grey);
			blue[i] = (byte) plain.getBlue(grey);
		}
		return new LUT(red, green, blue);
	}

	/**
	 * The raw value that ImageJ looks up at entry {@code i} of 256 (ByteProcessor, ShortProcessor, FloatProcessor): of integers, the very one
	 * where each has an entry of its own, else the middle one.
	 */
	private static double rawOf(int i, double min, double max, int bitDepth) {
		double range = max - min;
		boolean single = range < SIZE;
		return min + switch (bitDepth) {
			case 8 -> single ? Math.ceil(i * range / SIZE) : (i + 0.5) * range / SIZE;
			case 16 -> single ? Math.rint(i * (range + 1) / SIZE) : i * (range + 1) / SIZE;
			default -> i * range / SIZE;
		};
	}

	private static int brightness(LUT lut, int index) {
		return lut.getRed(index) + lut.getGreen(index) + lut.getBlue(index);
	}
}
