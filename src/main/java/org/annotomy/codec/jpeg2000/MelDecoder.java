package org.annotomy.codec.jpeg2000;

/** The adaptive run-length decoder of events, most of which are 0 (T.814 7.1.3 and 7.3.3). */
final class MelDecoder {

	private static final int[] EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

	private byte[] bytes;
	private int position;
	private int last;
	private int current;
	private int left;
	private int state;
	private int zeros;
	private boolean oneFollows;

	/** @param to end of the cleanup segment; its last 12 bits are not events, and count as ones */
	void start(byte[] segment, int from, int to) {
		bytes = segment;
		position = from;
		last = to - 2;
		current = 0;
		left = 0;
		state = 0;
		zeros = 0;
		oneFollows = false;
	}

	boolean event() {
		if (zeros == 0 && !oneFollows) nextRun();
		if (zeros > 0) {
			zeros--;
			return false;
		}
		oneFollows = false;
		return true;
	}

	private void nextRun() {
		int exponent = EXPONENTS[state];
		if (bit() == 1) {
			zeros = 1 << exponent;
			state = Math.min(state + 1, EXPONENTS.length - 1);
		} else {
			for (int i = 0; i < exponent; i++)
				zeros = zeros << 1 | bit();
			oneFollows = true;
			state = Math.max(state - 1, 0);
		}
	}

	private int bit() {
		if (left == 0) {
			left = current == 0xff ? 7 : 8;
			current = position > last ? 0xff : bytes[position] & 0xff;
			if (position == last) current |= 0x0f;
			position++;
		}
		return current >> --left & 1;
	}
}
