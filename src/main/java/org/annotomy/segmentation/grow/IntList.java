package org.annotomy.segmentation.grow;

import java.util.Arrays;

/** Numbers one after the other. */
final class IntList {

	private int[] numbers = new int[64];
	private int count;

	void add(int number) {
		if (count == numbers.length) numbers = Arrays.copyOf(numbers, count + (count >> 1));
		numbers[count++] = number;
	}

	int get(int index) {
		return numbers[index];
	}

	int size() {
		return count;
	}
}
