package org.annotomy.segmentation.segment;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which labels of a layer give way to another segment: what is not labelled, and some segments. */
final class GivingWay {

	private final int[] labels;

	private GivingWay(IntStream labels) {
		this.labels = labels.sorted().toArray();
	}

	static GivingWay of(IntStream labels) {
		return new GivingWay(labels);
	}

	boolean gives(int label) {
		return label == 0 || Arrays.binarySearch(labels, label) >= 0;
	}
}
