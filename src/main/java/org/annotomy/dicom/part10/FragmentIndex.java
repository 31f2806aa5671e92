package org.annotomy.dicom.part10;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Where fragments lie: 16 bytes for each, for there may be millions. The first item is the offset table and no element of the list. */
final class FragmentIndex extends AbstractList<ByteSpan> implements RandomAccess {

	private final ByteSource source;
	private long[] offsetsAndLengths = new long[16];
	private int items;

	FragmentIndex(ByteSource source) {
		this.source = source;
	}

	void add(long offset, long length) {
		if (2 * items == offsetsAndLengths.length) offsetsAndLengths = Arrays.copyOf(offsetsAndLengths, 4 * items);
		offsetsAndLengths[2 * items] = offset;
		offsetsAndLengths[2 * items + 1] = length;
		items++;
	}

	private ByteSpan item(int index) {
		return new ByteSpan(source, offsetsAndLengths[2 * index], offsetsAndLengths[2 * index + 1]);
	}

	@Override
	public ByteSpan get(int index) {
		if (index < 0 || index >= size()) throw new IndexOutOfBoundsException(index);
		return item(index + 1);
	}

	@Override
	public int size() {
		return Math.max(0, items - 1);
	}

	FragmentSequence.Walk walk(long end, boolean complete) {
		return new FragmentSequence.Walk(items == 0 ? ByteSpan.EMPTY : item(0), this, end, complete);
	}
}
