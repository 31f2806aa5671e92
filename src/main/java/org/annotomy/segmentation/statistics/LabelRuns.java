package org.annotomy.segmentation.statistics;

/** The labels of a volume, 16 bits without sign or 32 bits, as runs of the same label. */
interface LabelRuns {

	int length();

	int label(int at);

	/** The first place from {@code from} to before {@code to} that has another label than the first; {@code to} if none has. */
	int runEnd(int from, int to);

	static LabelRuns of(short[] labels) {
		return new LabelRuns() {
			@Override
			public int length() {
				return labels.length;
			}

			@Override
			public int label(int at) {
				return labels[at] & 0xffff;
			}

			@Override
			public int runEnd(int from, int to) {
				short label = labels[from];
				int at = from + 1;
				while (at + 4 <= to && ((labels[at] ^ label) | (labels[at + 1] ^ label) | (labels[at + 2] ^ label)
						| (labels[at + 3] ^ label)) == 0)
					at += 4;
				while (at < to && labels[at] == label)
					at++;
				return at;
			}
		};
	}

	static LabelRuns of(int[] labels) {
		return new LabelRuns() {
			@Override
			public int length() {
				return labels.length;
			}

			@Override
			public int label(int at) {
				return labels[at];
			}

			@Override
			public int runEnd(int from, int to) {
				int label = labels[from];
				int at = from + 1;
				while (at < to && labels[at] == label)
					at++;
				return at;
			}
		};
	}
}
