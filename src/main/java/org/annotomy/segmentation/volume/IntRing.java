package org.annotomy.segmentation.volume;

/** Numbers that stand in line. */
public final class IntRing {

	private int[] numbers = new int[1 << 10];
	private int head;
	private int count;

	public boolean isEmpty() { return count == 0; }

	public void add(int number) {
		if (count == numbers.length) grow();
		numbers[head + count & numbers.length - 1] = number;
		count++;
	}

	/** Takes the number that has waited longest; not from an empty line. */
	public int poll() {
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
