package org.annotomy.sample.heart;

/** The palette of the pictures: warm greys for echoes, red and blue for blood towards and away, and what is drawn over it. */
public final class EchoColours {

	/** Echoes have 0 to this. */
	static final int BRIGHTEST_ECHO = 179;
	private static final int FLOWS = 32;
	private static final int TOWARDS = 180;
	private static final int AWAY = TOWARDS + FLOWS;
	/** The trace of the heart's current. */
	static final int TRACE = 250;
	/** Marks of depth, and the cursor of time. */
	static final int MARK = 251;
	private static final int SIZE = 256;

	private EchoColours() {}

	static int echo(double brightness) {
		return (int) Math.max(0, Math.min(BRIGHTEST_ECHO, Math.rint(BRIGHTEST_ECHO * brightness)));
	}

	/** @param speed −1 (away) to 1 (towards), not 0 */
	static int flow(double speed) {
		int step = (int) Math.min(FLOWS - 1, Math.abs(speed) * FLOWS);
		return (speed > 0 ? TOWARDS : AWAY) + step;
	}

	/** 256 entries of 16 bits, red, green, blue. */
	public static short[][] tables() {
		short[][] tables = new short[3][SIZE];
		for (int i = 0; i < SIZE; i++) {
			int[] rgb = colour(i);
			for (int c = 0; c < 3; c++)
				tables[c][i] = (short) (rgb[c] * 257);
		}
		return tables;
	}

	/** Red, green and blue of an entry, 0 to 255. */
	public static int[] colour(int entry) {
		if (entry <= BRIGHTEST_ECHO) {
			double v = entry / (double) BRIGHTEST_ECHO;
			return new int[]{byteOf(1.04 * v), byteOf(0.93 * v + 0.05 * v * v), byteOf(0.76 * v + 0.2 * v * v)};
		}
		double s = (entry < AWAY ? entry - TOWARDS : entry - AWAY) / (double) (FLOWS - 1);
		if (entry < AWAY) return new int[]{byteOf(0.45 + 0.55 * s), byteOf(s * s * 0.85), byteOf(0.05)};
		if (entry < AWAY + FLOWS) return new int[]{byteOf(0.05), byteOf(s * s * 0.85), byteOf(0.45 + 0.55 * s)};
		return entry == TRACE ? new int[]{90, 230, 110} : entry == MARK ? new int[]{235, 205, 80} : new int[]{0, 0, 0};
	}

	private static int byteOf(double part) {
		return (int) Math.max(0, Math.min(255, Math.rint(255 * part)));
	}
}
