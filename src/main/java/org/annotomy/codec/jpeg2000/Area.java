package org.annotomy.codec.jpeg2000;

/** A rectangle on an integer grid; x1 and y1 are outside. */
record Area(int x0, int y0, int x1, int y1) {

	int width() {
		return x1 - x0;
	}

	int height() {
		return y1 - y0;
	}

	boolean isEmpty() { return x1 <= x0 || y1 <= y0; }

	/** Each coordinate less {@code (offsetX, offsetY)}, divided by 2 to the {@code shift}, rounded up (T.800 equations B-14 and B-15). */
	Area downsampled(int shift, long offsetX, long offsetY) {
		return new Area(ceil(x0 - offsetX, shift), ceil(y0 - offsetY, shift), ceil(x1 - offsetX, shift),
				ceil(y1 - offsetY, shift));
	}

	/** Each coordinate divided, rounded up. */
	Area divided(int byX, int byY) {
		if (byX == 1 && byY == 1) return this;
		return new Area((int) (((long) x0 + byX - 1) / byX), (int) (((long) y0 + byY - 1) / byY),
				(int) (((long) x1 + byX - 1) / byX),
				(int) (((long) y1 + byY - 1) / byY));
	}

	private static int ceil(long value, int shift) {
		return (int) (value + (1L << shift) - 1 >> shift);
	}
}
