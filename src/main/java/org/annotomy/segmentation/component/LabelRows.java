package org.annotomy.segmentation.component;

/** The runs of equal labels other than 0 in the rows of a label volume. */
abstract class LabelRows implements Runs.Rows {

	private final int nx;

	private LabelRows(int nx) {
		this.nx = nx;
	}

	static LabelRows of(short[] labels, int nx) {
		return new Shorts(labels, nx);
	}

	static LabelRows of(int[] labels, int nx) {
		return new Ints(labels, nx);
	}

	/** The first voxel from {@code from} to before {@code to} that has another label; {@code to} if none has. */
	abstract int runEnd(int from, int to);

	abstract boolean isBackground(int at);

	/** Whether two voxels have the same label. */
	abstract boolean same(int one, int other);

	@Override
	public int count(int row) {
		int count = 0;
		int end = (row + 1) * nx;
		for (int at = row * nx; at < end;) {
			if (!isBackground(at)) count++;
			at = runEnd(at, end);
		}
		return count;
	}

	@Override
	public void store(int row, int[] starts, int[] ends, int place) {
		int from = row * nx;
		int end = from + nx;
		for (int at = from; at < end;) {
			int next = runEnd(at, end);
			if (!isBackground(at)) {
				starts[place] = at - from;
				ends[place++] = next - from;
			}
			at = next;
		}
	}

	private static final class Shorts extends LabelRows {

		private final short[] labels;

		Shorts(short[] labels, int nx) {
			super(nx);
			this.labels = labels;
		}

		@Override
		int runEnd(int from, int to) {
			short label = labels[from];
			int at = from + 1;
			while (at + 4 <= to && ((labels[at] ^ label) | (labels[at + 1] ^ label) | (labels[at + 2] ^ label)
					| (labels[at + 3] ^ label)) == 0)
				at += 4;
			while (at < to && labels[at] == label)
				at++;
			return at;
		}

		@Override
		boolean isBackground(int at) { return labels[at] == 0; }

		@Override
		boolean same(int one, int other) {
			return labels[one] == labels[other];
		}
	}

	private static final class Ints extends LabelRows {

		private final int[] labels;

		Ints(int[] labels, int nx) {
			super(nx);
			this.labels = labels;
		}

		@Override
		int runEnd(int from, int to) {
			int label = labels[from];
			int at = from + 1;
			while (at < to && labels[at] == label)
				at++;
			return at;
		}

		@Override
		boolean isBackground(int at) { return labels[at] == 0; }

		@Override
		boolean same(int one, int other) {
			return labels[one] == labels[other];
		}
	}
}
