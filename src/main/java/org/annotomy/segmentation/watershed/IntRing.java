package org.annotomy.segmentation.watershed;

/** Numbers that stand in line. */
final class IntRing {

	private int[] numbers = new int[1 << 10];
	private int head;
	private int count;

	boolean isEmpty() { return count == 0; }

	void add(int number) {
		if (count == numbers.length) grow();
		numbers[head + count & numbers.length - 1] = number;
		count++;
	}

	int poll() {
		int number = numbers[head];
		head = head + 1 & numbers.length - 1;
		count--;
		return number;
	}

	private void grow() {
		int[] larger = new int[2 * numbers.length];
		for (int i = 0; i < count; i++)
			larger[i] = numbers[head + i & numbers.length - 1];
		numbers = larger;
		head = 0;
	}
}
