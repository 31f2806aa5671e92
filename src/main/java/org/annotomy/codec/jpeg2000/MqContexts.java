package org.annotomy.codec.jpeg2000;

/**
 * Contexts of the coding passes (T.800 D.3). Significance contexts are looked up by the significance of a sample and its eight neighbours,
 * row by row from the lowest bit on; bit 4 is its own and does not count.
 */
final class MqContexts {

	static final int MAGNITUDE = 14;
	static final int RUN_LENGTH = 17;
	static final int UNIFORM = 18;
	static final int COUNT = 19;

	private static final int NEIGHBOURHOODS = 512;
	private static final int TURNED = 128;
	/** By horizontal and vertical contribution, each -1 to 1 (table D.3). */
	private static final int[][] BY_CONTRIBUTION = {{13 | TURNED, 12 | TURNED, 11 | TURNED}, {10 | TURNED, 9, 10}, {11, 12, 13}};
	private static final byte[] LOW = new byte[NEIGHBOURHOODS];
	private static final byte[] HORIZONTAL = new byte[NEIGHBOURHOODS];
	private static final byte[] DIAGONAL = new byte[NEIGHBOURHOODS];
	private static final byte[] SIGN = new byte[256];

	static {
		for (int bits = 0; bits < NEIGHBOURHOODS; bits++) {
			int horizontal = (bits >> 3 & 1) + (bits >> 5 & 1);
			int vertical = (bits >> 1 & 1) + (bits >> 7 & 1);
			int diagonal = (bits & 1) + (bits >> 2 & 1) + (bits >> 6 & 1) + (bits >> 8 & 1);
			LOW[bits] = (byte) straight(horizontal, vertical, diagonal);
			HORIZONTAL[bits] = (byte) straight(vertical, horizontal, diagonal);
			DIAGONAL[bits] = (byte) diagonal(horizontal + vertical, diagonal);
		}
		for (int bits = 0; bits < SIGN.length; bits++) {
			int horizontal = Integer.signum(contribution(bits >> 2) + contribution(bits >> 4));
			int vertical = Integer.signum(contribution(bits) + contribution(bits >> 6));
			SIGN[bits] = (byte) BY_CONTRIBUTION[horizontal + 1][vertical + 1];
		}
	}

	private MqContexts() {}

	/** Table D.1. @param band index of the sub-band, as in {@link Subband} */
	static byte[] significance(int band) {
		if (band == 0) return LOW;
		return switch ((band - 1) % 3) {
			case 0 -> HORIZONTAL;
			case 1 -> LOW;
			default -> DIAGONAL;
		};
	}

	private static int straight(int along, int across, int diagonal) {
		if (along == 2) return 8;
		if (along == 1) return across > 0 ? 7 : diagonal > 0 ? 6 : 5;
		return across > 0 ? 2 + across : Math.min(diagonal, 2);
	}

	private static int diagonal(int straight, int diagonal) {
		if (diagonal >= 3) return 8;
		if (diagonal == 2) return straight > 0 ? 7 : 6;
		return Math.min(straight, 2) + (diagonal == 1 ? 3 : 0);
	}

	/** Table D.2. @param neighbour bit 1 if it is significant, bit 0 if it is negative */
	private static int contribution(int neighbour) {
		return (neighbour >> 1 & 1) * (1 - 2 * (neighbour & 1));
	}

	/**
	 * Contexts of signs, in the low bits, by two bits for each neighbour: above, left, right, below. Of each, the lower bit says whether it
	 * is negative, the upper one whether it is significant. The sign of an entry is 1 (negative) if the sign is coded the other way round.
	 */
	static byte[] signs() {
		return SIGN;
	}

	static int context(int sign) {
		return sign & TURNED - 1;
	}
}
