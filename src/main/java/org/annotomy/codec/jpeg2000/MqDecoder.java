package org.annotomy.codec.jpeg2000;

/** The MQ arithmetic decoder (T.800 Annex C), and raw bits for passes that bypass it (T.800 D.6). */
final class MqDecoder {

	/** Bytes that must stand behind a segment: FF FF, which ends it for ever. */
	static final int PADDING = 2;

	/** Per state of table C.2: Qe, next state after MPS and after LPS, whether the LPS switches the sense of the MPS. */
	private static final int[][] STATES = {{0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0},
			{0x0521, 5, 29, 0}, {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0},
			{0x3801, 10, 14, 0}, {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0},
			{0x5601, 15, 14, 1}, {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0},
			{0x3401, 20, 18, 0}, {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0},
			{0x1C01, 25, 22, 0}, {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0},
			{0x1101, 30, 27, 0}, {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0},
			{0x0441, 35, 32, 0}, {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0},
			{0x0085, 40, 37, 0}, {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0},
			{0x0005, 45, 42, 0}, {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}};

	private static final int AFTER_MPS = 16;
	private static final int AFTER_LPS = 23;
	private static final int MPS = 30;
	/**
	 * By state and sense ({@code state << 1 | mps}): Qe in the low 16 bits, then the next state and sense after the MPS, those after the
	 * LPS, and the MPS. A context holds such an entry.
	 */
	private static final int[] ENTRIES = new int[128];

	static {
		for (int i = 0; i < 2 * STATES.length; i++) {
			int[] state = STATES[i >> 1];
			int mps = i & 1;
			ENTRIES[i] = state[0] | (state[1] << 1 | mps) << AFTER_MPS | (state[2] << 1 | mps ^ state[3]) << AFTER_LPS
					| mps << MPS;
		}
	}

	private final int[] contexts;
	private byte[] bytes;
	private int position;
	private int interval;
	private int code;
	private int count;
	private int end;
	private int rawByte;
	private int rawLeft;

	MqDecoder(int contexts) {
		this.contexts = new int[contexts];
	}

	/** Puts a context into a state, with 0 as the more probable symbol. */
	void setState(int context, int state) {
		contexts[context] = ENTRIES[state << 1];
	}

	/** INITDEC. @param segment with {@link #PADDING} behind its end */
	void start(byte[] segment, int from) {
		bytes = segment;
		position = from;
		code = (bytes[from] & 0xff) << 16;
		byteIn();
		code <<= 7;
		count -= 7;
		interval = 0x8000;
	}

	void startRaw(byte[] segment, int from, int to) {
		bytes = segment;
		position = from;
		end = to;
		rawByte = 0;
		rawLeft = 0;
	}

	/** Behind the end there are ones. */
	int rawBit() {
		if (rawLeft == 0) {
			rawLeft = rawByte == 0xff ? 7 : 8;
			rawByte = position < end ? bytes[position++] & 0xff : 0xff;
		}
		return rawByte >> --rawLeft & 1;
	}

	/**
	 * DECODE, with MPS_EXCHANGE and LPS_EXCHANGE: the next symbol. Nothing branches on what
	 * cannot be foreseen: {@code lower} is all ones if the code lies in the lower part of the interval, else 0.
	 */
	int bit(int context) {
		int entry = contexts[context];
		int qe = entry & 0xffff;
		int rest = interval - qe;
		int lower = (code >>> 16) - qe >> 31;
		code -= qe << 16 & ~lower;
		if ((rest & ~lower & 0x8000) != 0) {
			interval = rest;
			return entry >>> MPS;
		}
		interval = rest ^ (rest ^ qe) & lower;
		int lps = (rest - qe ^ lower) >>> 31;
		contexts[context] = ENTRIES[entry >>> AFTER_MPS + lps * (AFTER_LPS - AFTER_MPS) & 0x7f];
		renormalize();
		return entry >>> MPS ^ lps;
	}

	/** RENORMD. */
	private void renormalize() {
		int missing = Integer.numberOfLeadingZeros(interval) - 16;
		interval <<= missing;
		while (missing > count) {
			code <<= count;
			missing -= count;
			byteIn();
		}
		code <<= missing;
		count -= missing;
	}

	private void byteIn() {
		int next = bytes[position + 1] & 0xff;
		if ((bytes[position] & 0xff) != 0xff) {
			position++;
			code += next << 8;
			count = 8;
		} else if (next > 0x8f) {
			code += 0xff00;
			count = 8;
		} else {
			position++;
			code += next << 9;
			count = 7;
		}
	}
}
