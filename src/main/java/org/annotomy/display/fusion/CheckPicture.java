package org.annotomy.display.fusion;

import java.util.Arrays;

/** Pictures of two images that lie on each other, to see whether they fit. */
public enum CheckPicture {

	/** The mean of both. */
	BLEND("blend") {
		@Override
		int[] of(int[] fixed, int[] moving, int width, int square) {
			int[] pixels = fixed.clone();
			for (int i = 0; i < pixels.length; i++)
				if (isThere(moving[i])) pixels[i] = half(fixed[i]) + half(moving[i]);
			return pixels;
		}

		private int half(int rgb) {
			return rgb >> 1 & 0x7f7f7f;
		}
	},
	/** The fixed image in magenta, the moving one in green: grey where both are equally bright. */
	COLOURS("colours") {
		@Override
		int[] of(int[] fixed, int[] moving, int width, int square) {
			int[] pixels = new int[fixed.length];
			for (int i = 0; i < pixels.length; i++) {
				int bright = grey(fixed[i]);
				pixels[i] = bright << 16 | (isThere(moving[i]) ? grey(moving[i]) : 0) << 8 | bright;
			}
			return pixels;
		}
	},
	/** By turns a square of the one and of the other. */
	CHECKERBOARD("checkerboard") {
		@Override
		int[] of(int[] fixed, int[] moving, int width, int square) {
			int[] pixels = fixed.clone();
			for (int i = 0; i < pixels.length; i++) {
				boolean odd = (i % width / square + i / width / square) % 2 == 1;
				if (odd) pixels[i] = moving[i] & 0xffffff;
			}
			return pixels;
		}
	},
	/** The edges of the moving image in yellow on the fixed one. */
	EDGES("edges") {
		@Override
		int[] of(int[] fixed, int[] moving, int width, int square) {
			int[] slopes = slopes(moving, width);
			int[] sorted = Arrays.stream(slopes).filter(slope -> slope > 0).sorted().toArray();
			int[] pixels = fixed.clone();
			if (sorted.length == 0) return pixels;
			int strong = sorted[(int) (STRONG * (sorted.length - 1))];
			for (int i = 0; i < pixels.length; i++)
				if (slopes[i] > 0 && slopes[i] >= strong) pixels[i] = YELLOW;
			return pixels;
		}
	};

	/** Edges are the steepest pixels, all but this share. */
	private static final double STRONG = 0.85;
	private static final int YELLOW = 0xffe000;

	private final String word;

	CheckPicture(String word) {
		this.word = word;
	}

	/**
	 * @param fixed 0xRRGGBB, row by row; not changed
	 * @param moving 0xAARRGGBB on the same pixels, 0 where the image does not reach
	 * @param square side of the squares of a checkerboard in pixels, 1 or more
	 */
	public int[] picture(int[] fixed, int[] moving, int width, int square) {
		return of(fixed, moving, width, square);
	}

	abstract int[] of(int[] fixed, int[] moving, int width, int square);

	private static boolean isThere(int argb) {
		return argb >>> 24 != 0;
	}

	private static int grey(int rgb) {
		return ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3;
	}

	/** Differences across each pixel; 0 at the border and where the image does not reach. */
	private static int[] slopes(int[] argb, int width) {
		int[] slopes = new int[argb.length];
		for (int i = width + 1; i < argb.length - width - 1; i++) {
			if (i % width == 0 || i % width == width - 1) continue;
			boolean inside = isThere(argb[i - 1]) && isThere(argb[i + 1]) && isThere(argb[i - width]) && isThere(argb[i + width]);
			if (inside)
				slopes[i] = Math.abs(grey(argb[i + 1]) - grey(argb[i - 1]))
						+ Math.abs(grey(argb[i + width]) - grey(argb[i - width]));
		}
		return slopes;
	}

	/** As users and macros say it. */
	@Override
	public String toString() {
		return word;
	}
}
