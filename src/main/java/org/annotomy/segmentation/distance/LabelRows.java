package org.annotomy.segmentation.distance;

/** The labels of a dense volume, whatever kind of array holds them. Voxels of label 0 have no distance. */
@FunctionalInterface
interface LabelRows {

	/** Copies {@code count} labels from index {@code from} on to {@code target[at]}, {@code target[at + step]} and so on. */
	void copy(int from, int count, int[] target, int at, int step);

	/** Label 1 in the mask. */
	static LabelRows inside(byte[] mask) {
		return (from, count, target, at, step) -> {
			for (int i = from, to = at; i < from + count; i++, to += step)
				target[to] = mask[i] != 0 ? 1 : 0;
		};
	}

	/** Label 1 outside the mask. */
	static LabelRows outside(byte[] mask) {
		return (from, count, target, at, step) -> {
			for (int i = from, to = at; i < from + count; i++, to += step)
				target[to] = mask[i] != 0 ? 0 : 1;
		};
	}

	/** Label 1 outside the mask, label 2 in it. */
	static LabelRows bothSides(byte[] mask) {
		return (from, count, target, at, step) -> {
			for (int i = from, to = at; i < from + count; i++, to += step)
				target[to] = mask[i] != 0 ? 2 : 1;
		};
	}

	/** The values as they are, 0 to 65535. */
	static LabelRows of(short[] labels) {
		return (from, count, target, at, step) -> {
			for (int i = from, to = at; i < from + count; i++, to += step)
				target[to] = labels[i] & 0xffff;
		};
	}

	/** The values as they are. */
	static LabelRows of(int[] labels) {
		return (from, count, target, at, step) -> {
			for (int i = from, to = at; i < from + count; i++, to += step)
				target[to] = labels[i];
		};
	}
}
